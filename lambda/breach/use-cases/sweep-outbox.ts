import type { OutboxMessage } from '../domain/alerts/outbox-message';
import { type NotifyDependencies, notify } from './notify';

/** A message that is this old and undelivered was missed by the stream, in ms. */
const MISSED_MS = 5 * 60_000;

/** How many messages are asked for at a time, and the most of one sweep. */
const BATCH = 100;
const MAX_MESSAGES = 1000;

/** No message is begun later than this after the first, in ms: the next sweep goes on. */
const SWEEP_MS = 30_000;

/**
 * Sends what the stream has missed, the oldest first: no alert depends on one delivery of one stream, and none waits behind others
 * that cannot be sent. Answers how many were sent.
 */
export async function sweepOutbox(dependencies: NotifyDependencies): Promise<number> {
  const { outbox, clock } = dependencies;
  const begun = clock.now().getTime();
  const tried = new Set<string>();
  let sent = 0;
  let failure: unknown;
  const late = () => clock.now().getTime() - begun > SWEEP_MS;
  for (let batch = await untried(tried, begun, dependencies); batch.length > 0 && !late(); ) {
    for (const message of batch) {
      if (late()) {
        break;
      }
      tried.add(message.id);
      try {
        sent += (await notify(message, dependencies)) === 'sent' ? 1 : 0;
      } catch (error) {
        failure ??= error;
      }
    }
    batch = await untried(tried, begun, { outbox });
  }
  if (sent === 0 && failure !== undefined) {
    throw failure;
  }
  return sent;
}

/** What was missed and is not tried yet in this sweep; what was tried may still be listed. */
async function untried(
  tried: ReadonlySet<string>,
  begun: number,
  { outbox }: Pick<NotifyDependencies, 'outbox'>,
): Promise<readonly OutboxMessage[]> {
  const most = Math.min(tried.size + BATCH, MAX_MESSAGES);
  const missed = await outbox.undelivered(new Date(begun - MISSED_MS), most);
  return missed.filter(({ id }) => !tried.has(id));
}
