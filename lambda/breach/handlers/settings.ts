import { isCivilDate } from '../../shared/calendar/civil-date';
import { DUTY_KINDS, type Duty } from '../domain/clock/duty';
import { CONTAINMENT_KINDS, type ContainmentKind } from '../domain/containment/containment-kinds';
import type { TriageOptions } from '../domain/triage/options';
import type { Severity } from '../domain/triage/verdict';
import { json, oneOf, shaped } from './variable';

const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:\S{1,512}$/;
const NAME = /^[A-Za-z0-9_./:-]{1,512}$/;
const DUTY_ID = /^duty-[0-9a-f]{32,64}$/;
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

const arn = shaped(ARN);
const name = shaped(NAME);

/** What every function of the path is deployed with: names and ARNs, no secret. */
const REGISTER = {
  ENVIRONMENT: shaped(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/),
  REGISTER_TABLE: name,
  NAME_KEY_ARN: arn,
  ENTITY_ROLE: oneOf(['covered-entity', 'business-associate']),
  TIME_ZONE: shaped(/^[A-Za-z0-9_+/-]{1,64}$/),
  /** Names that alerts may show. */
  KNOWN_NAMES: json(isTexts),
  /** Minutes to answer an alert, by severity. */
  ANSWER_MINUTES: json(isMinutes),
};

const ARCHIVE = { ARCHIVE_BUCKET: name, LOCK_MODE: oneOf(['GOVERNANCE', 'COMPLIANCE']) };

/** The variables of what takes events in. */
export const INTAKE_VARIABLES = {
  ...REGISTER,
  /** What triage knows of the estate. */
  TRIAGE: json(isTriage),
};

/** The variables of what sends alerts. */
export const NOTIFIER_VARIABLES = {
  ...REGISTER,
  URGENT_TOPIC: arn,
  ROUTINE_TOPIC: arn,
  ESCALATION_TOPIC: arn,
};

/** The variables of what looks for what is due. */
export const CLOCK_VARIABLES = {
  ...REGISTER,
  ...ARCHIVE,
  HEAD_KEY_ARN: arn,
  EVENT_BUS: name,
  /** Duties that were known at deployment. */
  DUTIES: json(isDuties),
};

/** The variables of what contains. */
export const CONTAINMENT_VARIABLES = {
  ...REGISTER,
  ...ARCHIVE,
  /** The actions that are switched on. */
  CONTAINMENT: json(isKinds),
};

/** The variables of what looks after the topics. */
export const TOPIC_WATCH_VARIABLES = {
  ENVIRONMENT: REGISTER.ENVIRONMENT,
  WATCHED_TOPICS: json(isTexts),
};

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.length <= 2048);
}

function isMinutes(value: unknown): value is Readonly<Record<Severity, number>> {
  const fields = fieldsOf(value);
  return SEVERITIES.every((severity) => Number.isSafeInteger(fields.get(severity)));
}

function isKinds(value: unknown): value is readonly ContainmentKind[] {
  return isTexts(value) && value.every((one) => CONTAINMENT_KINDS.some((kind) => kind === one));
}

function isDuties(value: unknown): value is readonly Duty[] {
  return (
    Array.isArray(value) &&
    value.every((one) => {
      const fields = fieldsOf(one);
      const id = fields.get('id');
      return (
        typeof id === 'string' &&
        DUTY_ID.test(id) &&
        DUTY_KINDS.some((kind) => kind === fields.get('kind')) &&
        isCivilDate(fields.get('due'))
      );
    })
  );
}

function isTriage(value: unknown): value is TriageOptions {
  const fields = fieldsOf(value);
  const lists = ['trustedAccounts', 'trustedOrganizations', 'auditStores', 'decoys'];
  const ports = fields.get('databasePorts');
  return (
    lists.every((list) => isTexts(fields.get(list))) &&
    Array.isArray(ports) &&
    ports.every(Number.isSafeInteger) &&
    Number.isSafeInteger(fields.get('retentionDays'))
  );
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
