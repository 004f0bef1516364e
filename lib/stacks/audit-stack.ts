import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { AlertTopic } from '../constructs/alert-topic';
import { AuditTrail } from '../constructs/audit-trail';
import { phiLogPolicy } from '../constructs/phi-log-policy';
import type { RecoveryTargets } from './recovery-base-stack';
import { removalPolicyOf } from './removal-policy';

/** Properties of an {@link AuditStack}. */
export interface AuditStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
  readonly auditKey: IKey;
  readonly alertsKey: IKey;
  readonly archive: IBucket;
  readonly accessLogs: IBucket;

  /** @default - the environment has one region */
  readonly recovery?: RecoveryTargets;
}

/**
 * Who did what in the account, kept for six years, and the topic that says so when it matters.
 *
 * @see 45 CFR 164.312(b), 164.308(a)(1)(ii)(D)
 */
export class AuditStack extends Stack {
  readonly trailLogGroup: ILogGroup;
  readonly alertTopic: ITopic;

  constructor(scope: Construct, id: string, props: AuditStackProps) {
    super(scope, id, props);
    const { environment, recovery } = props;
    const trail = new AuditTrail(this, 'Audit', {
      key: props.auditKey,
      archive: props.archive,
      logBucketArns: [
        props.archive.bucketArn,
        props.accessLogs.bucketArn,
        ...(recovery === undefined ? [] : [recovery.archive.bucketArn, recovery.accessLogs.bucketArn]),
      ],
      retentionDays: environment.retention.auditDays,
      dataProtectionPolicy: phiLogPolicy('audit'),
      removalPolicy: removalPolicyOf(environment),
    });
    this.trailLogGroup = trail.logGroup;
    this.alertTopic = new AlertTopic(this, 'Alerts', {
      key: props.alertsKey,
      email: environment.alertEmail,
    });
  }
}
