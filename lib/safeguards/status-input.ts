import type { AcknowledgedFinding, Violation } from '../checks/verdict';
import type { Attestation } from './attestations/attestation';
import type { Safeguard } from './safeguard';

/** A resource that was judged. */
export interface JudgedResource {
  /** The CloudFormation type. */
  readonly type: string;
  /** For people: the construct path, or the logical id where there are no constructs. */
  readonly path: string;
}

/** What the status of every safeguard is computed from. */
export interface StatusInput {
  readonly catalogue: readonly Safeguard[];
  /** Ids of the rules that were applied to every resource. */
  readonly evaluatedRules: ReadonlySet<string>;
  /** Everything that was judged. */
  readonly resources: readonly JudgedResource[];
  readonly openViolations: readonly Pick<Violation, 'rule' | 'citations' | 'path'>[];
  readonly acknowledged: readonly Pick<
    AcknowledgedFinding,
    'rule' | 'citations' | 'path' | 'owner' | 'expires'
  >[];
  readonly attestations: readonly Attestation[];
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /**
   * What was judged: an app of this project, or templates that somebody else wrote, for which neither its software nor its tests speak.
   *
   * @default 'this-project'
   */
  readonly origin?: 'this-project' | 'elsewhere';
  /**
   * Names of the AWS Config rules that the environment deploys.
   *
   * @default none: nothing is monitored
   */
  readonly deployedConfigRules?: ReadonlySet<string>;
  /**
   * Why the environment goes without an AWS Config rule, by the rule's name.
   *
   * @default nothing is left out with a reason
   */
  readonly excludedConfigRules?: ReadonlyMap<string, string>;
}
