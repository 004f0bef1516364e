import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type PathMessage, pathEvent } from '../domain/register/path-message';

/**
 * Puts a message that tests the path on the bus.
 *
 * @throws Error when the bus did not take it
 */
export async function putPathEvent(
  client: Pick<EventBridgeClient, 'send'>,
  busName: string,
  message: PathMessage,
): Promise<void> {
  const { source, detailType, detail } = pathEvent(message);
  const { FailedEntryCount, Entries = [] } = await client.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: busName,
          Source: source,
          DetailType: detailType,
          Time: new Date(message.sentAt),
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );
  if (FailedEntryCount !== 0 || Entries[0]?.EventId === undefined) {
    throw new Error('the event bus must accept the message');
  }
}
