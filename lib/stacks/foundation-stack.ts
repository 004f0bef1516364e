import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBackupVault } from 'aws-cdk-lib/aws-backup';
import { ArnPrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { AccessLogBucket } from '../constructs/access-log-bucket';
import { ArchiveBucket } from '../constructs/archive-bucket';
import { ArchiveIntake, archiveIntakeRole } from '../constructs/archive-intake';
import {
  acknowledgeNoReplica,
  type ReplicationTargets,
  replicateBucket,
} from '../constructs/bucket-replication';
import { EncryptionKey } from '../constructs/encryption-key';
import { receiveEvidence } from '../constructs/incident-evidence';
import {
  alertPublishersUse,
  archiveIntakeUse,
  cloudTrailUse,
  cloudWatchLogsUse,
  configDeliveryUse,
  fieldEncryptionUse,
  healthLakeUse,
  macieUse,
  replicationUse,
} from '../constructs/key-service-statements';
import { receiveLoadBalancerLogs } from '../constructs/load-balancer-log-delivery';
import { LockedVault, VAULT_MINIMUM_DAYS } from '../constructs/locked-vault';
import { receiveTrail, trailArnPattern } from '../constructs/trail-delivery';
import type { RecoveryTargets } from './recovery-base-stack';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link FoundationStack}. */
export interface FoundationStackProps extends StackProps {
  readonly environment: EnvironmentConfig;

  /** Name of the stack whose trail delivers into the archive. */
  readonly auditStackName: string;

  /** ARN pattern of the role that encrypts single fields of records with the data key. */
  readonly fieldEncryptionRole: string;

  /** ARN pattern of the roles that file the evidence of incidents in the archive. */
  readonly evidenceRoles: string;

  /**
   * Where the second region keeps its copies.
   *
   * @default - the environment has one region
   */
  readonly recovery?: RecoveryTargets;
}

/** One key for each purpose: losing or misusing one leaves the others alone. */
interface FoundationKeys {
  readonly data: IKey;
  readonly audit: IKey;
  readonly alerts: IKey;
  readonly backup: IKey;
}

/**
 * What everything else is encrypted with and logged to: keys by purpose, the write-once log archive, the
 * access-log bucket and the locked backup vault.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(b), 164.308(a)(7)(ii)(A)
 */
export class FoundationStack extends Stack {
  readonly keys: FoundationKeys;
  readonly archive: IBucket;
  readonly accessLogs: IBucket;
  readonly vault: IBackupVault;

  /** Where a bucket is replicated to whose contents belong into the archive. */
  readonly archiveTargets: ReplicationTargets;

  constructor(scope: Construct, id: string, props: FoundationStackProps) {
    super(scope, id, props);
    const { environment, recovery } = props;
    const { retention, lockMode } = environment;
    const removalPolicy = removalPolicyOf(environment);
    const trailArn = trailArnPattern(props.auditStackName);

    // What copies into the archive: the second region's role, which S3 assumes for both, or one of its own.
    const intakeRoleArn = recovery?.archive.roleArn ?? archiveIntakeRole(this, 'ArchiveIntakeRole').roleArn;
    this.keys = this.renderKeys(props, trailArn, intakeRoleArn);
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', {
      retentionDays: retention.auditDays,
      removalPolicy,
    });
    const archive = new ArchiveBucket(this, 'Archive', {
      key: this.keys.audit,
      accessLogs,
      lockMode,
      retentionDays: retention.auditDays,
      transitionDays: retention.archiveTransitionDays,
      removalPolicy,
    });
    receiveTrail(archive, trailArn);
    receiveEvidence(archive, props.evidenceRoles);
    receiveLoadBalancerLogs(accessLogs);
    this.archiveTargets = new ArchiveIntake(this, 'ArchiveIntake', {
      archive,
      key: this.keys.audit,
      roleArn: intakeRoleArn,
      recovery: recovery?.archive,
    }).targets;
    if (recovery === undefined) {
      acknowledgeNoReplica(accessLogs, 'single-region');
      acknowledgeNoReplica(archive, 'single-region');
    } else {
      replicateBucket(accessLogs, recovery.accessLogs, 'keep');
      replicateBucket(archive, recovery.archive, 'keep');
    }
    this.accessLogs = accessLogs;
    this.archive = archive;
    this.vault = new LockedVault(this, 'Vault', {
      key: this.keys.backup,
      lockMode,
      minimumRetentionDays: VAULT_MINIMUM_DAYS,
      removalPolicy,
    });
  }

  private renderKeys(
    { environment, recovery, fieldEncryptionRole }: FoundationStackProps,
    trailArn: string,
    intakeRoleArn: string,
  ): FoundationKeys {
    const replication =
      recovery === undefined ? [] : [replicationUse(new ArnPrincipal(recovery.archive.roleArn), 'source')];
    const intakeRole = new ArnPrincipal(intakeRoleArn);
    const key = (id: string, purpose: string, usedThrough: string[], serviceStatements: PolicyStatement[]) =>
      new EncryptionKey(this, id, {
        purpose,
        usedThrough,
        serviceStatements,
        administratorArns: environment.keys.administratorArns,
        removalPolicy: removalPolicyOf(environment),
      });
    return {
      data: key(
        'DataKey',
        'PHI at rest',
        ['s3', 'rds', 'secretsmanager', 'lambda', 'sqs', 'dynamodb', 'ec2'],
        [
          cloudWatchLogsUse(),
          macieUse(),
          ...replication,
          fieldEncryptionUse(fieldEncryptionRole),
          ...(environment.fhirStore.access === 'off' ? [] : [healthLakeUse()]),
        ],
      ),
      audit: key(
        'AuditKey',
        'audit logs',
        ['s3', 'cloudtrail', 'firehose'],
        [
          cloudWatchLogsUse(),
          ...cloudTrailUse(trailArn),
          configDeliveryUse(),
          replicationUse(intakeRole, 'source'),
          archiveIntakeUse(intakeRole),
        ],
      ),
      alerts: key('AlertsKey', 'alerts', ['sns', 'sqs', 'lambda'], alertPublishersUse()),
      backup: key('BackupKey', 'backups', ['backup', 'rds'], []),
    };
  }
}
