import type { Envelope } from '../event/envelope';
import { ACCESS_ANALYZER } from './access-analyzer';
import { ALARM_STATES } from './alarm-states';
import { BACKUP_JOBS } from './backup-jobs';
import { CONFIG_COMPLIANCE } from './config-compliance';
import type { FindingSource } from './finding';
import { GUARDDUTY } from './guardduty';
import { HEALTH } from './health';
import { INSIGHTS } from './insights';
import { INSPECTOR } from './inspector';
import { KEY_STATES } from './key-states';
import { MACIE } from './macie';
import { OBJECT_EVENTS } from './object-events';
import { SECURITY_HUB } from './security-hub';
import { TRUSTED_ADVISOR } from './trusted-advisor';

/** Every service that sends findings or states, not calls. */
export const FINDING_SOURCES: readonly FindingSource[] = [
  GUARDDUTY,
  MACIE,
  SECURITY_HUB,
  CONFIG_COMPLIANCE,
  ACCESS_ANALYZER,
  BACKUP_JOBS,
  ALARM_STATES,
  HEALTH,
  KEY_STATES,
  OBJECT_EVENTS,
  INSPECTOR,
  TRUSTED_ADVISOR,
  INSIGHTS,
];

/** The services by the source of their events. */
const FINDING_SOURCE_BY_NAME: ReadonlyMap<string, FindingSource> = new Map(
  FINDING_SOURCES.flatMap((source) => source.sources.map((name) => [name, source] as const)),
);

/** Words of `detail-type` by which an event is known that lost its source. */
const DETAIL_TYPES: readonly (readonly [string, FindingSource])[] = [
  ['guardduty', GUARDDUTY],
  ['macie', MACIE],
  ['security hub', SECURITY_HUB],
  ['config rules compliance', CONFIG_COMPLIANCE],
  ['access analyzer', ACCESS_ANALYZER],
  ['alarm state', ALARM_STATES],
  ['aws health', HEALTH],
  ['kms', KEY_STATES],
  ['inspector2', INSPECTOR],
];

/** The service that an event comes from, also where only its `detail-type` tells. */
export function sourceOf(envelope: Envelope): FindingSource | undefined {
  return envelope.source === undefined
    ? DETAIL_TYPES.find(([words]) => envelope.detailType.includes(words))?.[1]
    : FINDING_SOURCE_BY_NAME.get(envelope.source);
}
