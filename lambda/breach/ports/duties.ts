import type { Duty } from '../domain/clock/duty';

/** What falls due apart from cases: reviews of break-glass use, and what expires. */
export interface Duties {
  readonly list: () => Promise<readonly Duty[]>;
}
