import type { NameContext } from '../../../shared/envelope/name-reference';
import { nameReference } from '../../../shared/envelope/name-reference';
import { MALFORMED_SIGNAL, type SignalFact } from '../incident/signal-fact';
import { asObject, type JsonObject } from '../triage/event/json';
import { sha256 } from '../triage/event/token';
import { malformed } from '../triage/malformed';
import type { TriageOptions } from '../triage/options';
import { recordsOf } from '../triage/records';
import { triageEvent } from '../triage/triage-event';
import { triageLine } from '../triage/triage-line';
import type { TriageFinding } from '../triage/verdict';
import { cleanReason } from './clean-reason';
import { type Sighting, sightingOf } from './subject-of';

/** A signal that is to be recorded, and what it is told apart and joined by. */
export interface ReceivedSignal {
  readonly fact: SignalFact;
  /** The same for the same finding of the same event, and for nothing else. */
  readonly seenKey: string;
  /** Keys that it shares with signals of the same case, the closest first. */
  readonly relationKeys: readonly string[];
}

/** What one line from the bus comes to. */
export interface Received {
  readonly signals: readonly ReceivedSignal[];
  /** How many findings had which verdict, as `verdict` or `verdict:signal`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Ids that services make and nobody chooses. */
const MADE_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}|sha256:[0-9a-f]{64})$/;

/** Judges one line: every finding in it is counted, and those that are no routine are to be recorded. Never throws. */
export function receive(
  line: string,
  names: NameContext,
  receivedAt: string,
  options?: TriageOptions,
): Received {
  const event = eventIn(line);
  const records = event === undefined ? undefined : recordsOf(event);
  const judged =
    records === undefined || records.length === 0
      ? judge(triageLine(line, options), event)
      : records.flatMap((record) => judge(triageEvent(record, options), record));
  const counts: Record<string, number> = {};
  const signals: ReceivedSignal[] = [];
  const sightings = new Map<unknown, Sighting>();
  for (const { finding, source } of judged) {
    const count = finding.signal === null ? finding.verdict : `${finding.verdict}:${finding.signal}`;
    counts[count] = (counts[count] ?? 0) + 1;
    if (finding.verdict !== 'ignore') {
      const sighting = sightings.get(source) ?? sightingOf(source, names, receivedAt);
      sightings.set(source, sighting);
      signals.push(signalOf(finding, sighting, names));
    }
  }
  return { signals, counts };
}

interface Judged {
  readonly finding: TriageFinding;
  readonly source: unknown;
}

/** The longest line that is opened, in UTF-16 units: far more than a queue takes. */
const MAX_LINE = 4 * 1024 * 1024;

function eventIn(line: string): JsonObject | undefined {
  if (line.length > MAX_LINE) {
    return undefined;
  }
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function judge(verdict: ReturnType<typeof triageEvent>, source: unknown): readonly Judged[] {
  const findings = verdict.findings ?? [verdict];
  return (findings.length === 0 ? [malformed('the event tells of nothing', source)] : findings).map(
    (finding) => ({ finding, source }),
  );
}

function signalOf(finding: TriageFinding, sighting: Sighting, names: NameContext): ReceivedSignal {
  const { verdict, signal, severity, dedupeKey } = finding;
  const known = verdict === 'incident' && signal !== null && severity !== null;
  return {
    fact: {
      eventId: MADE_ID.test(finding.id) ? finding.id : nameReference(finding.id, names),
      verdict: known ? 'incident' : 'review',
      signal: signal ?? MALFORMED_SIGNAL,
      severity: severity ?? 'low',
      reasons: finding.reasons.map(cleanReason),
      citations: finding.citations,
      subject: sighting.subject,
      happenedAt: sighting.happenedAt,
    },
    seenKey: sha256(JSON.stringify([finding.id, verdict, dedupeKey])),
    relationKeys: [
      dedupeKey ?? MALFORMED_SIGNAL,
      ...(sighting.resourceKey === null || dedupeKey === null ? [] : [sighting.resourceKey]),
    ],
  };
}
