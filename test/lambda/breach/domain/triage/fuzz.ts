import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { triageLine } from '../../../../../lambda/breach/domain/triage/triage-line';
import { faultIn } from './check-verdict';
import { mutated, randomOf } from './mutate';

/** Slower than this, an event hangs the line, in milliseconds. */
const MAX_MS = 100;

const count = Number.parseInt(process.argv[2] ?? '1000000', 10);
const seed = Number.parseInt(process.argv[3] ?? '1', 10);

/** The fastest of several judgements, so that a pause of the machine is not taken for a slow event. */
function fastest(event: unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    triageEvent(event);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** What is wrong with the judgement on one event and on a cut line of it; and how long it took. */
function check(
  event: unknown,
  random: () => number,
): { readonly fault?: string; readonly ms: number; readonly verdict: string } {
  const start = performance.now();
  const verdict = triageEvent(event);
  const measured = performance.now() - start;
  const ms = measured > MAX_MS / 10 ? fastest(event) : measured;
  const line = JSON.stringify(event);
  const fault =
    faultIn(verdict) ??
    (random() < 0.1 ? faultIn(triageLine(line.slice(0, Math.floor(random() * line.length)))) : undefined);
  return {
    ...(fault === undefined && ms > MAX_MS
      ? { fault: `${ms.toFixed(1)} ms` }
      : fault === undefined
        ? {}
        : { fault }),
    ms,
    verdict: verdict.verdict,
  };
}

/** Judges mutated events; the seed reproduces a fault. */
function main(): void {
  const random = randomOf(seed);
  const tally: Record<string, number> = {};
  let slowest = 0;
  for (let done = 0; done < count; done += 1) {
    const event = mutated(random);
    const { fault, ms, verdict } = check(event, random);
    slowest = Math.max(slowest, ms);
    if (fault !== undefined) {
      console.error(`event ${done} of seed ${seed}: ${fault}\n${JSON.stringify(event).slice(0, 4000)}`);
      process.exitCode = 1;
      return;
    }
    tally[verdict] = (tally[verdict] ?? 0) + 1;
  }
  console.log(JSON.stringify({ events: count, seed, slowestMs: Number(slowest.toFixed(2)), ...tally }));
}

main();
