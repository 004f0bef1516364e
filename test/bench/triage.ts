import { triageEvent } from '../../lambda/breach/domain/triage/triage-event';
import { triageLine } from '../../lambda/breach/domain/triage/triage-line';
import { call, eventOf } from '../lambda/breach/domain/triage/events';
import { SEEDS } from '../lambda/breach/domain/triage/mutate';
import type { Benchmark, Measurement } from './measure';
import { summarize } from './measure';

const EVENTS = 100_000;
const WARM_UP = 20_000;
const ROUNDS = 5;

/** What an account mostly sends: reading, and writing of objects. */
const ORDINARY = [
  's3:GetObject',
  's3:PutObject',
  'ec2:DescribeInstances',
  'sts:AssumeRole',
  'kms:Decrypt',
  'logs:CreateLogStream',
].map((name) =>
  JSON.stringify(
    eventOf(call(name, { bucketName: 'data', key: 'k' }, { record: { readOnly: name !== 's3:PutObject' } })),
  ),
);

/** Triage on one core: every case of the tests in turn, and what an account mostly sends. */
export const TRIAGE_BENCHMARK: Benchmark = { name: 'triage', run: benchTriage };

/** Events a second of one core, and what single events take. A line is parsed each time; an event is parsed already. */
async function benchTriage(): Promise<readonly Measurement[]> {
  const parsed = SEEDS.map((line) => JSON.parse(line) as unknown);
  const inTurn =
    <T>(values: readonly T[], judge: (value: T) => unknown) =>
    (index: number) =>
      judge(values[index % values.length] as T);
  return [
    ...measure(
      'every case, line to verdict',
      inTurn(SEEDS, (line) => triageLine(line)),
    ),
    ...measure(
      'every case, event to verdict',
      inTurn(parsed, (event) => triageEvent(event)),
    ),
    ...measure(
      'ordinary use, line to verdict',
      inTurn(ORDINARY, (line) => triageLine(line)),
    ),
  ];
}

function measure(name: string, judge: (index: number) => unknown): readonly Measurement[] {
  run(judge, WARM_UP);
  const rates = Array.from({ length: ROUNDS }, () => EVENTS / run(judge, EVENTS));
  const times = new Float64Array(EVENTS);
  for (let index = 0; index < EVENTS; index += 1) {
    const before = performance.now();
    judge(index);
    times[index] = performance.now() - before;
  }
  times.sort();
  return [
    summarize(name, '/s', rates, 'at least 50,000'),
    {
      name: `${name}, 99th percentile`,
      unit: 'ms',
      median: times[Math.floor(EVENTS * 0.99)] ?? Number.NaN,
      samples: EVENTS,
      goal: 'under 0.2',
    },
  ];
}

/** Seconds of processor time for so many events: what one core does, however many others share the machine. */
function run(judge: (index: number) => unknown, events: number): number {
  const start = process.cpuUsage();
  for (let index = 0; index < events; index += 1) {
    judge(index);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
