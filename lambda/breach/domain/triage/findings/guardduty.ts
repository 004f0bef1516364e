import { asText, at } from '../event/json';
import { showCode } from '../event/show';
import { flagOf, numberOf } from '../event/values';
import { ignore, incident, type Judgement, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type Finding, type FindingSource, single } from './finding';

/** The severity from which AWS calls a finding medium. @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
const MEDIUM = 4;
const HIGH = 7;
const CRITICAL = 9;

function isSample({ detail }: Finding): boolean {
  const info = at(detail, 'service.additionalInfo');
  const packed = asText(at(info, 'value')) ?? '';
  return (
    flagOf(at(info, 'sample')) === true ||
    /"sample"\s*:\s*true/.test(packed.slice(0, 10_000)) ||
    /^\[SAMPLE\]/i.test(asText(at(detail, 'title')) ?? '')
  );
}

/** What needs no answer, whatever its severity. */
function settled(finding: Finding): Judgement | undefined {
  if (isSample(finding)) {
    return ignore('service.additionalInfo.sample is true');
  }
  return flagOf(at(finding.detail, 'service.archived')) === true
    ? ignore('service.archived is true')
    : undefined;
}

function isFinding(finding: Finding): boolean {
  return finding.envelope.detailType.includes('finding') || at(finding.detail, 'severity') !== undefined;
}

function bySeverity(finding: Finding): Judgement {
  const severity = numberOf(at(finding.detail, 'severity'));
  const type = `type is ${showCode(at(finding.detail, 'type'))}`;
  if (severity === undefined) {
    return review(`${type}, severity is absent`);
  }
  const reason = `${type}, severity is ${severity}`;
  if (severity < MEDIUM) {
    return review(reason);
  }
  return incident(reason, severity >= CRITICAL ? 'critical' : severity >= HIGH ? 'high' : 'medium');
}

/** The result of a scan for malware of an object that was uploaded. */
function byScan({ detail }: Finding): Judgement | undefined {
  const result = asText(at(detail, 'scanResultDetails.scanResultStatus'))?.toUpperCase();
  if (result === undefined) {
    return undefined;
  }
  return result === 'THREATS_FOUND'
    ? incident('scanResultDetails.scanResultStatus is THREATS_FOUND')
    : result === 'NO_THREATS_FOUND'
      ? ignore('scanResultDetails.scanResultStatus is NO_THREATS_FOUND')
      : review(`scanResultDetails.scanResultStatus is ${showCode(result)}`);
}

/** Amazon GuardDuty. */
export const GUARDDUTY: FindingSource = {
  sources: ['aws.guardduty'],
  split: single,
  idOf: (detail) => asText(at(detail, 'id')) ?? asText(at(detail, 's3ObjectDetails.objectKey')),
  rows: [
    {
      id: 'guardduty-attack-sequence',
      title: 'GuardDuty sees an attack of several steps',
      question: 'betray',
      severity: 'critical',
      citations: CITES.detection,
      firstStep:
        'Contain the identities and resources of the sequence now, in the order in which they were used.',
      judge: (finding) =>
        /^AttackSequence:/i.test(asText(at(finding.detail, 'type')) ?? '')
          ? (settled(finding) ?? incident(`type is ${showCode(at(finding.detail, 'type'))}`, 'critical'))
          : undefined,
    },
    {
      id: 'guardduty-finding',
      title: 'GuardDuty sees an attack',
      question: 'betray',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Contain the resource that the finding names, then read its other findings.',
      judge: (finding) =>
        isFinding(finding) && !/^AttackSequence:/i.test(asText(at(finding.detail, 'type')) ?? '')
          ? (settled(finding) ?? bySeverity(finding))
          : undefined,
    },
    {
      id: 'malware-found',
      title: 'An uploaded object carries malware',
      question: 'betray',
      severity: 'high',
      citations: CITES.malware,
      firstStep: 'Keep the object from being read, and find who uploaded and who fetched it.',
      judge: byScan,
    },
    {
      id: 'detector-unhealthy',
      title: 'A detector does not cover a resource',
      question: 'watch',
      severity: 'medium',
      citations: CITES.detection,
      firstStep: 'Repair the agent or its permissions.',
      judge: ({ envelope }) =>
        envelope.detailType.endsWith('unhealthy')
          ? review('detail-type says that protection is unhealthy')
          : undefined,
    },
  ],
};
