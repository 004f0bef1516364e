import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { OutboxMessage } from '../domain/alerts/outbox-message';
import type { Delivery } from '../domain/register/transaction';
import type { Claim, Outbox } from '../ports/outbox';
import { itemRefusals } from './failed-conditions';
import { readMessage } from './read-message';
import { deliver, putMark, putMessage } from './register-items';
import { LIST_INDEX, messageKey, number, OUTBOX_LIST, text } from './register-keys';

/** How often marks are written again that somebody else was writing at the same moment. */
const MAX_ATTEMPTS = 4;

/** The outbox in the table of the register. */
export class DynamoDbOutbox implements Outbox {
  readonly #client: Pick<DynamoDBClient, 'send'>;
  readonly #table: string;

  constructor(client: Pick<DynamoDBClient, 'send'>, tableName: string) {
    this.#client = client;
    this.#table = tableName;
  }

  async claim(messageId: string, now: Date, leaseMs: number): Promise<Claim> {
    try {
      const { Attributes } = await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: { ...messageKey(messageId) },
          UpdateExpression: 'SET heldUntil = :until',
          ConditionExpression:
            'attribute_exists(pk) AND attribute_not_exists(deliveredAt) AND (attribute_not_exists(heldUntil) OR heldUntil <= :now)',
          ExpressionAttributeValues: {
            ':until': number(now.getTime() + leaseMs),
            ':now': number(now.getTime()),
          },
          ReturnValues: 'UPDATED_OLD',
        }),
      );
      return Attributes?.heldUntil === undefined ? 'taken' : 'retaken';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) {
        throw error;
      }
      return this.#refusedClaim(messageId);
    }
  }

  async release(messageId: string): Promise<void> {
    await this.#unlessDelivered({
      TableName: this.#table,
      Key: { ...messageKey(messageId) },
      UpdateExpression: 'REMOVE heldUntil',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(deliveredAt)',
    });
  }

  async confirm(delivery: Delivery): Promise<void> {
    await this.#unlessDelivered(deliver(delivery, this.#table));
  }

  async enqueueOnce(
    marks: readonly string[],
    messages: readonly OutboxMessage[],
    now: Date,
  ): Promise<boolean> {
    const items = [
      ...marks.map((mark) => putMark(mark, now, this.#table)),
      ...messages.map((message) => putMessage(message, this.#table)),
    ];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#client.send(new TransactWriteItemsCommand({ TransactItems: items }));
        return true;
      } catch (error) {
        const refusals = itemRefusals(error, items.length);
        if (refusals?.slice(0, marks.length).includes('condition')) {
          return false;
        }
        if (refusals?.includes('contention') !== true || attempt === MAX_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async undelivered(olderThan: Date, limit: number): Promise<readonly OutboxMessage[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: LIST_INDEX,
        KeyConditionExpression: '#list = :list AND #at < :at',
        ExpressionAttributeNames: { '#list': 'list', '#at': 'at' },
        ExpressionAttributeValues: {
          ':list': text(OUTBOX_LIST),
          ':at': text(olderThan.toISOString()),
        },
        Limit: limit,
      }),
    );
    return Items.flatMap((item) => readMessage(item.body?.S) ?? []);
  }

  async #refusedClaim(messageId: string): Promise<Claim> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: { ...messageKey(messageId) },
        ConsistentRead: true,
      }),
    );
    return claimOn(item);
  }

  async #unlessDelivered(update: ConstructorParameters<typeof UpdateItemCommand>[0]): Promise<void> {
    try {
      await this.#client.send(new UpdateItemCommand(update));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) {
        throw error;
      }
    }
  }
}

function claimOn(item: Record<string, AttributeValue> | undefined): Claim {
  if (item === undefined) {
    return 'unknown';
  }
  return item.deliveredAt === undefined ? 'held' : 'delivered';
}
