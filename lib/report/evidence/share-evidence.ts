/** The evidence of one safeguard in several environments, each line once where all of them have it. */
export interface SharedEvidence {
  /** In the order of the first environment. */
  readonly shared: readonly string[];
  /** What remains of each environment, in the order in which they were given. */
  readonly own: readonly (readonly string[])[];
}

/** Takes out what every environment has: a reader sees what differs, and paper is not filled twice. */
export function shareEvidence(environments: readonly (readonly string[])[]): SharedEvidence {
  const [first = [], ...others] = environments;
  const shared =
    others.length === 0 ? first : first.filter((line) => others.every((lines) => lines.includes(line)));
  return { shared, own: environments.map((lines) => lines.filter((line) => !shared.includes(line))) };
}
