import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Incident } from '../domain/incident/incident';
import { isIncidentId } from '../domain/incident/incident-id';
import type { IncidentQuery, Page } from '../domain/register/incident-query';
import type { TimelineEntry } from '../domain/register/timeline-entry';
import type { RecordOutcome, RegisterTransaction } from '../domain/register/transaction';
import type { IncidentStore } from '../ports/incident-store';
import { itemRefusals } from './failed-conditions';
import { cursorOf, startOf } from './list-cursor';
import { deliver, putCase, putEntry, putMessage, putRelation, putSeen } from './register-items';
import {
  caseKey,
  entryKey,
  type ItemKey,
  LIST_INDEX,
  relationKey,
  seenKey,
  stateList,
  text,
} from './register-keys';

type Item = Record<string, AttributeValue>;

/** DynamoDB takes so many keys in one call. */
const MAX_BATCH = 100;

/** How often keys are asked for that DynamoDB left out of its answer. */
const MAX_BATCH_CALLS = 5;

/** No case has more entries than that. */
const MAX_SEQ = 9_999_999_999;

/**
 * The register in one DynamoDB table: an item for each case and for each entry of its timeline.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class DynamoDbIncidentStore implements IncidentStore {
  readonly #client: Pick<DynamoDBClient, 'send'>;
  readonly #table: string;

  constructor(client: Pick<DynamoDBClient, 'send'>, tableName: string) {
    this.#client = client;
    this.#table = tableName;
  }

  async record(transaction: RegisterTransaction): Promise<RecordOutcome> {
    const table = this.#table;
    const { cases, seen, relations, outbox, delivered } = transaction;
    // What makes a transaction `seen` comes first: its place tells why it was refused.
    const ledger = [
      ...seen.map((event) => putSeen(event, table)),
      ...(delivered === null ? [] : [{ Update: deliver(delivered, table) }]),
    ];
    const items = [
      ...ledger,
      ...cases.flatMap((write) => [
        putCase(write, table),
        ...write.entries.map((entry) => putEntry(entry, table)),
      ]),
      ...relations.map((claim) => putRelation(claim, table)),
      ...outbox.map((message) => putMessage(message, table)),
    ];
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      return 'recorded';
    } catch (error) {
      const refusals = itemRefusals(error, items.length);
      if (refusals === undefined) {
        throw error;
      }
      return refusals.slice(0, ledger.length).includes('condition') ? 'seen' : 'conflict';
    }
  }

  async get(id: string): Promise<Incident | undefined> {
    return isIncidentId(id) ? incidentIn(await this.#item(caseKey(id))) : undefined;
  }

  async related(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const byItem = new Map([...new Set(keys)].map((key) => [relationKey(key).pk.S, key]));
    const found = new Map<string, string>();
    let wanted: Item[] = [...new Set(keys)].map((key) => ({ ...relationKey(key) }));
    for (let call = 0; wanted.length > 0; call += 1) {
      if (call === MAX_BATCH_CALLS) {
        throw new Error('the register must answer for every relation, got: some without an answer');
      }
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetItemCommand({
          RequestItems: { [this.#table]: { Keys: wanted.slice(0, MAX_BATCH), ConsistentRead: true } },
        }),
      );
      for (const item of Responses?.[this.#table] ?? []) {
        const key = byItem.get(item.pk?.S ?? '');
        if (key !== undefined && item.incidentId?.S !== undefined) found.set(key, item.incidentId.S);
      }
      wanted = [...(UnprocessedKeys?.[this.#table]?.Keys ?? []), ...wanted.slice(MAX_BATCH)];
    }
    return found;
  }

  async hasSeen(key: string): Promise<boolean> {
    return (await this.#item(seenKey(key))) !== undefined;
  }

  async list(query: IncidentQuery): Promise<Page<Incident>> {
    const { state, updatedSince, limit, cursor } = query;
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: LIST_INDEX,
        KeyConditionExpression: updatedSince === undefined ? '#list = :list' : '#list = :list AND #at >= :at',
        ExpressionAttributeNames: { '#list': 'list', ...(updatedSince !== undefined && { '#at': 'at' }) },
        ExpressionAttributeValues: {
          ':list': text(stateList(state)),
          ...(updatedSince !== undefined && { ':at': text(updatedSince) }),
        },
        ScanIndexForward: false,
        Limit: limit,
        ...(cursor !== undefined && { ExclusiveStartKey: startOf(cursor, stateList(state)) }),
      }),
    );
    return { items: Items.flatMap((item) => incidentIn(item) ?? []), cursor: cursorOf(LastEvaluatedKey) };
  }

  async timeline(id: string, fromSeq: number, limit: number): Promise<Page<TimelineEntry>> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': caseKey(id).pk,
          ':from': entryKey(id, fromSeq).sk,
          ':to': entryKey(id, MAX_SEQ).sk,
        },
        Limit: limit,
      }),
    );
    return {
      items: Items.map((item, index) => ({
        incidentId: id,
        seq: fromSeq + index,
        line: item.line?.S ?? '',
      })),
      cursor: LastEvaluatedKey === undefined ? undefined : String(fromSeq + Items.length),
    };
  }

  async #item(key: ItemKey): Promise<Item | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: { ...key }, ConsistentRead: true }),
    );
    return item;
  }
}

/** @throws Error when another version of this program wrote the case */
function incidentIn(item: Item | undefined): Incident | undefined {
  if (item?.body?.S === undefined) {
    return undefined;
  }
  const incident: Incident = JSON.parse(item.body.S);
  if (incident.schemaVersion !== 1) {
    throw new Error("'schemaVersion' of a case must be 1, got: another version");
  }
  return incident;
}
