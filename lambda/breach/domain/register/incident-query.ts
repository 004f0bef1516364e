import type { CaseState } from '../incident/incident';

/** Which cases are listed, the one that changed last first. */
export interface IncidentQuery {
  readonly state: CaseState;
  /** Only cases that changed at this instant or later. @default all */
  readonly updatedSince?: string;
  /** At most 100. */
  readonly limit: number;
  /** From the page before. @default the first page */
  readonly cursor?: string;
}

/** A part of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined after the last page. */
  readonly cursor: string | undefined;
}
