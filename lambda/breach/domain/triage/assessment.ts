import type { Judgement, Signal, SignalRow } from './judgement';
import type { Severity } from './verdict';

/** What an event or finding comes to, before it gets an id and a key. */
export interface Assessment {
  readonly verdict: 'incident' | 'review' | 'ignore';
  readonly signal: Signal | null;
  readonly severity: Severity | null;
  readonly reasons: readonly string[];
}

/** One row's word on a subject. */
export interface Word {
  readonly signal: Signal;
  readonly judgement: Judgement;
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 };
const LEVEL_RANK = { incident: 2, review: 1, ignore: 0 } as const;

/** The most reasons that are kept. */
const MAX_REASONS = 8;

/** What the rows say that have something to say. */
export function wordsOf<Subject>(rows: readonly SignalRow<Subject>[], subject: Subject): readonly Word[] {
  const words: Word[] = [];
  for (const row of rows) {
    const judgement = row.judge(subject);
    if (judgement !== undefined) {
      words.push({ signal: row, judgement });
    }
  }
  return words;
}

/** The most serious word decides, the first of equals; the reasons of the others of its level are kept. */
export function assess(words: readonly Word[], otherwise: string): Assessment {
  let best: Word | undefined;
  for (const word of words) {
    if (best === undefined || weight(word) > weight(best)) {
      best = word;
    }
  }
  if (best === undefined) {
    return ignored([otherwise]);
  }
  const { level } = best.judgement;
  const reasons = [
    ...best.judgement.reasons,
    ...words
      .filter((word) => word !== best && word.judgement.level === level)
      .flatMap((word) => word.judgement.reasons),
  ];
  return level === 'ignore'
    ? ignored(reasons)
    : { verdict: level, signal: best.signal, severity: severityOf(best), reasons: unique(reasons) };
}

/** Nothing is to be done, and why. */
export function ignored(reasons: readonly string[]): Assessment {
  return { verdict: 'ignore', signal: null, severity: null, reasons: unique(reasons) };
}

/** The severity of an incident is the row's own, that of a review lower: `low` unless the judgement says more. */
function severityOf({ signal, judgement }: Word): Severity {
  if (judgement.severity !== undefined) {
    return judgement.severity;
  }
  if (judgement.level === 'incident') {
    return signal.severity;
  }
  return signal.question === 'watch' ? signal.severity : 'low';
}

function weight(word: Word): number {
  return LEVEL_RANK[word.judgement.level] * 10 + SEVERITY_RANK[severityOf(word)];
}

function unique(reasons: readonly string[]): readonly string[] {
  return reasons.length < 2 ? reasons : [...new Set(reasons)].slice(0, MAX_REASONS);
}
