/** An alert of a scenario, as a subscriber got it. */
interface AlertResult {
  readonly kind: string;
  readonly severity: string | null;
  readonly subject: string;
}

/** What an obligation of a case came to. */
interface ObligationResult {
  readonly id: string;
  readonly due: string | null;
  readonly status: string;
  readonly citation: string;
}

/** How a scenario went. */
export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: 'held' | 'fell-short';
  /** Everything that was not as expected. */
  readonly problems: readonly string[];
  /** Null where none was to be opened. */
  readonly incident: {
    readonly id: string;
    readonly state: string;
    readonly severity: string;
    readonly signal: string | null;
    readonly dayZero: string;
  } | null;
  readonly alerts: readonly AlertResult[];
  /** What the timeline tells, in order. */
  readonly timeline: readonly string[];
  readonly chain: 'intact' | 'broken' | null;
  readonly obligations: readonly ObligationResult[];
  /** Drafts of notices, each with what it still lacks. */
  readonly drafts: readonly { readonly kind: string; readonly missing: readonly string[] }[];
  /** From the event, or the report, to the first alert, in ms. */
  readonly alertAfterMs: number | null;
  readonly durationMs: number;
}
