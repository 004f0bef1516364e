import { type CfnResource, Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { factsOf } from '../conformance/facts-of';
import { AlertTopic } from '../constructs/alert-topic';
import { AuditTrail } from '../constructs/audit-trail';
import type { ReplicationTargets } from '../constructs/bucket-replication';
import { ConfigDeliveryBucket } from '../constructs/config-delivery-bucket';
import { ConfigRecorder } from '../constructs/config-recorder';
import { ConformancePacks } from '../constructs/conformance-packs';
import { decoyTableArn } from '../constructs/decoy-names';
import { OwnConfigRules } from '../constructs/own-config-rules';
import { phiLogPolicy } from '../constructs/phi-log-policy';
import type { RecoveryTargets } from './recovery-base-stack';
import { removalPolicyOf } from './removal-policy';

/** AWS Config asks for each changed resource; more than this waits. */
const EVALUATIONS_AT_ONCE = 2;

/** Properties of an {@link AuditStack}. */
export interface AuditStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
  readonly auditKey: IKey;
  readonly alertsKey: IKey;
  readonly archive: IBucket;
  readonly accessLogs: IBucket;

  /** The locked archives that AWS Config's deliveries are copied into. */
  readonly archiveTargets: ReplicationTargets;

  /** Where the function of our own rules stands, and the one VPC that may have an internet gateway. */
  readonly vpc: IVpc;

  /** Subnets without a way out. */
  readonly serviceSubnets: SubnetSelection;

  /** Those of them that an interface endpoint stands in. */
  readonly endpointSubnets: SubnetSelection;

  /** @default - the environment has one region */
  readonly recovery?: RecoveryTargets;
}

/**
 * Who did what in the account and what became of its resources, kept for six years; what AWS Config judges of them; and the
 * topic that says so when it matters.
 *
 * @see 45 CFR 164.312(b), 164.308(a)(1)(ii)(D), 164.308(a)(8)
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
      // Deployed after the trail, under a name that is known before.
      tableArns: [decoyTableArn(environment.name)],
      retentionDays: environment.retention.auditDays,
      dataProtectionPolicy: phiLogPolicy('audit'),
      removalPolicy: removalPolicyOf(environment),
    });
    this.trailLogGroup = trail.logGroup;
    this.alertTopic = new AlertTopic(this, 'Alerts', {
      key: props.alertsKey,
      email: environment.alertEmail,
    });
    this.renderRules(props, this.renderRecording(props));
  }

  private renderRules({ environment, ...props }: AuditStackProps, after: readonly CfnResource[]): void {
    if (environment.singletons.conformancePacks === 'manage') {
      new ConformancePacks(this, 'ConformancePacks', {
        namePrefix: `hipaa-${environment.name}`,
        facts: factsOf(environment),
        vpc: props.vpc,
        after,
      });
    }
    new OwnConfigRules(this, 'OwnConfigRules', {
      vpc: props.vpc,
      subnets: props.serviceSubnets,
      endpointSubnets: props.endpointSubnets,
      key: props.alertsKey,
      logKey: props.auditKey,
      logRetentionDays: environment.retention.applicationLogDays,
      reservedConcurrency: environment.functions.concurrency === 'reserve' ? EVALUATIONS_AT_ONCE : undefined,
      removalPolicy: removalPolicyOf(environment),
      alertTopic: this.alertTopic,
      archive: {
        bucketName: props.archive.bucketName,
        lockMode: environment.lockMode,
        retentionDays: environment.retention.auditDays,
      },
      after,
    });
  }

  /** The recorder and its channel, or nothing where the account has them. */
  private renderRecording({ environment, ...props }: AuditStackProps): readonly CfnResource[] {
    const { singletons, retention } = environment;
    if (singletons.configRecorder === 'adopt') return [];
    const removalPolicy = removalPolicyOf(environment);
    const deliveryBucket = new ConfigDeliveryBucket(this, 'ConfigDelivery', {
      key: props.auditKey,
      accessLogs: props.accessLogs,
      archiveTargets: props.archiveTargets,
      retentionDays: retention.auditDays,
      removalPolicy,
    });
    return new ConfigRecorder(this, 'Config', {
      deliveryBucket,
      key: props.auditKey,
      globalTypes: singletons.configGlobalTypes === 'manage',
      serviceRole: singletons.configServiceRole,
      removalPolicy,
    }).recording;
  }
}
