import { Aws, Duration } from 'aws-cdk-lib';
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { type DeploymentFunctionSettings, DeploymentTask } from './deployment-task';

/** The tag by which the function knows the certificates that it made. */
const LABEL_TAG = 'hipaa-baseline-certificate';

/** A certificate of ours for a name in a hosted zone of ours; ACM proves it and renews it. */
export function provenCertificate(
  scope: Construct,
  id: string,
  { domainName, hostedZoneId }: { readonly domainName: string; readonly hostedZoneId: string },
): string {
  return new CfnCertificate(scope, id, {
    domainName,
    validationMethod: 'DNS',
    domainValidationOptions: [{ domainName, hostedZoneId }],
    keyAlgorithm: 'EC_prime256v1',
    certificateTransparencyLoggingPreference: 'ENABLED',
  }).ref;
}

/** Properties of a {@link SelfSignedCertificate}. */
export interface SelfSignedCertificateProps extends DeploymentFunctionSettings {
  /** The host name that the certificate is for. */
  readonly hostName: string;

  /** Which one it is: another number has it renewed once it is near its end. */
  readonly issue: number;
}

/**
 * A certificate that is made while deploying, for a sandbox without a name. It encrypts and proves nothing: browsers warn,
 * and they are right. Its key is known to ACM alone.
 *
 * @see docs/decisions/0021-sign-in-without-a-way-out.md
 * @see 45 CFR 164.312(e)(1)
 */
export class SelfSignedCertificate extends Construct {
  readonly certificateArn: string;

  constructor(scope: Construct, id: string, { hostName, issue, ...settings }: SelfSignedCertificateProps) {
    super(scope, id);
    const task = new DeploymentTask(this, 'Maker', {
      ...settings,
      entry: 'deployment/handlers/certificate',
      description: 'Makes the certificate of a sandbox without a domain name',
      timeout: Duration.minutes(3),
      statements: certificateStatements(),
    });
    acknowledgeUnnamed(task);
    this.certificateArn = task.resource('Certificate', 'SelfSignedCertificate', {
      HostName: hostName,
      // CloudFormation calls the function only when something that it is given changes.
      Issue: String(issue),
    }).ref;
  }
}

/** It may look through all certificates for its own, and make, read, renew or delete none but its own. */
function certificateStatements(): PolicyStatement[] {
  const resources = [`arn:${Aws.PARTITION}:acm:${Aws.REGION}:${Aws.ACCOUNT_ID}:certificate/*`];
  return [
    new PolicyStatement({ sid: 'List', actions: ['acm:ListCertificates'], resources: ['*'] }),
    new PolicyStatement({ sid: 'Look', actions: ['acm:ListTagsForCertificate'], resources }),
    new PolicyStatement({
      sid: 'Make',
      actions: ['acm:AddTagsToCertificate', 'acm:ImportCertificate'],
      resources,
      conditions: { Null: { [`aws:RequestTag/${LABEL_TAG}`]: 'false' } },
    }),
    new PolicyStatement({
      sid: 'Own',
      actions: ['acm:DeleteCertificate', 'acm:DescribeCertificate', 'acm:ImportCertificate'],
      resources,
      conditions: { Null: { [`aws:ResourceTag/${LABEL_TAG}`]: 'false' } },
    }),
  ];
}

/** A certificate has no ARN before it is made, and ACM lists all or none. */
function acknowledgeUnnamed(task: DeploymentTask): void {
  const policy = task.node.findChild('Handler').node.findChild('Role').node.findChild('Policy');
  for (const resource of ['*', 'arn:<AWS::Partition>:acm:<AWS::Region>:<AWS::AccountId>:certificate/*']) {
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${resource}]`,
      kind: 'no-resource-level-permission',
      reason:
        resource === '*'
          ? 'ACM lists every certificate of the account or none.'
          : 'A certificate has no ARN before it is made; a tag narrows what is done to those that the function made.',
      citation: '164.308(a)(4)(ii)(B)',
      ...YEARLY_REVIEW,
    });
  }
}
