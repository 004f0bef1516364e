import type { EnvironmentConfig } from './schema';

/**
 * From which day an environment demands attestations, by its name; undefined where it demands none.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export function attestationDemand(
  environments: readonly EnvironmentConfig[],
): (environment: string | null) => string | undefined {
  return (environment) => environments.find(({ name }) => name === environment)?.attestations.demandedFrom;
}
