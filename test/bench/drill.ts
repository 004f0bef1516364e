import { homedir } from 'node:os';
import path from 'node:path';
import cdkJson from '../../cdk.json';
import { allCases } from '../../lib/rehearsal/drill/all-cases';
import { putEvents } from '../../lib/rehearsal/drill/put-events';
import { withDeployedPath } from '../../lib/rehearsal/drill/run-drill';
import { settled } from '../../lib/rehearsal/drill/settled';
import { stageOf } from '../../lib/rehearsal/drill/trigger';
import type { World } from '../../lib/rehearsal/drill/world';
import { call } from '../../lib/rehearsal/scenarios/events';
import type { BusEvent } from '../../lib/rehearsal/scenarios/scenario';
import { type Benchmark, type Measurement, summarize } from './measure';

const SINGLE = 200;
const BURST = 1_000;

/** From an event on the bus to its alert, and a burst, on the path as it is deployed to the local endpoint. */
export const DRILL_BENCHMARK: Benchmark = {
  name: 'breach path on the local endpoint',
  run: async () =>
    withDeployedPath(
      {
        environment: 'sandbox',
        cdkContext: cdkJson.context,
        cacheDirectory: path.join(homedir(), '.cache', 'aws-hipaa-baseline'),
        endpoint: undefined,
        tell: () => undefined,
      },
      async (world) => [...(await singles(world)), await burst(world)],
    ),
};

async function singles(world: World): Promise<readonly Measurement[]> {
  const times: number[] = [];
  // The first one starts the functions.
  for (let index = -1; index < SINGLE; index++) {
    const from = world.inbox.alerts.length;
    const begun = Date.now();
    await putEvents([shared(`single-${index}`, world)], world);
    const alert = await world.inbox.waitFor(({ body }) => body.kind === 'incident', from, 30_000);
    if (alert === undefined) throw new Error(`event ${index} must alert, got: nothing`);
    if (index >= 0) times.push(alert.at - begun);
  }
  const sorted = [...times].sort((first, second) => first - second);
  const late = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
  return [
    summarize('event to alert', 'ms', times, 'p50 at most 300'),
    { name: 'event to alert, p99', unit: 'ms', median: late },
  ];
}

async function burst(world: World): Promise<Measurement> {
  const before = (await allCases(world.path)).length;
  const events = Array.from({ length: BURST }, (_, index) => shared(`burst-${index}`, world));
  const from = world.inbox.alerts.length;
  const begun = Date.now();
  await putEvents(events, world);
  // It waits a minute at most each time.
  let calm = false;
  for (let attempt = 0; attempt < 5 && !calm; attempt++) calm = await settled(world);
  const opened = (await allCases(world.path)).length - before;
  const alerts = world.inbox.alerts.slice(from).filter(({ body }) => body.kind === 'incident').length;
  if (alerts !== BURST) throw new Error(`a burst must alert ${BURST} times, got: ${alerts}`);
  if (!calm || opened !== BURST) throw new Error(`a burst must open ${BURST} cases, got: ${opened}`);
  return {
    name: `burst of ${BURST} events, drained`,
    unit: 'ms',
    median: Date.now() - begun,
    goal: 'none lost',
  };
}

/** A snapshot of its own each time: nothing joins a case. */
function shared(name: string, world: World): BusEvent {
  const request = { dBSnapshotIdentifier: name, attributeName: 'restore', valuesToAdd: ['999988887777'] };
  return call('rds', 'ModifyDBSnapshotAttribute', request, stageOf(world));
}
