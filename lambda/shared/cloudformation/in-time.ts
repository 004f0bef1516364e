import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './answer';

/** Left for the answer when a service does not come back, in ms. */
const RESERVE = 20_000;

/**
 * How the work went, or that it is late while there is still time to say so: a request of CloudFormation that nobody answers
 * holds a deployment up for its whole time-out.
 *
 * @param remaining how long the function has, in ms
 */
export async function inTime(work: Promise<Outcome>, late: Outcome, remaining: number): Promise<Outcome> {
  const over = new AbortController();
  const timer = wait(Math.max(remaining - RESERVE, 0), late, { signal: over.signal });
  try {
    return await Promise.race([work, timer]);
  } finally {
    timer.catch(() => undefined);
    over.abort();
  }
}
