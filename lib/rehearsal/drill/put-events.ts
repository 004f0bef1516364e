import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { BusEvent } from '../scenarios/scenario';
import type { World } from './world';

/** What the bus takes in one call. */
const BATCH = 10;

/**
 * Puts events on the bus.
 *
 * @throws Error when the bus did not take one of them
 */
export async function putEvents(
  events: readonly BusEvent[],
  { bus, path }: Pick<World, 'bus' | 'path'>,
): Promise<void> {
  for (let first = 0; first < events.length; first += BATCH) {
    const { FailedEntryCount: failed } = await bus.send(
      new PutEventsCommand({
        Entries: events.slice(first, first + BATCH).map(({ source, detailType, detail }) => ({
          EventBusName: path.bus,
          Source: source,
          DetailType: detailType,
          Detail: JSON.stringify(detail),
        })),
      }),
    );
    if (failed !== 0) throw new Error(`the event bus must take every event, got: ${failed} refused`);
  }
}
