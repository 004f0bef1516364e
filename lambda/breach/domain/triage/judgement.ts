import type { Severity } from './verdict';

/** How an event is to be answered, as far as one signal can tell. */
type Level = 'incident' | 'review' | 'ignore';

/** What one signal says of one event, and why. */
export interface Judgement {
  readonly level: Level;
  readonly reasons: readonly string[];
  /** Where the event shows more or less than the row's own severity. */
  readonly severity?: Severity | undefined;
}

/** Says what it sees, or nothing where the subject does not concern it. Pure, and never throws. */
export type Judge<Subject> = (subject: Subject) => Judgement | undefined;

/** What the four questions of an incident are. */
type Question = 'expose' | 'destroy' | 'blind' | 'betray';

/** What a signal is, apart from how it is recognized. */
export interface Signal {
  /** Stable: records, counts and dedupe keys name it. */
  readonly id: string;
  /** What happened, in plain words. */
  readonly title: string;
  /** The question that an incident of this kind answers with yes; `watch` where it is only ever reviewed. */
  readonly question: Question | 'watch';
  /** Of an incident; a review has a lower one. */
  readonly severity: Severity;
  /** Paragraphs of 45 CFR, without "45 CFR". */
  readonly citations: readonly string[];
  /** What a responder does first, in one sentence. */
  readonly firstStep: string;
}

/** A signal and how it is recognized. */
export interface SignalRow<Subject> extends Signal {
  readonly judge: Judge<Subject>;
}

const RANK: Readonly<Record<Level, number>> = { incident: 2, review: 1, ignore: 0 };

/** The event answers one of the four questions with yes. */
export function incident(reason: string, severity?: Severity): Judgement {
  return { level: 'incident', reasons: [reason], severity };
}

/** The event is worth a look by day. */
export function review(reason: string, severity?: Severity): Judgement {
  return { level: 'review', reasons: [reason], severity };
}

/** The event is understood, and nothing is to be done. */
export function ignore(reason: string): Judgement {
  return { level: 'ignore', reasons: [reason] };
}

/** The most serious of several judgements, with the reasons of all of that level. */
export function worst(judgements: readonly (Judgement | undefined)[]): Judgement | undefined {
  let result: Judgement | undefined;
  for (const judgement of judgements) {
    if (judgement === undefined) {
      continue;
    }
    if (result === undefined || RANK[judgement.level] > RANK[result.level]) {
      result = judgement;
    } else if (judgement.level === result.level) {
      result = { ...result, reasons: [...result.reasons, ...judgement.reasons] };
    }
  }
  return result;
}

/** Asks all, and says the most serious. */
export function anyOf<Subject>(...judges: readonly Judge<Subject>[]): Judge<Subject> {
  return (subject) => worst(judges.map((judge) => judge(subject)));
}
