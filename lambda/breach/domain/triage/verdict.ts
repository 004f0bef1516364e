/** What is done about an event: `incident` opens a record and alerts, `review` goes into the daily digest. */
type Verdict = 'incident' | 'review' | 'ignore' | 'malformed';

/** How urgent it is. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** The judgement on one event or on one finding in it. */
export interface TriageFinding {
  /** The id that the event gave itself, or `sha256:` and the hash of what came. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Null where nothing is to be done. */
  readonly severity: Severity | null;
  /** The row of the signals that decided. */
  readonly signal: string | null;
  /** The fields and values that decided, free of customers' texts. */
  readonly reasons: readonly string[];
  /** Paragraphs of 45 CFR, without "45 CFR". */
  readonly citations: readonly string[];
  /** The same for repeats of the same fact; null where nothing is recorded as a fact. */
  readonly dedupeKey: string | null;
}

/** The judgement on an event; `findings` where it carried several, whose most serious one it repeats. */
export interface TriageVerdict extends TriageFinding {
  readonly findings?: readonly TriageFinding[];
}

const VERDICT_RANK: Readonly<Record<Verdict, number>> = { incident: 3, review: 2, malformed: 1, ignore: 0 };
const SEVERITY_RANK: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 };

/** More is more serious: first the verdict, then the severity. */
export function seriousness(finding: Pick<TriageFinding, 'verdict' | 'severity'>): number {
  return (
    VERDICT_RANK[finding.verdict] * 10 + (finding.severity === null ? 0 : SEVERITY_RANK[finding.severity])
  );
}
