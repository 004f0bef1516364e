import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { INTERFACE_ENDPOINT_NAMES } from '../config/interface-endpoint-names';
import { accountPerimeter, imageLayerReads, principalPerimeter } from './data-perimeter';
import { describeValue } from './describe-value';

/** What bounds a service's interface endpoint, and what the service needs besides. */
interface EndpointPerimeter {
  /** The one statement of the endpoint's policy. */
  readonly policy: () => PolicyStatement;

  /**
   * What the service reads through the S3 gateway endpoint outside this account.
   *
   * @default - nothing
   */
  readonly s3Needs?: () => PolicyStatement;
}

/** A service that may get an interface endpoint. */
export type InterfaceEndpointName = (typeof INTERFACE_ENDPOINT_NAMES)[number];

const ACCOUNT: EndpointPerimeter = { policy: accountPerimeter };

/**
 * How the data perimeter bounds the interface endpoint of each service that may have one.
 *
 * Not here: services whose endpoint refuses a policy (`config`, `verifiedpermissions`); a policy fails their
 * deployment, and without one any account's credentials would pass. What the perimeter stops on purpose: images and
 * snapshots of others (`ec2`), AWS's public parameters, documents and patch buckets (`ssm`), layers of others
 * (`lambda`), unsigned sign-in (`cognito-idp`, which also refuses pools with a domain).
 */
export const INTERFACE_ENDPOINTS = {
  athena: ACCOUNT,
  backup: ACCOUNT,
  cloudtrail: ACCOUNT,
  'cognito-idp': ACCOUNT,
  comprehendmedical: ACCOUNT,
  ec2: ACCOUNT,
  ec2messages: ACCOUNT,
  'ecr.api': ACCOUNT,
  'ecr.dkr': { policy: accountPerimeter, s3Needs: imageLayerReads },
  elasticloadbalancing: ACCOUNT,
  events: ACCOUNT,
  glue: ACCOUNT,
  // The agent reports to GuardDuty itself: no resource of ours is named.
  'guardduty-data': { policy: principalPerimeter },
  healthlake: ACCOUNT,
  'kinesis-firehose': ACCOUNT,
  kms: ACCOUNT,
  lambda: ACCOUNT,
  logs: ACCOUNT,
  monitoring: ACCOUNT,
  rds: ACCOUNT,
  'rds-data': ACCOUNT,
  secretsmanager: ACCOUNT,
  securityhub: ACCOUNT,
  sns: ACCOUNT,
  sqs: ACCOUNT,
  ssm: ACCOUNT,
  ssmmessages: ACCOUNT,
  states: ACCOUNT,
  sts: ACCOUNT,
  xray: ACCOUNT,
} as const satisfies Record<InterfaceEndpointName, EndpointPerimeter>;

/** The same names, once each is known to be a service whose endpoint takes a policy. */
export function boundableEndpoints(names: readonly string[]): readonly InterfaceEndpointName[] {
  const refused = names.find((name) => !isBoundable(name));
  if (refused !== undefined) {
    throw new Error(
      `'interfaceEndpoints' must name services whose endpoint takes a policy ` +
        `(${INTERFACE_ENDPOINT_NAMES.join(', ')}), got: ${describeValue(refused)}`,
    );
  }
  return names.filter(isBoundable);
}

/** What bounds the endpoint of a service. */
export function perimeterOf(name: InterfaceEndpointName): EndpointPerimeter {
  return INTERFACE_ENDPOINTS[name];
}

function isBoundable(name: string): name is InterfaceEndpointName {
  return Object.hasOwn(INTERFACE_ENDPOINTS, name);
}
