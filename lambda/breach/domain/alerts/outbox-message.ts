import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { Severity } from '../triage/verdict';

/** Which people an alert reaches: a topic for each severity, and one for those who step in when nobody does. */
export const ALERT_CHANNELS = [
  'critical',
  'high',
  'medium',
  'low',
  'escalation',
] as const satisfies readonly (Severity | 'escalation')[];

/** One of {@link ALERT_CHANNELS}. */
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** What an alert tells. `incident` is sent once for each incident; `incident-raised` when a case grows worse. */
export const ALERT_KINDS = [
  'incident',
  'incident-raised',
  'escalation',
  'reminder',
  'digest',
  'duty',
  'annual-log',
  'heartbeat-missing',
  'heartbeat',
  'test',
] as const;

/** One of {@link ALERT_KINDS}. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * Something that has to be told, written in the same transaction as what it tells of. What it says is rendered when it is
 * sent; `content` holds typed values alone, and no PHI.
 */
export interface OutboxMessage {
  /** `msg-` and a UUID or 32 hexadecimal digits. The alert carries it: whoever receives one twice can tell. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly channel: AlertChannel;
  /** Null where it is about no case. */
  readonly incidentId: string | null;
  /** Instant in UTC with milliseconds. */
  readonly at: string;
  readonly content: JsonObject;
}
