import { judgeRun } from './memory/judge-run';
import { runPath } from './memory/path-run';

const EVENTS = Number(process.env.PATH_EVENTS ?? 20_000);

describe('the path from an event to an alert', () => {
  it('loses nothing and tells nothing twice, whatever fails between any two effects', async () => {
    const run = await runPath(EVENTS, 20_260_304);
    const { entries, cases } = judgeRun(run);
    expect(run.failures).toBeGreaterThan(EVENTS / 100);
    expect(run.deliveries).toBeGreaterThan(EVENTS * 1.04);
    expect(cases).toBeGreaterThan(300);
    expect(entries).toBeGreaterThan(run.signals.size);
  }, 600_000);

  it.each([
    ['dedupe', 'each event is recorded once'],
    ['ledger', 'no alert goes out twice unmarked'],
    ['version', 'the chain of'],
  ] as const)('breaks its promise without the %s', async (safeguard, promise) => {
    const run = await runPath(600, 4, safeguard);
    expect(() => judgeRun(run)).toThrow(promise);
  });

  it('is judged by a test that sees a lost event', async () => {
    const run = await runPath(300, 1);
    const [first] = run.world.register.entries.values();
    first?.pop();
    expect(() => judgeRun(run)).toThrow();
  });

  it('is judged by a test that sees a second publish', async () => {
    const run = await runPath(300, 2);
    const first = run.world.publisher.alerts.find(({ message }) => !message.includes('\\"repeat\\":true'));
    if (first !== undefined) run.world.publisher.alerts.push(first);
    expect(() => judgeRun(run)).toThrow('no alert goes out twice unmarked');
  });

  it('is judged by a test that sees a canary', async () => {
    const run = await runPath(300, 3);
    await run.world.counters.add('2026-03-04', { [`ignore ${run.canaries[0]}`]: 1 });
    expect(() => judgeRun(run)).toThrow('no canary gets through');
  });
});
