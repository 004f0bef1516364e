import type { ApiCall } from '../event/api-call';
import { at } from '../event/json';
import { showCode } from '../event/show';
import { textOf, textsIn } from '../event/values';
import { done, turns, watched } from '../judge/call-judges';
import { isFalse, isWord } from '../judge/value-tests';
import { ignore, incident, type Judgement, review, type Signal } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Names that say: this watches capacity or cost, not security. */
const OPERATIONAL =
  /target-?tracking|auto-?scaling|cpu|memory|disk|latency|utili[sz]ation|throttl|capacity|scal(e|ing)|billing|cost|iops|burst|awseb|(^|[^a-z])[45]xx/i;

/** Names that say: this starts routine work at a time. */
const SCHEDULES = /cron|schedul|nightly|daily|hourly|weekly|monthly|warm|step-?functions|auto-?scaling/i;

/** Services that make and remove alarms and rules of their own. */
const OWNERS =
  /^(autoscaling|application-autoscaling|elasticbeanstalk|ecs|dynamodb|states|codedeploy|servicecatalog)\./i;

/** What a call that removes an alarm and CloudWatch's own word of it have in common. */
export const ALARM_SILENCED: Signal = {
  id: 'alarm-silenced',
  title: 'An alarm was deleted or no longer tells anybody',
  question: 'blind',
  severity: 'high',
  citations: CITES.detection,
  firstStep: 'Put the alarm and its actions back, then check the metric over the gap.',
};

/** CloudWatch alarms and EventBridge rules: what notices, and what carries the notice on. */
export const ALARM_SIGNALS: readonly CallRow[] = [
  callRow(ALARM_SILENCED, {
    ...each('monitoring', ['DeleteAlarms', 'DisableAlarmActions'], (call) =>
      silenced(call, textsIn(at(call.request, 'alarmNames')), OPERATIONAL),
    ),
    'monitoring:PutMetricAlarm': (call) =>
      turns(['actionsEnabled'], isFalse)(call)?.level === 'incident'
        ? silenced(call, textsIn(at(call.request, 'alarmName')), OPERATIONAL)
        : undefined,
    'monitoring:PutCompositeAlarm': turns(['actionsEnabled'], isFalse),
  }),
  callRow(
    {
      id: 'alarm-changed',
      title: 'What watches metrics was changed or removed',
      question: 'watch',
      severity: 'low',
      citations: CITES.detection,
      firstStep: 'Compare it with what the configuration says.',
    },
    each(
      'monitoring',
      [
        'SetAlarmState',
        'PutAlarmMuteRule',
        'DeleteAnomalyDetector',
        'DeleteInsightRules',
        'DisableInsightRules',
        'DeleteMetricStream',
        'StopMetricStreams',
      ],
      watched,
    ),
  ),
  callRow(
    {
      id: 'event-route-cut',
      title: 'Events no longer reach what acts on them',
      question: 'blind',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Enable the rule and put its targets back, then replay the archive of events.',
    },
    {
      ...each('events', ['DisableRule', 'DeleteRule'], (call) =>
        silenced(call, textsIn(at(call.request, 'name')), SCHEDULES),
      ),
      'events:RemoveTargets': (call) => silenced(call, textsIn(at(call.request, 'rule')), SCHEDULES),
      'events:PutRule': (call) =>
        textOf(at(call.request, 'scheduleExpression')) === undefined &&
        turns(['state'], isWord('DISABLED'))(call)?.level === 'incident'
          ? silenced(call, textsIn(at(call.request, 'name')), SCHEDULES)
          : undefined,
      ...each(
        'events',
        ['DeleteEventBus', 'DeleteArchive', 'DeactivateEventSource', 'DeletePartnerEventSource'],
        done,
      ),
    },
  ),
  callRow(
    {
      id: 'event-route-changed',
      title: 'A rule that routes events was changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.detection,
      firstStep: 'Compare the pattern and the targets with what the configuration says.',
    },
    {
      ...each('pipes', ['StopPipe', 'DeletePipe'], watched),
      ...each('events', ['UpdateArchive', 'UpdateEventBus'], watched),
    },
  ),
];

function silenced(call: ApiCall, names: readonly string[], routine: RegExp): Judgement {
  if (call.actor.invokedBy !== undefined && OWNERS.test(call.actor.invokedBy)) {
    return ignore(`userIdentity.invokedBy is ${showCode(call.actor.invokedBy)}, about a resource of its own`);
  }
  return names.length > 0 && names.every((name) => routine.test(name.slice(0, 300)))
    ? review(`eventName is ${showCode(call.name)}, and the name tells of operations, not of security`)
    : incident(`eventName is ${showCode(call.name)}`);
}
