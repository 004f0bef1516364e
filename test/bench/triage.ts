import { triageEvent } from '../../lambda/breach/domain/triage/triage-event';
import { triageLine } from '../../lambda/breach/domain/triage/triage-line';
import { SEEDS } from '../lambda/breach/domain/triage/mutate';

/** What triage achieves on one core. */
export interface TriageFigures {
  readonly name: string;
  /** Events judged, one after the other. */
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Of single events, in milliseconds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const WARM_UP = 20_000;

/** Triage of one event of each kind in turn: as lines of JSON, parsed each time, and as events that are parsed already. */
export async function benchTriage(events = 200_000): Promise<readonly TriageFigures[]> {
  const parsed = SEEDS.map((line) => JSON.parse(line) as unknown);
  return [
    measure('triage, line of JSON to verdict', events, (index) =>
      triageLine(SEEDS[index % SEEDS.length] ?? ''),
    ),
    measure('triage, parsed event to verdict', events, (index) => triageEvent(parsed[index % parsed.length])),
  ];
}

function measure(name: string, events: number, judge: (index: number) => unknown): TriageFigures {
  for (let index = 0; index < WARM_UP; index += 1) {
    judge(index);
  }
  const start = performance.now();
  for (let index = 0; index < events; index += 1) {
    judge(index);
  }
  const seconds = (performance.now() - start) / 1000;
  const times = new Float64Array(events);
  for (let index = 0; index < events; index += 1) {
    const before = performance.now();
    judge(index);
    times[index] = performance.now() - before;
  }
  times.sort();
  const at = (share: number): number => times[Math.min(events - 1, Math.floor(events * share))] ?? Number.NaN;
  return {
    name,
    events,
    eventsPerSecond: Math.round(events / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
  };
}
