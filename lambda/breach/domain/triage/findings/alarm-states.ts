import { asText, at, type JsonObject } from '../event/json';
import { showCode } from '../event/show';
import { textsIn } from '../event/values';
import { ignore, incident, type Judgement, review } from '../judgement';
import { ALARM_SILENCED } from '../signals/alarms';
import { CITES } from '../signals/citations';
import { type Finding, type FindingSource, single } from './finding';

/** What an alarm counts, as its name or its metric's says. */
interface AlarmSubject {
  /** All of them must be in the name. */
  readonly says: readonly RegExp[];
  readonly level: 'incident' | 'review';
  readonly what: string;
}

/** The alarms of the CIS benchmark by what they count, and what each of them means; the first that fits. */
const SUBJECTS: readonly AlarmSubject[] = [
  {
    says: [
      /unauthori[sz]ed|access-?denied|(auth|authentication|authori[sz]ation|sign-?in|login|logon)-?fail|failed-?(auth|login|logon|sign)/,
    ],
    level: 'review',
    what: 'failed attempts',
  },
  {
    says: [/root-?(user|account|login|usage|activity|sign|use)|(^|-)root(-|$)/],
    level: 'incident',
    what: 'use of root',
  },
  { says: [/(no|without)-?mfa/], level: 'incident', what: 'sign-in without a second factor' },
  { says: [/disabl|delet|schedul/, /cmk|kms|(^|-)keys?(-|$)/], level: 'incident', what: 'loss of keys' },
  { says: [/disabl|delet|stop/, /trail/], level: 'incident', what: 'loss of records' },
  {
    says: [
      /^(?!.*(error|duration|latency|throttl|invocation)).*(guard-?duty|malware|ransomware)/,
      /finding|threat|detect|found/,
    ],
    level: 'incident',
    what: 'findings of a detector',
  },
  { says: [/decoy|honey-?(token|pot)|canary-?token/], level: 'incident', what: 'a decoy' },
];

/** The longest name that is searched, in characters. */
const MAX_NAME = 300;

function inWords(name: string): string {
  return name
    .slice(0, MAX_NAME)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

function subjectOf(detail: JsonObject): AlarmSubject | undefined {
  const names = [
    asText(at(detail, 'alarmName')) ?? '',
    ...textsIn(at(detail, 'configuration.metrics')).slice(0, 20),
  ].map(inWords);
  return SUBJECTS.find((one) => names.some((name) => one.says.every((word) => word.test(name))));
}

/** An alarm that is gone: the call that removed it tells by whom, and is judged on its own. */
function byOperation({ detail, envelope }: Finding): Judgement | undefined {
  if (
    !envelope.detailType.includes('alarm configuration change') ||
    asText(at(detail, 'operation'))?.toLowerCase() !== 'delete'
  ) {
    return undefined;
  }
  const subject = subjectOf(detail);
  return subject === undefined
    ? review('operation is delete')
    : incident(`operation is delete, and the name tells of ${subject.what}`);
}

function byState({ detail, envelope }: Finding): Judgement | undefined {
  if (!envelope.detailType.includes('alarm state change')) {
    return undefined;
  }
  const state = asText(at(detail, 'state.value'))?.toUpperCase();
  if (state !== 'ALARM') {
    return state === undefined
      ? review('state.value is absent')
      : ignore(`state.value is ${showCode(state)}`);
  }
  const subject = subjectOf(detail);
  const reason = `state.value is ALARM${subject === undefined ? '' : `, and the name tells of ${subject.what}`}`;
  return subject?.level === 'incident' ? incident(reason) : review(reason);
}

/** CloudWatch alarms: they count over a window, and mean what they count. */
export const ALARM_STATES: FindingSource = {
  sources: ['aws.cloudwatch', 'aws.monitoring'],
  split: single,
  idOf: (detail) => asText(at(detail, 'alarmName')),
  rows: [
    {
      id: 'alarm-raised',
      title: 'An alarm was raised',
      question: 'betray',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Find the events that the alarm counted.',
      judge: byState,
    },
    { ...ALARM_SILENCED, judge: byOperation },
  ],
};
