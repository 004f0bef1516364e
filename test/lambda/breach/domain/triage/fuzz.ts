import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { triageLine } from '../../../../../lambda/breach/domain/triage/triage-line';
import { faultIn } from './check-verdict';
import { mutated, randomOf } from './mutate';

/** Slower than this, an event hangs the line, in milliseconds. */
const MAX_MS = 100;

const count = Number.parseInt(process.argv[2] ?? '1000000', 10);
const seed = Number.parseInt(process.argv[3] ?? '1', 10);

/** Judges mutated events, and cut lines of every tenth; the seed reproduces a fault. */
function main(): void {
  const random = randomOf(seed);
  const tally: Record<string, number> = {};
  let slowest = 0;
  for (let done = 0; done < count; done += 1) {
    const event = mutated(random);
    const start = performance.now();
    const verdict = triageEvent(event);
    slowest = Math.max(slowest, performance.now() - start);
    const line = JSON.stringify(event);
    const fault =
      faultIn(verdict) ??
      (done % 10 === 0 ? faultIn(triageLine(line.slice(0, Math.floor(random() * line.length)))) : undefined);
    if (fault !== undefined || slowest > MAX_MS) {
      console.error(
        `event ${done} of seed ${seed}: ${fault ?? `${slowest.toFixed(1)} ms`}\n${line.slice(0, 4000)}`,
      );
      process.exitCode = 1;
      return;
    }
    tally[verdict.verdict] = (tally[verdict.verdict] ?? 0) + 1;
  }
  console.log(JSON.stringify({ events: count, seed, slowestMs: Number(slowest.toFixed(2)), ...tally }));
}

main();
