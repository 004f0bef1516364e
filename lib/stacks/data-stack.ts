import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBackupVault } from 'aws-cdk-lib/aws-backup';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { acknowledgeNoReplica, replicateBucket } from '../constructs/bucket-replication';
import { DatabaseBackup } from '../constructs/database-backup';
import { FhirStore, type SmartAuthorization } from '../constructs/fhir-store';
import { GuardDutyObjectScan } from '../constructs/guard-duty-object-scan';
import { PhiBucket } from '../constructs/phi-bucket';
import { PhiLogReader } from '../constructs/phi-log-reader';
import { PostgresDatabase } from '../constructs/postgres-database';
import { StatementTextAlarm } from '../constructs/statement-text-alarm';
import type { RecoveryTargets } from './recovery-base-stack';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link DataStack}. */
export interface DataStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
  readonly vpc: IVpc;
  readonly isolatedSubnets: SubnetSelection;
  readonly dataKey: IKey;
  readonly backupVault: IBackupVault;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucket;

  /** @default - the environment has one region */
  readonly recovery?: Pick<RecoveryTargets, 'phi' | 'vaultArn'>;

  readonly trailLogGroup: ILogGroup;
  readonly alertTopic: ITopic;
}

/**
 * Where PHI is kept, how it is backed up, and who may read what its logs mask.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.308(a)(7)(ii)(A)
 */
export class DataStack extends Stack {
  readonly database: PostgresDatabase;

  /** Objects with PHI, under keys that say nothing. */
  readonly phiBucket: IBucket;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const { environment, alertTopic } = props;
    const { database, retention } = environment;
    const metricNamespace = `HipaaBaseline/${environment.name}`;

    this.phiBucket = this.renderPhiBucket(props);

    this.database = new PostgresDatabase(this, 'Database', {
      vpc: props.vpc,
      isolatedSubnets: props.isolatedSubnets,
      key: props.dataKey,
      instanceIdentifier: `${environment.name}-phi`,
      engineVersion: database.engineVersion,
      instanceClass: database.instanceClass,
      allocatedStorageGiB: database.allocatedStorageGiB,
      maxAllocatedStorageGiB: database.maxAllocatedStorageGiB,
      port: database.port,
      databaseName: database.name,
      backupRetentionDays: database.backupRetentionDays,
      logRetentionDays: retention.databaseLogDays,
      osMetricsLogGroup: environment.singletons.rdsOsMetricsLogGroup,
      removalPolicy: removalPolicyOf(environment),
    });
    new DatabaseBackup(this, 'DatabaseBackup', {
      instance: this.database.instance,
      instanceRetentionDays: database.backupRetentionDays,
      vault: props.backupVault,
      retentionDays: retention.backupDays,
      recoveryVaultArn: props.recovery?.vaultArn,
    });
    if (environment.fhirStore.access !== 'off') {
      new FhirStore(this, 'FhirStore', {
        key: props.dataKey,
        smart: smartAuthorizationOf(environment.fhirStore),
        removalPolicy: removalPolicyOf(environment),
      });
    }
    new PhiLogReader(this, 'PhiLogReader', {
      logGroups: this.database.logGroups,
      trailLogGroup: props.trailLogGroup,
      alertTopic,
      metricNamespace,
    });
    new StatementTextAlarm(this, 'StatementText', {
      logGroup: this.database.logGroup,
      alertTopic,
      metricNamespace,
    });
  }

  private renderPhiBucket({ environment, dataKey, accessLogs, recovery }: DataStackProps): IBucket {
    const bucket = new PhiBucket(this, 'Phi', {
      key: dataKey,
      accessLogs,
      versionDays: environment.retention.backupDays,
      removalPolicy: removalPolicyOf(environment),
    });
    if (environment.detection.guardDutyPlans.includes('malware-s3')) {
      new GuardDutyObjectScan(this, 'ObjectScan', { bucket, key: dataKey });
    }
    if (recovery === undefined) acknowledgeNoReplica(bucket, 'single-region');
    else replicateBucket(bucket, recovery.phi, 'follow');
    return bucket;
  }
}

/** The configuration's rules see to it that all three are there or none. */
function smartAuthorizationOf({
  authorizationEndpoint,
  tokenEndpoint,
  tokenFunctionArn,
}: EnvironmentConfig['fhirStore']): SmartAuthorization | undefined {
  return authorizationEndpoint === undefined || tokenEndpoint === undefined || tokenFunctionArn === undefined
    ? undefined
    : { authorizationEndpoint, tokenEndpoint, tokenFunctionArn };
}
