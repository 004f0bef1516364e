import type { PackRun } from '../../lib/checks/finding';
import { MINIMUM_RULES, shortfalls } from '../../lib/checks/minimums';
import type { PackId } from '../../lib/checks/rule-packs';
import { judgedStack } from './judged-stack';

const STACK = judgedStack({ A: { Type: 'AWS::SNS::Topic' }, B: { Type: 'AWS::SNS::Topic' } });

function run(pack: PackId, rules: number, evaluations: number): PackRun {
  const ids = Array.from({ length: rules }, (_, index) => `${pack}-${index}`);
  return { pack, rules: new Set(ids), evaluations: new Map([[STACK, evaluations]]), findings: [] };
}

const COMPLETE = [
  ...Object.entries(MINIMUM_RULES).map(([pack, minimum]) => run(pack as PackId, minimum, 2 * minimum)),
  run('schema', 0, 0),
];

function messages(runs: readonly PackRun[], stacks = [STACK], unreadable = 0): readonly string[] {
  return shortfalls(stacks, runs, [], unreadable).map(({ message }) => message);
}

describe('shortfalls', () => {
  it('believes a run in which every pack applied all of its rules to every resource', () => {
    expect(messages(COMPLETE)).toEqual([]);
  });

  it('does not believe a run that saw no stack', () => {
    expect(messages(COMPLETE, [])).toEqual([expect.stringContaining('nothing was checked')]);
  });

  it('does not believe a run that saw stacks without resources', () => {
    expect(messages(COMPLETE, [judgedStack({})])).toEqual([expect.stringContaining('nothing was checked')]);
  });

  it.each(Object.entries(MINIMUM_RULES))(
    'does not believe a run in which %s lost a rule',
    (pack, minimum) => {
      const runs = COMPLETE.map((each) => (each.pack === pack ? run(pack, minimum - 1, 2 * minimum) : each));
      expect(messages(runs)).toEqual([expect.stringContaining(`got: ${minimum - 1} rules`)]);
    },
  );

  it.each(Object.entries(MINIMUM_RULES))(
    'does not believe a run in which %s passed a resource over',
    (pack, minimum) => {
      const runs = COMPLETE.map((each) => (each.pack === pack ? run(pack, minimum, minimum) : each));
      expect(messages(runs)).toEqual([expect.stringContaining(`and ${minimum} evaluations`)]);
    },
  );

  it.each([...Object.keys(MINIMUM_RULES), 'schema'])('does not believe a run without %s', (pack) => {
    expect(messages(COMPLETE.filter((each) => each.pack !== pack))).toHaveLength(1);
  });

  it('does not believe a run in which the schema checks missed a template', () => {
    const missed = judgedStack({}, 'sandbox', 'sandbox/Missed');
    expect(messages(COMPLETE, [STACK, missed])).toEqual([
      expect.stringContaining('not that of sandbox/Missed'),
    ]);
  });

  it('counts out resources that no rule by class can look at: they are violations themselves', () => {
    const runs = COMPLETE.map((each) =>
      each.pack === 'hipaa' || each.pack === 'aws-solutions'
        ? run(each.pack, MINIMUM_RULES[each.pack], MINIMUM_RULES[each.pack])
        : each,
    );
    expect(messages(runs, [STACK], 1)).toEqual([]);
  });

  it('says which pack was never started although there are stacks', () => {
    const failures = [{ pack: 'schema' as const, reason: null }];
    expect(shortfalls([STACK], COMPLETE, failures, 0)).toMatchObject([
      { message: 'Pack schema must run to the end, got: the CDK did not start it' },
    ]);
    expect(shortfalls([], COMPLETE, failures, 0)).toMatchObject([
      { message: expect.stringContaining('nothing was checked') },
    ]);
  });

  it('says why a pack failed even where no stack could be read', () => {
    expect(shortfalls([], [], [{ pack: 'hipaa', reason: 'no such file' }], 0)).toMatchObject([
      { message: 'Pack hipaa must run to the end, got: no such file' },
    ]);
  });

  it('says which pack did not run to the end, and why', () => {
    const failures = [{ pack: 'schema' as const, reason: 'out of memory' }];
    expect(shortfalls([STACK], COMPLETE, failures, 0)).toMatchObject([
      { rule: 'Baseline-ChecksRan', message: 'Pack schema must run to the end, got: out of memory' },
    ]);
  });
});
