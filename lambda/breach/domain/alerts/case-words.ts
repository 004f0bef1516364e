import type { Incident } from '../incident/incident';
import { reportRow } from '../incident/report-types';
import { SIGNALS } from '../triage/signals/catalogue';

/** What is told of a case in words of ours. */
export interface CaseWords {
  readonly title: string;
  readonly firstStep: string;
  /** Paragraphs of 45 CFR, without "45 CFR". */
  readonly citations: readonly string[];
}

const UNKNOWN: CaseWords = {
  title: 'An event could not be judged',
  firstStep: 'Find the event by its id, and decide by hand.',
  citations: ['164.308(a)(6)(ii)'],
};

/** What the most serious signal of a case, or its report, is called; the safeguards of its other signals follow. */
export function caseWords({
  signal,
  reported,
  signals,
}: Pick<Incident, 'signal' | 'reported' | 'signals'>): CaseWords {
  const row = signal === null ? undefined : SIGNALS.get(signal);
  const { title, firstStep, citations } = row ?? (reported === null ? UNKNOWN : reportRow(reported));
  const others = signals.flatMap((tally) => SIGNALS.get(tally.signal)?.citations ?? []);
  return { title, firstStep, citations: [...new Set([...citations, ...others])] };
}
