import { judgeRun } from './memory/judge-run';
import { runPath } from './memory/path-run';

/** Runs the path with as many events as asked: `node --import tsx …/fuzz.ts [events] [seed]`. */
async function main(events: number, seed: number): Promise<void> {
  const start = performance.now();
  const run = await runPath(events, seed);
  const result = judgeRun(run);
  const seconds = (performance.now() - start) / 1000;
  console.log({
    events,
    seed,
    deliveries: run.deliveries,
    failures: run.failures,
    ...result,
    alerts: run.world.publisher.alerts.length,
    seconds,
  });
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? Date.now())).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
