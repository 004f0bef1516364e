import type { Citation } from '../citation';

/** Rules of a pack that answer to the same paragraphs. */
export interface CitedRules {
  /** Empty when the rules answer to none. */
  readonly citations: readonly Citation[];
  /** Ids as a verdict names them, without a finding in brackets. */
  readonly rules: readonly string[];
}
