import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The longest waiting period that KMS offers: a wrongly scheduled deletion can be stopped for 30 days. */
const DELETION_WINDOW = Duration.days(30);

/** A key is replaced by new material each year; old material stays for decryption. */
const ROTATION_PERIOD = Duration.days(365);

const ADMINISTRATION_ACTIONS = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

const USE_ACTIONS = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Properties of an {@link EncryptionKey}. */
export interface EncryptionKeyProps {
  /** What the key protects, in a few words; it stands in the key's description. */
  readonly purpose: string;

  /**
   * ARNs of the only principals that may administer the key (wildcards allowed), CDK's deployment role
   * besides.
   *
   * @default [] - whoever an IAM policy of this account lets administer KMS keys
   */
  readonly administratorArns?: readonly string[];

  /**
   * Short names of the AWS services through which principals of this account may use the key, as far as
   * their own IAM policies let them (`rds`, `s3`, …). Nobody may use the key directly.
   */
  readonly usedThrough: readonly string[];

  /**
   * Statements that let AWS services use the key by themselves.
   *
   * @default [] - none
   */
  readonly serviceStatements?: readonly PolicyStatement[];

  /** What happens to the key when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A symmetric customer managed key: rotated each year, kept 30 days after a deletion is scheduled, its
 * administrators unable to use it and its users unable to administer it by its policy alone.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(e)(2)(ii)
 */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id, {
      description: `HIPAA baseline: ${props.purpose}`,
      enableKeyRotation: true,
      rotationPeriod: ROTATION_PERIOD,
      pendingWindow: DELETION_WINDOW,
      removalPolicy: props.removalPolicy,
      policy: new PolicyDocument({
        statements: [
          administrationStatement(props.administratorArns ?? []),
          descriptionStatement(),
          useStatement(props.usedThrough),
          grantStatement(props.usedThrough),
          ...(props.serviceStatements ?? []),
        ],
      }),
    });
  }
}

/** Lets the administrators, and CDK's deployment role, administer a key and use it for nothing. */
export function administrationStatement(administratorArns: readonly string[]): PolicyStatement {
  const deploymentRole = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/cdk-*-cfn-exec-role-*`;
  return new PolicyStatement({
    sid: 'Administration',
    principals: [new AccountRootPrincipal()],
    actions: ADMINISTRATION_ACTIONS,
    resources: ['*'],
    ...(administratorArns.length > 0 && {
      conditions: { ArnLike: { 'aws:PrincipalArn': [...administratorArns, deploymentRole] } },
    }),
  });
}

/** Services look a key up before they use it, in the name of whoever calls them; it tells nothing of what is encrypted. */
export function descriptionStatement(): PolicyStatement {
  return new PolicyStatement({
    sid: 'Description',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:DescribeKey'],
    resources: ['*'],
  });
}

function useStatement(services: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'UseThroughServices',
    principals: [new AccountRootPrincipal()],
    actions: USE_ACTIONS,
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ViaService': services.map(endpointOf) } },
  });
}

function grantStatement(services: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'GrantsForServiceResources',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: {
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
      StringEquals: { 'kms:ViaService': services.map(endpointOf) },
    },
  });
}

function endpointOf(service: string): string {
  return `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`;
}
