import { type NotifyDependencies, notify } from './notify';

/** A message that is this old and undelivered was missed by the stream, in ms. */
const MISSED_MS = 5 * 60_000;

const MAX_MESSAGES = 100;

/** Sends what the stream has missed: no alert depends on one delivery of one stream. Answers how many were sent. */
export async function sweepOutbox(dependencies: NotifyDependencies): Promise<number> {
  const { outbox, clock } = dependencies;
  const missed = await outbox.undelivered(new Date(clock.now().getTime() - MISSED_MS), MAX_MESSAGES);
  let sent = 0;
  let failure: unknown;
  for (const message of missed) {
    try {
      sent += (await notify(message, dependencies)) === 'sent' ? 1 : 0;
    } catch (error) {
      failure ??= error;
    }
  }
  if (sent === 0 && failure !== undefined) {
    throw failure;
  }
  return sent;
}
