import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './world';

/** How long the path may take to come to rest, in ms. */
const PATIENCE_MS = 60_000;

/** A queue is empty for good when it was empty so many times in a row. */
const TIMES = 2;

/**
 * Waits until nothing is under way: no message in a queue, none in the outbox. Whether it came to rest in time; what is in the
 * dead letters never leaves them.
 */
export async function settled({ queues, path }: Pick<World, 'queues' | 'path'>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  let calm = 0;
  while (Date.now() < deadline) {
    const { total } = await queues.depths();
    const unsent = await path.outbox.undelivered(new Date(), 1);
    calm = total === 0 && unsent.length === 0 ? calm + 1 : 0;
    if (calm === TIMES) return true;
    await wait(100);
  }
  return false;
}
