import type { DemandedLock } from './archive-lock';
import { type JsonObject, parsedObject, textOf } from './json';

/** What the rule that asks wants judged. */
export type RuleParameters =
  | { readonly check: 'archive-locked'; readonly bucket: string; readonly demanded: DemandedLock }
  | { readonly check: 'database-tls-forced' | 'database-audited' | 'log-group-masked' };

/**
 * Reads the parameters of a rule; AWS Config hands on numbers as texts.
 *
 * @throws Error when the rule asks for nothing that is known
 */
export function readRuleParameters(value: unknown): RuleParameters {
  const parameters = parsedObject(value) ?? {};
  switch (parameters.check) {
    case 'archive-locked':
      return readArchive(parameters);
    case 'database-tls-forced':
    case 'database-audited':
    case 'log-group-masked':
      return { check: parameters.check };
    default:
      throw new Error("'check' must be one of those that the function knows, got: another");
  }
}

function readArchive({ bucket, mode, days }: JsonObject): RuleParameters {
  const name = textOf(bucket) ?? '';
  const count = Number(days);
  if (name === '') throw new Error("'bucket' must be the name of the archive, got: none");
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') {
    throw new Error("'mode' must be 'GOVERNANCE' or 'COMPLIANCE', got: another");
  }
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error("'days' must be a whole number, got: another");
  return { check: 'archive-locked', bucket: name, demanded: { mode, days: count } };
}
