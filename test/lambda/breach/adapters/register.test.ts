import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { BusHeartbeats } from '../../../../lambda/breach/adapters/bus-heartbeats';
import { DynamoDbCounters } from '../../../../lambda/breach/adapters/dynamodb-counters';
import { DynamoDbDuties } from '../../../../lambda/breach/adapters/dynamodb-duties';
import { DynamoDbIncidentStore } from '../../../../lambda/breach/adapters/dynamodb-incident-store';
import { DynamoDbOutbox } from '../../../../lambda/breach/adapters/dynamodb-outbox';
import type { RegisterTransaction } from '../../../../lambda/breach/domain/register/transaction';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { eventOf } from '../domain/triage/events';
import { createWorld } from '../use-cases/memory/memory-ports';

const mock = mockClient(DynamoDBClient);
const client = new DynamoDBClient({ region: 'us-east-1' });
const store = new DynamoDbIncidentStore(client, 'register');
const outbox = new DynamoDbOutbox(client, 'register');
const NOW = new Date('2026-03-04T15:00:00.000Z');

/** The transaction that an incident is really recorded with. */
async function recorded(): Promise<RegisterTransaction> {
  const world = createWorld();
  const seen: RegisterTransaction[] = [];
  const record = world.register.record;
  const spied = Object.assign(Object.create(world.register), {
    record: async (transaction: RegisterTransaction) => {
      seen.push(transaction);
      return record(transaction);
    },
  });
  const line = JSON.stringify(eventOf({ call: 'cloudtrail:StopLogging', request: { name: 'main' } }));
  await intake(line, NOW, { ...world, store: spied });
  const [first] = seen;
  if (first === undefined) throw new Error('the event must be recorded, got: nothing');
  return first;
}

function canceled(...codes: string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: 'canceled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

const refused = new ConditionalCheckFailedException({ message: 'refused', $metadata: {} });

beforeEach(() => mock.reset());

describe('the register in DynamoDB', () => {
  test('writes an incident, its entries, what was seen, relations and the alert together, each on its condition', async () => {
    mock.on(TransactWriteItemsCommand).resolves({});
    const transaction = await recorded();
    expect(await store.record(transaction)).toBe('recorded');
    const [call] = mock.commandCalls(TransactWriteItemsCommand);
    const items = call?.args[0].input.TransactItems ?? [];
    const puts = items.map(({ Put }) => [Put?.Item?.pk?.S?.split('#')[0], Put?.ConditionExpression]);
    const [write] = transaction.cases;
    expect(puts).toEqual([
      ['seen', 'attribute_not_exists(pk)'],
      ['case', 'attribute_not_exists(pk)'],
      ...(write?.entries ?? []).map(() => ['case', 'attribute_not_exists(pk)']),
      ...transaction.relations.map(() => ['relation', 'attribute_not_exists(pk)']),
      ['message', 'attribute_not_exists(pk)'],
    ]);
    expect(JSON.stringify(items)).not.toContain('"main"');
  });

  test.each<[string, string[], string]>([
    ['an event that was taken in', ['ConditionalCheckFailed', 'None', 'None'], 'seen'],
    [
      'an event that was taken in, into a case that changed',
      ['ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'],
      'seen',
    ],
    ['a case that changed', ['None', 'ConditionalCheckFailed', 'None'], 'conflict'],
    ['somebody who writes at the same moment', ['TransactionConflict', 'None', 'None'], 'conflict'],
  ])('tells %s', async (_name, codes, outcome) => {
    const { cases, seen } = await recorded();
    const [write] = cases;
    if (write === undefined) throw new Error('a case must be written');
    const entries = write.entries.slice(0, 1);
    mock.on(TransactWriteItemsCommand).rejects(canceled(...codes));
    const transaction = { cases: [{ ...write, entries }], seen, relations: [], outbox: [], delivered: null };
    expect(await store.record(transaction)).toBe(outcome);
  });

  test.each([['ThrottlingError'], ['ItemCollectionSizeLimitExceeded'], ['ValidationError']])(
    'throws where nobody knows what the conditions were: %s',
    async (code) => {
      const { cases } = await recorded();
      const [write] = cases;
      if (write === undefined) throw new Error('a case must be written');
      mock.on(TransactWriteItemsCommand).rejects(canceled(code));
      await expect(
        store.record({
          cases: [{ ...write, entries: [] }],
          seen: [],
          relations: [],
          outbox: [],
          delivered: null,
        }),
      ).rejects.toThrow();
    },
  );

  test('replaces a case only at the version that was read', async () => {
    mock.on(TransactWriteItemsCommand).resolves({});
    const { cases } = await recorded();
    const [write] = cases;
    if (write === undefined) throw new Error('a case must be written');
    await store.record({
      cases: [{ ...write, expectedVersion: 7 }],
      seen: [],
      relations: [],
      outbox: [],
      delivered: null,
    });
    const [put] = mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(put?.Put).toMatchObject({
      ConditionExpression: '#version = :expected',
      ExpressionAttributeValues: { ':expected': { N: '7' } },
    });
  });

  test('reads consistently, and refuses a case of another version of this program', async () => {
    const { cases } = await recorded();
    const incident = cases[0]?.incident;
    const id = incident?.id ?? '';
    mock.on(GetItemCommand).resolves({ Item: { body: { S: JSON.stringify(incident) } } });
    expect(await store.get(id)).toEqual(incident);
    expect(mock.commandCalls(GetItemCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
    mock.on(GetItemCommand).resolves({ Item: { body: { S: '{"schemaVersion":2}' } } });
    await expect(store.get(id)).rejects.toThrow("'schemaVersion'");
    expect(await store.get('no id')).toBeUndefined();
  });

  test('asks again for relations that DynamoDB left out', async () => {
    mock.on(BatchGetItemCommand).callsFake(({ RequestItems }) => {
      const [first, ...rest] = RequestItems.register.Keys;
      return {
        Responses: { register: [{ ...first, incidentId: { S: `inc-of-${first.pk.S.length}` } }] },
        UnprocessedKeys: rest.length === 0 ? {} : { register: { Keys: rest } },
      };
    });
    const found = await store.related(['one', 'two', 'three', 'two']);
    expect([...found.keys()].sort()).toEqual(['one', 'three', 'two']);
  });

  test('goes on with a list where it stopped, and takes no cursor of another list', async () => {
    const key = { pk: { S: 'case#x' }, sk: { S: 'case' }, list: { S: 'state#open' }, at: { S: '2026' } };
    mock.on(QueryCommand).resolves({ Items: [], LastEvaluatedKey: key });
    const { cursor } = await store.list({ state: 'open', limit: 10, updatedSince: '2026' });
    await store.list({ state: 'open', limit: 10, ...(cursor !== undefined && { cursor }) });
    expect(mock.commandCalls(QueryCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual(key);
    for (const wrong of [cursor ?? '', 'x', 'W10', 'a'.repeat(5000)]) {
      await expect(store.list({ state: 'closed', limit: 10, cursor: wrong })).rejects.toThrow("'cursor'");
    }
  });
});

describe('the outbox in DynamoDB', () => {
  test.each<[string, Record<string, { S: string }> | undefined, string]>([
    ['nobody knows', undefined, 'unknown'],
    ['is delivered', { pk: { S: 'message#x' }, deliveredAt: { S: 'then' } }, 'delivered'],
    ['somebody holds', { pk: { S: 'message#x' } }, 'held'],
  ])('does not give a message out that %s', async (_name, Item, claim) => {
    mock.on(UpdateItemCommand).rejects(refused);
    mock.on(GetItemCommand).resolves(Item === undefined ? {} : { Item });
    expect(await outbox.claim('msg-x', NOW, 1000)).toBe(claim);
  });

  test('tells a message that was tried before from one that was not', async () => {
    mock
      .on(UpdateItemCommand)
      .resolvesOnce({})
      .resolvesOnce({ Attributes: { heldUntil: { N: '1' } } });
    expect(await outbox.claim('msg-x', NOW, 1000)).toBe('taken');
    expect(await outbox.claim('msg-x', NOW, 1000)).toBe('retaken');
    expect(mock.commandCalls(UpdateItemCommand)[0]?.args[0].input.ExpressionAttributeValues).toEqual({
      ':until': { N: String(NOW.getTime() + 1000) },
      ':now': { N: String(NOW.getTime()) },
    });
  });

  test('enqueues once: not where a mark exists, again where somebody else was writing', async () => {
    mock.on(TransactWriteItemsCommand).rejectsOnce(canceled('TransactionConflict')).resolvesOnce({});
    expect(await outbox.enqueueOnce(['a'], [], NOW)).toBe(true);
    mock.on(TransactWriteItemsCommand).rejects(canceled('ConditionalCheckFailed'));
    expect(await outbox.enqueueOnce(['a'], [], NOW)).toBe(false);
    mock.on(TransactWriteItemsCommand).rejects(canceled('ThrottlingError'));
    await expect(outbox.enqueueOnce(['a'], [], NOW)).rejects.toThrow();
  });

  test('neither releases nor confirms what is delivered, and lets every other failure through', async () => {
    mock.on(UpdateItemCommand).rejects(refused);
    await outbox.release('msg-x');
    await outbox.confirm({ messageId: 'msg-x', receipt: 'r', at: NOW.toISOString() });
    mock.on(UpdateItemCommand).rejects(new Error('throttled'));
    await expect(outbox.release('msg-x')).rejects.toThrow('throttled');
  });
});

describe('counts, beats and duties in DynamoDB', () => {
  test('adds counts in one call, and reads them back', async () => {
    const counters = new DynamoDbCounters(client, 'register');
    mock.on(UpdateItemCommand).resolves({});
    await counters.add('2026-03-04', { ignore: 2, 'review:access-denied': 1 });
    const { input } = mock.commandCalls(UpdateItemCommand)[0]?.args[0] ?? {};
    expect(input?.UpdateExpression).toContain('ADD #n0 :n0, #n1 :n1');
    mock
      .on(GetItemCommand)
      .resolves({ Item: { pk: { S: 'count#' }, expiresAt: { N: '9' }, 'n:ignore': { N: '2' } } });
    expect(await counters.read('2026-03-04')).toEqual({ ignore: 2 });
    await counters.add('2026-03-04', {});
    expect(mock.commandCalls(UpdateItemCommand)).toHaveLength(1);
  });

  test('keeps the newest beat, and counts each that arrives', async () => {
    let arrivals = 0;
    const beats = new BusHeartbeats({ client, tableName: 'register', onArrival: () => (arrivals += 1) });
    mock.on(UpdateItemCommand).resolvesOnce({}).rejectsOnce(refused);
    await beats.arrived(NOW);
    await beats.arrived(new Date(0));
    expect(arrivals).toBe(2);
    mock.on(GetItemCommand).resolves({ Item: { sentAt: { S: NOW.toISOString() } } });
    expect(await beats.last()).toEqual(NOW);
    await expect(beats.send('x', NOW)).rejects.toThrow("'bus'");
  });

  test('lists duties of the deployment and of the register, and leaves out what is none', async () => {
    mock.on(QueryCommand).resolves({
      Items: [
        { sk: { S: 'duty-a' }, kind: { S: 'break-glass-review' }, due: { S: '2026-04-01' } },
        { sk: { S: 'duty-b' }, kind: { S: 'something' }, due: { S: '2026-04-01' } },
        { sk: { S: 'duty-c' }, kind: { S: 'attestation' }, due: { S: '2026-02-30' } },
      ],
    });
    const duties = await new DynamoDbDuties(client, 'register', []).list();
    expect(duties).toEqual([{ id: 'duty-a', kind: 'break-glass-review', due: '2026-04-01' }]);
  });
});
