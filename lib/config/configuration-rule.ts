import type { FieldPath } from './field-path';
import type { EnvironmentConfig } from './schema';

/** A demand that ties fields to each other; what one field alone must be is said in its schema. */
export interface ConfigurationRule {
  /** The field that the message names. */
  readonly field: FieldPath;
  /** Every field that decides; the rule is not asked while one of them is malformed. */
  readonly reads: readonly FieldPath[];
  /** What the field must be, beginning with 'must', or undefined where it is that. */
  readonly demand: (config: EnvironmentConfig) => string | undefined;
}
