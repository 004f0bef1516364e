import { createHandler } from '../../../../lambda/evidence/handlers/create-handler';
import { createLog } from '../../../../lambda/shared/log/log';
import {
  ARCHIVE,
  bucketItem,
  changeOf,
  databaseItem,
  defaultLock,
  question,
  SCHEDULE,
} from '../recorded-items';
import { type FakeAccount, inMemoryPorts } from '../use-cases/in-memory-ports';

const ARCHIVED = { check: 'archive-locked', bucket: ARCHIVE, mode: 'COMPLIANCE', days: 2192 };

function run(account: FakeAccount = {}) {
  const lines: string[] = [];
  const { ports, answers } = inMemoryPorts(account);
  return {
    handler: createHandler(
      ports,
      createLog((line) => lines.push(line)),
    ),
    lines,
    answers,
  };
}

describe('the handler of the rules', () => {
  it('answers, and logs how many judgements it made and none of what they are about', async () => {
    const { handler, lines, answers } = run();
    await handler(question(changeOf(bucketItem(defaultLock('COMPLIANCE', 2192))), ARCHIVED));
    expect(answers).toHaveLength(1);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'INFO',
        event: 'config-rule-evaluated',
        check: 'archive-locked',
        trigger: 'change',
        compliant: 1,
        nonCompliant: 0,
        notApplicable: 0,
      },
    ]);
    expect(lines.join()).not.toContain(ARCHIVE);
  });

  it('fails where something cannot be read, so that AWS Config says so, and repeats nothing of it', async () => {
    const { handler, lines, answers } = run();
    await expect(
      handler(question(changeOf(databaseItem()), { check: 'database-audited' })),
    ).rejects.toThrow();
    await expect(handler({ invokingEvent: 'Jane Roe' })).rejects.toThrow("'event' must be a question");
    expect(answers).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('Jane');
  });

  it('answers a schedule', async () => {
    const { handler, answers } = run({ logGroups: [{ name: 'a', isMasked: false }] });
    await handler(question(SCHEDULE, { check: 'log-group-masked' }));
    expect(answers[0]?.evaluations).toMatchObject([{ compliance: 'NON_COMPLIANT' }]);
  });
});
