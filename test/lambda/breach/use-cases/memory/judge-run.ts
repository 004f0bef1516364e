import type { PathRun } from './path-run';
import { verifyTimelines } from './verify-timeline';

/** Everything that a run has to keep to; throws at the first promise that is broken. */
export function judgeRun(run: PathRun): {
  readonly entries: number;
  readonly cases: number;
  readonly repeats: number;
} {
  const { world, signals } = run;
  const { register, publisher, counters } = world;
  const entries = verifyTimelines(register);
  const bodies = [...register.entries.values()].flat().map(({ line }) => JSON.parse(line).body);
  const taken = bodies.flatMap((body) => (body.signal?.eventId === undefined ? [] : [body.signal.eventId]));
  const known = taken.filter((id) => signals.has(id));
  demand(
    known.length === signals.size && new Set(known).size === signals.size,
    'each event is recorded once',
  );
  demand(taken.length - known.length === run.malformed, 'each malformed line is recorded once');
  demand(
    taken.length - known.length === new Set(taken).size - signals.size,
    'each malformed line has its own hash',
  );

  const kinds = [...register.messages.values()].map(({ message }) => message);
  const incidents = [...register.incidents.values()].filter(({ state }) => state === 'open');
  demand(incidents.length > 0, 'there are incidents');
  demand(
    incidents.every(
      ({ id }) => kinds.filter((one) => one.incidentId === id && one.kind === 'incident').length === 1,
    ),
    'each incident is told once',
  );
  demand(
    kinds.filter(({ kind }) => kind === 'incident').length === incidents.length,
    'nothing but an incident is told as one',
  );

  const first = publisher.alerts.filter(({ message }) => !message.includes('\\"repeat\\":true'));
  demand(new Set(first.map(({ id }) => id)).size === first.length, 'no alert goes out twice unmarked');
  demand(new Set(publisher.alerts.map(({ id }) => id)).size === kinds.length, 'every message is published');
  demand(
    [...register.messages.values()].every(({ delivery }) => delivery !== null),
    'the ledger knows',
  );

  const sinks = JSON.stringify([
    [...register.incidents],
    [...register.entries],
    [...register.messages],
    [...register.relations],
    [...register.seen.keys()].length,
    publisher.alerts,
    [...counters.days],
  ]);
  const leaked = run.canaries.filter((secret) => sinks.includes(secret));
  demand(leaked.length === 0, `no canary gets through, got: ${leaked.length}`);
  return { entries, cases: register.incidents.size, repeats: publisher.alerts.length - first.length };
}

function demand(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`a promise of the path is broken: ${promise}`);
}
