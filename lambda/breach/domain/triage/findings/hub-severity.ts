import { asObject, asText, at, type JsonObject } from '../event/json';
import { numberOf, textOf } from '../event/values';
import type { Severity } from '../verdict';

/** A severity as findings have it: `none` is for information only. */
export type HubSeverity = Severity | 'none';

const LABELS: ReadonlyMap<string, HubSeverity> = new Map([
  ['CRITICAL', 'critical'],
  ['FATAL', 'critical'],
  ['HIGH', 'high'],
  ['MEDIUM', 'medium'],
  ['LOW', 'low'],
  ['INFORMATIONAL', 'none'],
]);

/** The least number, from 0 to 100, of each severity. @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html */
const FLOORS: readonly (readonly [number, HubSeverity])[] = [
  [90, 'critical'],
  [70, 'high'],
  [40, 'medium'],
  [1, 'low'],
];

/** The numbers of the Open Cybersecurity Schema in the same scale. */
const SCHEMA_SCORES = [0, 0, 1, 40, 70, 90, 90];

/** The finding's severity, by its label, by its number, or by its number in the Open Cybersecurity Schema. */
export function hubSeverityOf(detail: JsonObject): HubSeverity | undefined {
  const given = at(detail, 'severity');
  const label =
    textOf(at(detail, 'Severity.Label')) ?? (asObject(given) === undefined ? asText(given) : undefined);
  return LABELS.get(label?.toUpperCase() ?? '') ?? byScore(detail);
}

function byScore(detail: JsonObject): HubSeverity | undefined {
  const schema = numberOf(at(detail, 'severity_id'));
  const score = numberOf(at(detail, 'Severity.Normalized')) ?? SCHEMA_SCORES[schema ?? -1];
  return score === undefined ? undefined : (FLOORS.find(([floor]) => score >= floor)?.[1] ?? 'none');
}

/** The number from 0 to 10 that the product gave, and whether the product is GuardDuty. */
export function guardDutyScoreOf(detail: JsonObject): {
  readonly isGuardDuty: boolean;
  readonly score: number | undefined;
} {
  const names = ['ProductName', 'ProductArn', 'metadata.product.name'].map(
    (path) => textOf(at(detail, path)) ?? '',
  );
  const fields = asObject(at(detail, 'ProductFields'));
  return {
    isGuardDuty: names.some((name) => /guardduty/i.test(name)),
    score: numberOf(at(detail, 'Severity.Product')) ?? numberOf(fields?.['aws/guardduty/service/severity']),
  };
}
