import type { AwsAccount } from '../aws-account';
import type { IamAction } from '../call-error';
import type { Plan } from '../plan';

/** Where the limit stands: in Service Quotas, or fixed by AWS's documentation. */
export type QuotaLimit =
  | {
      readonly serviceCode: string;
      readonly quotaCode: string;
      /** Whether the quota is kept in the partition's home region. */
      readonly global?: boolean;
    }
  | { readonly fixed: number };

/** A limit that a deployment can run into. */
export interface Quota {
  /** Lower-case words with hyphens, after `quota-` the id of its probe. */
  readonly id: string;
  /** Plural, like `VPCs`. */
  readonly what: string;
  readonly limit: QuotaLimit;
  /** The actions that counting needs. */
  readonly actions: readonly IamAction[];
  /** How many there are, everybody's. */
  readonly count: (account: AwsAccount) => Promise<number>;
  /** How many a complete deployment of the environment has at most; a test holds it to the templates. */
  readonly needed: (plan: Plan) => number;
  /** The CloudFormation type under which the environment's stacks hold those that they made. */
  readonly type: string;
}
