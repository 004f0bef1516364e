import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { AlertChannel, AlertKind, OutboxMessage } from '../domain/alerts/outbox-message';
import type { Incident } from '../domain/incident/incident';
import type { Ids } from '../ports/ids';

/** A message about a case, to the people of its severity. */
export function messageAbout(
  incident: Pick<Incident, 'id' | 'severity'>,
  kind: AlertKind,
  ids: Ids,
  at: string,
  channel: AlertChannel = incident.severity,
  content: JsonObject = {},
): OutboxMessage {
  return { id: `msg-${ids.next()}`, kind, channel, incidentId: incident.id, at, content };
}

/** A message about no case. */
export function message(
  kind: AlertKind,
  channel: AlertChannel,
  ids: Ids,
  at: string,
  content: JsonObject = {},
): OutboxMessage {
  return { id: `msg-${ids.next()}`, kind, channel, incidentId: null, at, content };
}
