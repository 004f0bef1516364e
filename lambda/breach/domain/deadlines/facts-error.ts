/** The most problems that the message lists; the list itself has all. */
const MAX_LISTED = 50;

/** Facts that were refused: every problem at once, and no stack trace, which would point at no line of the reader's. */
export class FactsError extends Error {
  public override readonly name = 'FactsError';

  /** Each as `'affected[0].count' must …, got: …`, on one line of bounded length. */
  public readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const more = problems.length > MAX_LISTED ? [`… and ${problems.length - MAX_LISTED} more`] : [];
    super([`The facts have ${count}:`, ...problems.slice(0, MAX_LISTED), ...more].join('\n  '));
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
}
