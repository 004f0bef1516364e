import type { Break } from './chain-report';

/** The most breaks that are kept: whoever needs more has lost the export. */
export const MAX_BREAKS = 100;

/** The breaks with the lowest lines, however many there are. */
export class BreakList {
  readonly #kept: Break[] = [];
  #count = 0;

  public get count(): number {
    return this.#count;
  }

  public add(found: Break): void {
    this.#count += 1;
    this.#kept.push(found);
    if (this.#kept.length > 2 * MAX_BREAKS) this.#trim();
  }

  /** Lowest line first; what is missing at the end comes last. */
  public list(): readonly Break[] {
    this.#trim();
    return [...this.#kept];
  }

  #trim(): void {
    this.#kept.sort(
      (a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY) || 0,
    );
    this.#kept.length = Math.min(this.#kept.length, MAX_BREAKS);
  }
}
