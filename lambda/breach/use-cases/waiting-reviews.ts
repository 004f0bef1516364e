import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { IncidentStore } from '../ports/incident-store';
import { casesIn } from './list-cases';

/** Reviews that wait are counted up to this many. */
const MAX_WAITING = 10_000;

/** One of so many that came last is older, or there is enough to look at. */
const MAX_LOOKED_AT = 500;

/** Whether a review waits that was there when a day, in UTC, was over. */
export async function reviewWaitsSince(store: Pick<IncidentStore, 'list'>, day: string): Promise<boolean> {
  let looked = 0;
  for await (const { discoveredAt } of casesIn(store, 'review')) {
    looked += 1;
    if (discoveredAt.slice(0, 10) <= day || looked === MAX_LOOKED_AT) {
      return true;
    }
  }
  return false;
}

/** How many reviews wait, and since when the oldest of those: its day 0, should it prove to be a breach. */
export async function waitingReviews(store: Pick<IncidentStore, 'list'>): Promise<JsonObject> {
  let reviews = 0;
  let oldest: string | undefined;
  for await (const { facts } of casesIn(store, 'review')) {
    reviews += 1;
    oldest = oldest === undefined || facts.discoveredOn < oldest ? facts.discoveredOn : oldest;
    if (reviews === MAX_WAITING) {
      break;
    }
  }
  return { reviews, ...(oldest !== undefined && { oldest }) };
}
