/** A configuration that was refused: every problem at once, and no stack trace, which would point at no line of the user's. */
export class ConfigurationError extends Error {
  public override readonly name = 'ConfigurationError';

  /** Each as `'field' must …, got: …`. */
  public readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`The configuration has ${count}:`, ...problems].join('\n  '));
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
}
