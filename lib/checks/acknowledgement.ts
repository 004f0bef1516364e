import type { AcknowledgementKind } from './acknowledgement-kinds';

/**
 * The key in a resource's template Metadata under which its exceptions travel with the template.
 *
 * @see 45 CFR 164.316(b)(1) for keeping a written record of what was decided
 */
export const ACKNOWLEDGEMENTS_METADATA = 'HipaaAcknowledgements';

/** The key under which {@link acknowledge} marks a construct, so that what bypassed it can be told apart. */
export const GOVERNED_METADATA = 'hipaa:acknowledgement';

/**
 * An exception to one rule on one resource, with what a reviewer needs to judge it.
 *
 * @see 45 CFR 164.306(d)(3)
 */
export interface Acknowledgement {
  /** The rule as the report names it, finding included: `AwsSolutions-IAM5[Resource::*]`. */
  readonly rule: string;
  /** Which of the known kinds of reason this is. */
  readonly kind: AcknowledgementKind;
  /** Why the rule cannot be met here, and what protects the data instead. */
  readonly reason: string;
  /** The role that answers for the exception, never a person. */
  readonly owner: string;
  /** The last day on which the exception holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** The paragraph of 45 CFR Part 164 that the exception touches: `164.312(a)(2)(iv)`. */
  readonly citation: string;
}
