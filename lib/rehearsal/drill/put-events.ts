import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { NotRunError } from '../not-run-error';
import type { BusEvent } from '../scenarios/scenario';
import type { World } from './world';

/** What the bus takes in one call. */
const BATCH = 10;

/**
 * Puts events on the bus.
 *
 * @throws NotRunError where the bus takes none of AWS services
 * @throws Error when it did not take one of them
 */
export async function putEvents(
  events: readonly BusEvent[],
  { bus, path }: Pick<World, 'bus' | 'path'>,
): Promise<void> {
  for (let first = 0; first < events.length; first += BATCH) {
    const { FailedEntryCount: failed, Entries: entries = [] } = await bus.send(
      new PutEventsCommand({
        Entries: events.slice(first, first + BATCH).map(({ source, detailType, detail }) => ({
          EventBusName: path.bus,
          Source: source,
          DetailType: detailType,
          Detail: JSON.stringify(detail),
        })),
      }),
    );
    if (entries.some(({ ErrorCode }) => ErrorCode === 'NotAuthorizedForSourceException')) {
      throw new NotRunError(
        'The bus of this endpoint takes no events of AWS services: leave --endpoint out, or tell the emulator to take them.',
      );
    }
    if (failed !== 0) throw new Error(`the event bus must take every event, got: ${failed} refused`);
  }
}
