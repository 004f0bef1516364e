import { buildEnvelope } from '../../../shared/envelope/build-envelope';
import type { EnvelopeSchema } from '../../../shared/envelope/field-kinds';
import type { FieldValue } from '../../../shared/envelope/field-readers';
import type { Incident } from '../incident/incident';
import { REPORT_ROWS } from '../incident/report-types';
import { SUBJECT_SERVICES } from '../incident/subject';
import type { Names } from '../register/names';
import { SIGNALS } from '../triage/signals/catalogue';
import { ALERT_KINDS, type AlertKind } from './outbox-message';

/** The most paragraphs that an alert lists. */
const MAX_CITATIONS = 12;

/** What an alert about a case may carry: the allow-list. */
const CASE_ALERT_SCHEMA: EnvelopeSchema = {
  kind: { kind: 'enum', values: ALERT_KINDS },
  alertId: { kind: 'id', prefix: 'msg' },
  incidentId: { kind: 'id', prefix: 'inc' },
  relatedTo: { kind: 'id', prefix: 'inc' },
  linkedTo: { kind: 'id', prefix: 'inc' },
  repeat: { kind: 'flag' },
  severity: { kind: 'enum', values: ['critical', 'high', 'medium', 'low'] },
  state: { kind: 'enum', values: ['review', 'open', 'closed', 'dismissed', 'linked'] },
  signal: { kind: 'enum', values: [...SIGNALS.keys()] },
  reported: { kind: 'enum', values: REPORT_ROWS.map(({ id }) => id) },
  account: { kind: 'account' },
  region: { kind: 'region' },
  service: { kind: 'enum', values: SUBJECT_SERVICES },
  resource: { kind: 'resource' },
  actor: { kind: 'principal' },
  call: { kind: 'id', prefix: 'call' },
  happenedAt: { kind: 'instant' },
  occurredOn: { kind: 'date' },
  discoveredAt: { kind: 'instant' },
  openedAt: { kind: 'instant' },
  dayZero: { kind: 'date' },
  signals: { kind: 'count' },
  acknowledged: { kind: 'flag' },
  contained: { kind: 'flag' },
  citations: { kind: 'list', of: { kind: 'citation' }, most: MAX_CITATIONS },
};

/** The fields of an envelope. */
export type EnvelopeFields = Readonly<Record<string, FieldValue>>;

/** What goes into an alert besides the case. */
export interface CaseAlertInput {
  readonly kind: AlertKind;
  readonly alertId: string;
  readonly repeat: boolean;
  readonly dayZero: string;
  readonly citations: readonly string[];
}

/** References as the register keeps them: a token, what AWS made up, a service; behind an ARN's head where there is one. */
const REFERENCE =
  /^(?:(?:arn:aws[a-z-]*:[a-z0-9-]{1,40}:[a-z0-9-]{0,25}:(?:\d{12}|aws|):(?:[A-Za-z-]{1,32}[/:])?)?(?:tok-[a-p]{20}|[a-z]{1,8}-[0-9a-f]{17})|[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}\.amazonaws\.com(?:\.cn)?)$/;

/**
 * The case as an alert may carry it. What the register keeps is read as strictly as what comes from outside.
 *
 * @see 45 CFR 164.502(b)
 */
export function caseEnvelope(incident: Incident, input: CaseAlertInput, names: Names): EnvelopeFields {
  const { subject } = incident;
  const references = [subject.resource, subject.actor].filter(
    (name): name is string => name !== null && REFERENCE.test(name),
  );
  const { fields } = buildEnvelope(
    CASE_ALERT_SCHEMA,
    defined({
      ...input,
      incidentId: incident.id,
      relatedTo: incident.relatedTo,
      linkedTo: incident.linkedTo,
      severity: incident.severity,
      state: incident.state,
      signal: incident.signal,
      reported: incident.reported,
      account: subject.account,
      region: subject.region,
      service: subject.service,
      resource: subject.resource,
      actor: subject.actor,
      call: subject.eventId === null ? null : `call-${subject.eventId}`,
      happenedAt: incident.happenedAt,
      occurredOn: incident.facts.occurredOn,
      discoveredAt: incident.discoveredAt,
      openedAt: incident.openedAt,
      signals: incident.signals.reduce((sum, { count }) => sum + count, incident.otherSignals),
      acknowledged: incident.acknowledged !== null,
      contained: incident.contained !== null,
    }),
    { key: names.key, knownNames: new Set([...names.knownNames, ...references]) },
  );
  return fields;
}

/** What is null is left out: it is not refused, it is not there. */
function defined(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** A field that is a text. */
export function textField(fields: EnvelopeFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}
