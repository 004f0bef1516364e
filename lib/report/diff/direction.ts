import type { SafeguardStatus } from '../../checks/verdict';
import type { Direction } from './safeguard-change';

type Status = SafeguardStatus['status'];

/** From the weakest to the strongest; what does not apply has no rank. */
const RANKED: readonly Status[] = ['gap', 'unattested', 'partial', 'attested', 'monitored', 'enforced'];
const HELD: readonly Status[] = ['attested', 'monitored', 'enforced'];

/** Every direction; what a reviewer must see first comes first. */
export const DIRECTIONS: readonly Direction[] = [
  'lost',
  'weakened',
  'changed',
  'removed',
  'won',
  'strengthened',
  'added',
];

/** How two findings of one status differ. */
export interface Evidence {
  /** Whether something stands against the safeguard that did not. */
  readonly worse: boolean;
  /** Whether something no longer stands against it. */
  readonly better: boolean;
}

/** Where a safeguard went from one status to another; null when it stayed where it was, evidence included. */
export function directionOf(
  before: Status | null,
  after: Status | null,
  evidence: Evidence,
): Direction | null {
  if (before === null) return after === null ? null : 'added';
  if (after === null) return 'removed';
  if (before === after) return directionWithin(evidence);
  if (before === 'not-applicable' || after === 'not-applicable') return 'changed';
  if (RANKED.indexOf(after) < RANKED.indexOf(before)) {
    return HELD.includes(before) && !HELD.includes(after) ? 'lost' : 'weakened';
  }
  return HELD.includes(after) && !HELD.includes(before) ? 'won' : 'strengthened';
}

function directionWithin({ worse, better }: Evidence): Direction | null {
  if (worse) return better ? 'changed' : 'weakened';
  return better ? 'strengthened' : null;
}
