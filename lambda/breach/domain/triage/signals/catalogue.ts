import { FINDING_SOURCES } from '../findings/sources';
import type { Signal } from '../judgement';
import { ALARM_SIGNALS } from './alarms';
import { ANYWHERE_SIGNALS } from './anywhere';
import { AUDIT_TRAIL_SIGNALS } from './audit-trail';
import { BACKUP_SIGNALS } from './backups';
import { BUCKET_ACCESS_SIGNALS } from './bucket-access';
import { BUCKET_PROTECTION_SIGNALS } from './bucket-protection';
import type { CallRow } from './call-row';
import { COMPUTE_SIGNALS } from './compute';
import { CREDENTIAL_SIGNALS } from './credentials';
import { DATABASE_SIGNALS } from './database-protection';
import { DETECTOR_SIGNALS } from './detectors';
import { ENCRYPTION_SIGNALS } from './encryption';
import { HIDDEN_FINDING_SIGNALS } from './findings-hidden';
import { KEY_SIGNALS } from './keys';
import { LOG_SETTING_SIGNALS } from './log-settings';
import { LOG_SIGNALS } from './logs';
import { NETWORK_CHANGE_SIGNALS } from './network-changes';
import { NETWORK_EXPOSURE_SIGNALS } from './network-exposure';
import { ORGANIZATION_SIGNALS } from './organization';
import { POLICY_SIGNALS } from './policies';
import { RECORDER_SIGNALS } from './recorder';
import { RIGHTS_SIGNALS } from './rights';
import { SHARING_SIGNALS } from './sharing';
import { SIGN_IN_SIGNALS } from './sign-in';
import { STORE_SIGNALS } from './stores';
import { UNCLEAR_EVENT } from './unclear';
import { UNLISTED_SIGNALS } from './unlisted';

/** Every signal that is recognized by the name of a call. */
export const CALL_SIGNALS: readonly CallRow[] = [
  ...AUDIT_TRAIL_SIGNALS,
  ...RECORDER_SIGNALS,
  ...DETECTOR_SIGNALS,
  ...HIDDEN_FINDING_SIGNALS,
  ...LOG_SIGNALS,
  ...ALARM_SIGNALS,
  ...LOG_SETTING_SIGNALS,
  ...BUCKET_ACCESS_SIGNALS,
  ...BUCKET_PROTECTION_SIGNALS,
  ...STORE_SIGNALS,
  ...DATABASE_SIGNALS,
  ...ENCRYPTION_SIGNALS,
  ...BACKUP_SIGNALS,
  ...SHARING_SIGNALS,
  ...POLICY_SIGNALS,
  ...KEY_SIGNALS,
  ...RIGHTS_SIGNALS,
  ...SIGN_IN_SIGNALS,
  ...CREDENTIAL_SIGNALS,
  ...NETWORK_EXPOSURE_SIGNALS,
  ...NETWORK_CHANGE_SIGNALS,
  ...COMPUTE_SIGNALS,
  ...ORGANIZATION_SIGNALS,
];

/** Every signal there is, by id. */
export const SIGNALS: ReadonlyMap<string, Signal> = new Map(
  [
    ...CALL_SIGNALS,
    ...ANYWHERE_SIGNALS,
    ...UNLISTED_SIGNALS,
    UNCLEAR_EVENT,
    ...FINDING_SOURCES.flatMap((source) => source.rows),
  ].map((row) => [row.id, row]),
);

/** The signals that concern a call, by its key. */
export const SIGNALS_BY_CALL: ReadonlyMap<string, readonly CallRow[]> = byCall();

function byCall(): ReadonlyMap<string, readonly CallRow[]> {
  const result = new Map<string, CallRow[]>();
  for (const row of CALL_SIGNALS) {
    for (const call of row.calls) {
      result.set(call, [...(result.get(call) ?? []), row]);
    }
  }
  return result;
}
