import type { Evaluation } from '../../../../lambda/evidence/domain/compliance';
import { readConfigurationItem } from '../../../../lambda/evidence/domain/configuration-item';
import { readInvocation } from '../../../../lambda/evidence/domain/invocation';
import { evaluate } from '../../../../lambda/evidence/use-cases/evaluate';
import { postgresParameters } from '../../../../lib/constructs/postgres-parameters';
import {
  ACCOUNT,
  ARCHIVE,
  bucketItem,
  changeOf,
  DATABASE,
  databaseItem,
  defaultLock,
  oversizedChange,
  question,
  SCHEDULE,
} from '../recorded-items';
import { type FakeAccount, inMemoryPorts } from './in-memory-ports';

const ARCHIVED = { check: 'archive-locked', bucket: ARCHIVE, mode: 'COMPLIANCE', days: 2192 };
const TLS = { check: 'database-tls-forced' };
const AUDITED = { check: 'database-audited' };
const MASKED = { check: 'log-group-masked' };
const GROUP = 'sandbox-data-databaseparameters-x1';
const SAFE = { [GROUP]: new Map(postgresParameters('17').map(({ name, value }) => [name, value])) };
const BARE = { [GROUP]: new Map([['rds.force_ssl', '0']]) };
const LOCKED = bucketItem(defaultLock('COMPLIANCE', 2192));
const UNLOCKED = bucketItem(undefined);

function read(...items: readonly object[]) {
  return items.map((item) => {
    const read = readConfigurationItem(item);
    if (read === undefined) throw new Error("'item' must be one");
    return read;
  });
}

async function answer(event: object, account: FakeAccount = {}): Promise<readonly Evaluation[]> {
  const { ports, answers } = inMemoryPorts(account);
  const evaluations = await evaluate(readInvocation(event), ports);
  expect(answers).toEqual([{ token: 'token-1', evaluations }]);
  return evaluations;
}

const summary = (evaluations: readonly Evaluation[]) =>
  evaluations.map(({ resource, compliance }) => [resource.id, compliance]);

describe('the answer to a change', () => {
  it.each<[string, object, object, FakeAccount, string, string]>([
    ['an archive that locks', LOCKED, ARCHIVED, {}, ARCHIVE, 'COMPLIANT'],
    ['an archive that does not', UNLOCKED, ARCHIVED, {}, ARCHIVE, 'NON_COMPLIANT'],
    ['another bucket', { ...UNLOCKED, resourceId: 'other' }, ARCHIVED, {}, 'other', 'NOT_APPLICABLE'],
    ['a database with TLS', databaseItem(), TLS, { parameterGroups: SAFE }, DATABASE, 'COMPLIANT'],
    ['a database without', databaseItem(), TLS, { parameterGroups: BARE }, DATABASE, 'NON_COMPLIANT'],
    ['an audited database', databaseItem(), AUDITED, { parameterGroups: SAFE }, DATABASE, 'COMPLIANT'],
    ['an unaudited one', databaseItem(), AUDITED, { parameterGroups: BARE }, DATABASE, 'NON_COMPLIANT'],
    [
      'a database that waits for a reboot',
      databaseItem({
        dBParameterGroups: [{ dBParameterGroupName: GROUP, parameterApplyStatus: 'pending-reboot' }],
      }),
      TLS,
      { parameterGroups: SAFE },
      DATABASE,
      'NON_COMPLIANT',
    ],
    [
      'a database that is gone',
      databaseItem({}, { configurationItemStatus: 'ResourceDeleted', configuration: null }),
      TLS,
      {},
      DATABASE,
      'NOT_APPLICABLE',
    ],
    ['a resource of another type', LOCKED, TLS, {}, ARCHIVE, 'NOT_APPLICABLE'],
  ])('%s is given as of its capture', async (_what, item, parameters, account, id, compliance) => {
    const [evaluation, ...more] = await answer(question(changeOf(item), parameters), account);
    expect(more).toEqual([]);
    expect(evaluation).toMatchObject({
      resource: { id },
      compliance,
      at: new Date('2026-11-20T04:15:09.123Z'),
    });
    expect(evaluation?.annotation.length).toBeLessThanOrEqual(256);
  });

  it('is that a resource which has left the scope is not applicable', async () => {
    const event = question(changeOf(UNLOCKED), ARCHIVED, { eventLeftScope: true });
    expect(summary(await answer(event))).toEqual([[ARCHIVE, 'NOT_APPLICABLE']]);
  });

  it('rests on the history where the item does not fit into the event', async () => {
    const event = question(oversizedChange(), TLS);
    const items = read(databaseItem());
    expect(summary(await answer(event, { items, parameterGroups: SAFE }))).toEqual([[DATABASE, 'COMPLIANT']]);
    expect(summary(await answer(event, { items, parameterGroups: BARE }))).toEqual([
      [DATABASE, 'NON_COMPLIANT'],
    ]);
    const gone = question(oversizedChange({ changeType: 'DELETE' }), TLS);
    expect(summary(await answer(gone))).toEqual([[DATABASE, 'NOT_APPLICABLE']]);
  });

  it('is none where what it rests on cannot be read', async () => {
    const { ports, answers } = inMemoryPorts({});
    await expect(evaluate(readInvocation(question(changeOf(databaseItem()), TLS)), ports)).rejects.toThrow();
    await expect(evaluate(readInvocation(question(oversizedChange(), TLS)), ports)).rejects.toThrow();
    expect(answers).toEqual([]);
  });
});

describe('the answer to a schedule', () => {
  it('judges every database there is, as of the question', async () => {
    const second = databaseItem({ engine: 'mysql' }, { resourceId: 'db-SECOND' });
    const account = { items: read(databaseItem(), second, LOCKED), parameterGroups: SAFE };
    const evaluations = await answer(question(SCHEDULE, TLS), account);
    expect(summary(evaluations)).toEqual([
      [DATABASE, 'COMPLIANT'],
      ['db-SECOND', 'NOT_APPLICABLE'],
    ]);
    for (const { at } of evaluations) expect(at).toEqual(new Date('2026-11-21T00:00:00.000Z'));
  });

  it('reads a parameter group once, however many databases share it', async () => {
    const items = read(databaseItem(), databaseItem({}, { resourceId: 'db-SECOND' }));
    const { ports } = inMemoryPorts({ items, parameterGroups: SAFE });
    const asked: string[] = [];
    const valuesOf = (group: string) => {
      asked.push(group);
      return ports.parameterGroups.valuesOf(group);
    };
    const evaluations = await evaluate(readInvocation(question(SCHEDULE, AUDITED)), {
      ...ports,
      parameterGroups: { valuesOf },
    });
    expect(evaluations).toHaveLength(2);
    expect(asked).toEqual([GROUP]);
  });

  it('judges the archive and no other bucket', async () => {
    const other = bucketItem(undefined, { resourceId: 'other' });
    expect(summary(await answer(question(SCHEDULE, ARCHIVED), { items: read(other, LOCKED) }))).toEqual([
      [ARCHIVE, 'COMPLIANT'],
    ]);
  });

  it('takes an archive of which nothing is recorded for one without a lock', async () => {
    expect(summary(await answer(question(SCHEDULE, ARCHIVED)))).toEqual([[ARCHIVE, 'NON_COMPLIANT']]);
  });

  it('judges every log group', async () => {
    const logGroups = [
      { name: '/aws/lambda/a', isMasked: true },
      { name: '/aws/lambda/b', isMasked: false },
      { name: 'vpc-flow-logs', isMasked: false },
    ];
    expect(summary(await answer(question(SCHEDULE, MASKED), { logGroups }))).toEqual([
      ['/aws/lambda/a', 'COMPLIANT'],
      ['/aws/lambda/b', 'NON_COMPLIANT'],
      ['vpc-flow-logs', 'NOT_APPLICABLE'],
    ]);
  });

  it('takes back what it said of resources that are gone', async () => {
    const account = {
      logGroups: [{ name: 'a', isMasked: true }],
      judged: [
        { type: 'AWS::Logs::LogGroup', id: 'a' },
        { type: 'AWS::Logs::LogGroup', id: 'gone' },
      ],
    };
    expect(summary(await answer(question(SCHEDULE, MASKED), account))).toEqual([
      ['a', 'COMPLIANT'],
      ['gone', 'NOT_APPLICABLE'],
    ]);
  });

  it('says of the account that there is nothing to judge', async () => {
    expect(await answer(question(SCHEDULE, TLS))).toEqual([
      expect.objectContaining({
        resource: { type: 'AWS::::Account', id: ACCOUNT },
        compliance: 'NOT_APPLICABLE',
      }),
    ]);
  });

  it('is the same again while nothing changes', async () => {
    const account = { items: read(databaseItem()), parameterGroups: SAFE };
    const event = question(SCHEDULE, AUDITED);
    expect(await answer(event, account)).toEqual(await answer(event, account));
  });
});
