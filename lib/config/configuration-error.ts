/** The most problems that the message lists; the list itself has all. */
const MAX_LISTED = 100;

/** A configuration that was refused: every problem at once, and no stack trace, which would point at no line of the user's. */
export class ConfigurationError extends Error {
  public override readonly name = 'ConfigurationError';

  /** Each as `'field' must …, got: …`, on one line of bounded length. */
  public readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const more = problems.length > MAX_LISTED ? [`… and ${problems.length - MAX_LISTED} more`] : [];
    super([`The configuration has ${count}:`, ...problems.slice(0, MAX_LISTED), ...more].join('\n  '));
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
}
