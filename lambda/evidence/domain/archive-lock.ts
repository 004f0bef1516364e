import { compliant, type Judgement, nonCompliant } from './compliance';
import type { ConfigurationItem } from './configuration-item';
import { type JsonObject, objectOf, parsedObject } from './json';

/** GOVERNANCE can be lifted by who may bypass it, COMPLIANCE by nobody. */
type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/** How long and how firmly an archive must lock what lands in it. */
export interface DemandedLock {
  readonly mode: LockMode;
  /** Days that every object version is locked, at least. */
  readonly days: number;
}

/** S3 counts a year as 365 days. */
const DAYS_OF_A_YEAR = 365;

/**
 * Whether a bucket locks every object by default, as firmly and as long as was deployed. A firmer or longer lock is
 * compliant; a lock that the item does not tell is none.
 *
 * @see 45 CFR 164.312(c)(1), 164.316(b)(2)(i)
 */
export function judgeArchiveLock(item: ConfigurationItem, demanded: DemandedLock): Judgement {
  const lock = parsedObject(item.supplementary.ObjectLockConfiguration);
  const retention = objectOf(objectOf(lock?.rule)?.defaultRetention);
  const must = `The default lock must be ${demanded.mode} for ${demanded.days} days or more`;
  if (lock?.objectLockEnabled !== 'Enabled' || retention === undefined) {
    return nonCompliant(`${must}, got: none.`);
  }
  const mode = modeOf(retention.mode);
  const days = daysOf(retention);
  const found = `got: ${mode ?? 'another mode'} for ${days} days.`;
  const isFirm = mode === 'COMPLIANCE' || mode === demanded.mode;
  return isFirm && days >= demanded.days
    ? compliant(`The default lock is ${mode} for ${days} days.`)
    : nonCompliant(`${must}, ${found}`);
}

function modeOf(mode: unknown): LockMode | undefined {
  return mode === 'GOVERNANCE' || mode === 'COMPLIANCE' ? mode : undefined;
}

function daysOf({ days, years }: JsonObject): number {
  if (typeof days === 'number' && Number.isSafeInteger(days)) return days;
  return typeof years === 'number' && Number.isSafeInteger(years) ? years * DAYS_OF_A_YEAR : 0;
}
