import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Counters } from '../ports/counters';
import { ledgerEnd } from './register-items';
import { countKey, number } from './register-keys';

/** What the attributes begin with that are counts. */
const PREFIX = 'n:';

/** Counts by day in the table of the register, an attribute for each. @see 45 CFR 164.304 "Security incident" */
export class DynamoDbCounters implements Counters {
  readonly #client: Pick<DynamoDBClient, 'send'>;
  readonly #table: string;

  constructor(client: Pick<DynamoDBClient, 'send'>, tableName: string) {
    this.#client = client;
    this.#table = tableName;
  }

  async add(day: string, counts: Readonly<Record<string, number>>): Promise<void> {
    const entries = Object.entries(counts);
    if (entries.length === 0) {
      return;
    }
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: { ...countKey(day) },
        UpdateExpression: `SET expiresAt = :end ADD ${entries.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(
          entries.map(([name], index) => [`#n${index}`, `${PREFIX}${name}`]),
        ),
        ExpressionAttributeValues: {
          ':end': number(ledgerEnd(new Date(`${day}T00:00:00.000Z`))),
          ...Object.fromEntries(entries.map(([, count], index) => [`:n${index}`, number(count)])),
        },
      }),
    );
  }

  async read(day: string): Promise<Readonly<Record<string, number>>> {
    const { Item: item = {} } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: { ...countKey(day) }, ConsistentRead: true }),
    );
    return Object.fromEntries(
      Object.entries(item).flatMap(([name, { N: count }]) =>
        name.startsWith(PREFIX) && count !== undefined
          ? [[name.slice(PREFIX.length), Number(count)] as const]
          : [],
      ),
    );
  }
}
