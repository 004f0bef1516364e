import type { ParameterValues } from '../domain/database-parameters';

/** The parameter groups of databases. */
export interface ParameterGroups {
  /** Every value that a group has, by AWS's default or set. */
  readonly valuesOf: (group: string) => Promise<ParameterValues>;
}
