import type { ClaimedGround } from '../assessment/grounds';
import { claimedGrounds, provenGrounds } from '../assessment/grounds';
import { type DayZero, dayZeroOf } from './day-zero';
import type { IncidentFacts } from './facts-schema';
import { type Headcount, headcountOf } from './headcount';

/** The facts, and what follows from them before any rule is asked. */
export interface Situation {
  readonly facts: IncidentFacts;
  readonly dayZero: DayZero;
  readonly headcount: Headcount;
  /** Grounds on which this is no breach; empty while the presumption stands. */
  readonly grounds: readonly ClaimedGround[];
  /** Grounds that were claimed and do not stand. */
  readonly unproven: readonly ClaimedGround[];
}

/** What follows from the facts. */
export function situationOf(facts: IncidentFacts): Situation {
  const grounds = provenGrounds(facts);
  return {
    facts,
    dayZero: dayZeroOf(facts),
    headcount: headcountOf(facts),
    grounds,
    unproven: claimedGrounds(facts).filter(
      ({ ground }) => !grounds.some((proven) => proven.ground === ground),
    ),
  };
}
