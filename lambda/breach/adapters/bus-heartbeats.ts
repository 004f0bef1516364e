import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { Heartbeats } from '../ports/heartbeats';
import { putPathEvent } from './put-path-event';
import { HEARTBEAT_KEY, text } from './register-keys';

/** What beats need. A function that never sends one brings no client for it. */
export interface HeartbeatWays {
  readonly client: Pick<DynamoDBClient, 'send'>;
  readonly tableName: string;
  /** @default none: `send` fails */
  readonly bus?: { readonly client: Pick<EventBridgeClient, 'send'>; readonly name: string };
  /** Told of every arrival: what an alarm counts. @default nobody */
  readonly onArrival?: () => void;
}

/** Beats that leave over the event bus and are marked in the register. */
export class BusHeartbeats implements Heartbeats {
  readonly #ways: HeartbeatWays;

  constructor(ways: HeartbeatWays) {
    this.#ways = ways;
  }

  async send(id: string, at: Date): Promise<void> {
    const { bus } = this.#ways;
    if (bus === undefined) {
      throw new Error("'bus' must be given to send a beat, got: nothing");
    }
    await putPathEvent(bus.client, bus.name, { kind: 'heartbeat', id, sentAt: at.toISOString() });
  }

  async arrived(sentAt: Date): Promise<void> {
    const { client, tableName, onArrival } = this.#ways;
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { ...HEARTBEAT_KEY },
          UpdateExpression: 'SET sentAt = :at',
          ConditionExpression: 'attribute_not_exists(sentAt) OR sentAt < :at',
          ExpressionAttributeValues: { ':at': text(sentAt.toISOString()) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) {
        throw error;
      }
    }
    onArrival?.();
  }

  async last(): Promise<Date | undefined> {
    const { client, tableName } = this.#ways;
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: { ...HEARTBEAT_KEY }, ConsistentRead: true }),
    );
    return item?.sentAt?.S === undefined ? undefined : new Date(item.sentAt.S);
  }
}
