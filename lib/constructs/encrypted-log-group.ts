import type { RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type DataProtectionPolicy, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Properties of an {@link EncryptedLogGroup}. */
export interface EncryptedLogGroupProps {
  /** The customer managed key; its policy lets CloudWatch Logs use it. */
  readonly key: IKey;

  /** Days that events are kept: one of the values that CloudWatch Logs knows. */
  readonly retentionDays: number;

  /**
   * The physical name, where an AWS service demands one.
   *
   * @default - generated
   */
  readonly logGroupName?: string;

  /**
   * Masks identifiers in what is read from the group.
   *
   * @default - no masking: the group holds nothing that PHI can reach
   */
  readonly dataProtectionPolicy?: DataProtectionPolicy;

  /** What happens to the group when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A log group under our key that forgets nothing early and keeps nothing for ever.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(b)
 */
export class EncryptedLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id, {
      encryptionKey: props.key,
      retention: props.retentionDays,
      removalPolicy: props.removalPolicy,
      logGroupName: props.logGroupName,
      dataProtectionPolicy: props.dataProtectionPolicy,
    });
  }

  /** Lets the role write events, by exactly two actions on exactly this group. */
  grantDelivery(role: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee: role,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resourceArns: [this.logGroupArn],
    });
  }
}
