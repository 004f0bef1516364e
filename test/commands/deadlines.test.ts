import { hipaa } from '../support/run-command';

const FACTS = {
  role: 'covered-entity',
  occurredOn: null,
  discoveredOn: '2026-01-15',
  businessAssociate: null,
  affected: [{ jurisdiction: 'CA', count: 600 }],
  unreachable: 0,
  phiTypes: ['name', 'diagnosis'],
  secured: null,
  excluded: null,
  assessment: null,
  holds: [],
  sent: [],
  facility: null,
  asOf: '2026-01-20',
};

describe('hipaa deadlines', () => {
  it('gives the outer limit of 60 days, day 0 not counted, as JSON', async () => {
    const { exitCode, stdout, stderr } = await hipaa(
      ['deadlines', '--format', 'json'],
      JSON.stringify(FACTS),
    );
    const { dayZero, notABreach, obligations } = JSON.parse(stdout);
    expect([exitCode, stderr, dayZero, notABreach]).toEqual([0, '', '2026-01-15', null]);
    expect(obligations).toContainEqual(
      expect.objectContaining({ id: 'individual-notice', due: '2026-03-16', status: 'pending' }),
    );
  });

  it('tells a person the same, with the law beside it and its own limit at the end', async () => {
    const { stdout } = await hipaa(['deadlines'], JSON.stringify(FACTS));
    expect(stdout).toMatch(/2026-03-16 {2}pending.*individual-notice/);
    expect(stdout).toContain('164.404');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/not legal advice/);
  });

  it('tells the status for another day, and an overdue date is a result', async () => {
    const { exitCode, stdout } = await hipaa(['deadlines', '--as-of', '2026-03-17'], JSON.stringify(FACTS));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/2026-03-16 {2}overdue.*individual-notice/);
  });

  it('refuses wrong facts with every problem at once', async () => {
    const wrong = { ...FACTS, discoveredOn: '2026-02-30', affected: [{ jurisdiction: 'CA', count: -1 }] };
    const { exitCode, stdout, stderr } = await hipaa(['deadlines'], JSON.stringify(wrong));
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/'discoveredOn' must /);
    expect(stderr).toMatch(/'affected\[0\]\.count' must /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['', 'the facts must be JSON'],
    ['{"role": ', 'the facts must be JSON'],
    ['x'.repeat(2_000_000), 'the facts must have at most 1048576 characters'],
  ])('refuses what is no document of facts', async (input, message) => {
    const { exitCode, stdout, stderr } = await hipaa(['deadlines'], input);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.length).toBeLessThan(200);
  });
});
