/** Why a rule may be left unmet: what AWS or CDK makes impossible, or an option that a user turned on. */
interface AcknowledgementKindInfo {
  /** One line that a reviewer reads in the report. */
  readonly title: string;
  /** The decision page that argues the kind, relative to the project. */
  readonly decision: string;
}

/**
 * The only kinds of reason that an acknowledgement may carry; a further kind needs a decision page.
 *
 * @see 45 CFR 164.306(d)(3) for documenting why an addressable specification is met in another way
 */
export const ACKNOWLEDGEMENT_KINDS = {
  'terminal-bucket': {
    title: 'The bucket is itself the last copy: replicating it again would never end',
    decision: 'docs/decisions/0001-terminal-buckets.md',
  },
  'service-managed-encryption': {
    title: 'The delivering AWS service writes only to buckets under SSE-S3',
    decision: 'docs/decisions/0002-access-log-encryption.md',
  },
  'service-policy': {
    title: "AWS Backup's own managed policies are the only supported way to let it back up and restore",
    decision: 'docs/decisions/0003-aws-backup-policies.md',
  },
  'no-resource-level-permission': {
    title: 'The IAM action has no resource-level permission, or its resources exist only after deployment',
    decision: 'docs/decisions/0004-unscoped-actions.md',
  },
  'deployment-function': {
    title:
      'The function runs only while CloudFormation deploys, meets no PHI, and must answer outside the perimeter',
    decision: 'docs/decisions/0012-deployment-functions.md',
  },
  decoy: {
    title:
      'The resource is a decoy: it holds nothing, and whatever touched it regularly would raise an incident',
    decision: 'docs/decisions/0024-decoys.md',
  },
  'internet-egress': {
    title: 'Option: NAT gateways stand in public subnets, whose route leads to the internet gateway',
    decision: 'docs/decisions/0013-internet-egress.md',
  },
  'unreserved-concurrency': {
    title: "Option: the account's Lambda limit leaves nothing to reserve for single functions",
    decision: 'docs/decisions/0033-unreserved-concurrency.md',
  },
  containment: {
    title: 'Option: responders may take reversible actions on whatever has to be contained',
    decision: 'docs/decisions/0029-containment-function.md',
  },
  'internet-facing': {
    title: 'Option: the access service is on the Internet, so everybody may connect to its listener',
    decision: 'docs/decisions/0020-function-behind-the-listener.md',
  },
  'http-redirect': {
    title: 'Option: port 80 answers, and does nothing but redirect to HTTPS',
    decision: 'docs/decisions/0019-tls-policy.md',
  },
  'public-signing-keys': {
    title:
      'The function fetches public keys that AWS publishes on the Internet only; it meets no PHI and takes no input',
    decision: 'docs/decisions/0021-sign-in-without-a-way-out.md',
  },
  'single-region': {
    title: 'Option: the environment has no second region to replicate to',
    decision: 'docs/decisions/0005-single-region.md',
  },
} as const satisfies Record<string, AcknowledgementKindInfo>;

/** A key of {@link ACKNOWLEDGEMENT_KINDS}. */
export type AcknowledgementKind = keyof typeof ACKNOWLEDGEMENT_KINDS;
