import type { Span } from './span';

/** A text without the identifiers that were found, and where they stood. Still PHI, not de-identified under 164.514. */
export interface Redaction {
  readonly text: string;
  /** Sorted, disjoint, in UTF-16 units of the input. */
  readonly spans: readonly Span[];
}
