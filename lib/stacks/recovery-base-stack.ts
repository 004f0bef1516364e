import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { ArnPrincipal, CfnRole, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { AccessLogBucket } from '../constructs/access-log-bucket';
import { ArchiveBucket } from '../constructs/archive-bucket';
import {
  acknowledgeNoReplica,
  type ReplicationTarget,
  receiveReplicas,
} from '../constructs/bucket-replication';
import { EncryptionKey } from '../constructs/encryption-key';
import { replicationUse } from '../constructs/key-service-statements';
import { LockedVault, VAULT_MINIMUM_DAYS } from '../constructs/locked-vault';
import { ManagedPolicyRole } from '../constructs/managed-policy-role';
import { PhiBucket } from '../constructs/phi-bucket';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link RecoveryBaseStack}. */
export interface RecoveryBaseStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
}

/** What the first region copies to the second, as ARNs that hold across regions. */
export interface RecoveryTargets {
  readonly archive: ReplicationTarget;
  readonly accessLogs: ReplicationTarget;
  readonly phi: ReplicationTarget;
  readonly vaultArn: string;
}

/**
 * The second region's keys, replica buckets and backup vault; deployed first, it references nothing.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), 164.308(a)(7)(ii)(B)
 */
export class RecoveryBaseStack extends Stack {
  readonly targets: RecoveryTargets;

  constructor(scope: Construct, id: string, props: RecoveryBaseStackProps) {
    super(scope, id, props);
    const { environment } = props;
    const { retention, lockMode } = environment;
    const removalPolicy = removalPolicyOf(environment);

    const role = new ManagedPolicyRole(this, 'ReplicationRole', {
      assumedBy: new ServicePrincipal('s3.amazonaws.com'),
      description: 'Copies objects to this region; buckets and keys give it what it may do',
    });
    const keyFor = (name: string, purpose: string, usedThrough: string[], replicated: boolean) =>
      new EncryptionKey(this, name, {
        purpose: `${purpose} in the recovery region`,
        administratorArns: environment.keys.administratorArns,
        usedThrough,
        serviceStatements: replicated ? [replicationUse(new ArnPrincipal(role.roleArn), 'destination')] : [],
        removalPolicy,
      });
    const auditKey = keyFor('AuditKey', 'copies of audit logs', ['s3'], true);
    const dataKey = keyFor('DataKey', 'copies of PHI objects', ['s3'], true);
    const backupKey = keyFor('BackupKey', 'copies of backups', ['backup', 'rds'], false);

    const accessLogs = new AccessLogBucket(this, 'AccessLogs', {
      retentionDays: retention.auditDays,
      removalPolicy,
    });
    const archive = new ArchiveBucket(this, 'ArchiveReplica', {
      key: auditKey,
      accessLogs,
      lockMode,
      retentionDays: retention.auditDays,
      transitionDays: retention.archiveTransitionDays,
      removalPolicy,
    });
    const phi = new PhiBucket(this, 'PhiReplica', {
      key: dataKey,
      accessLogs,
      versionDays: retention.backupDays,
      removalPolicy,
    });
    for (const bucket of [accessLogs, archive, phi]) {
      receiveReplicas(bucket, role.roleArn, bucket === phi ? 'follow' : 'keep');
      acknowledgeNoReplica(bucket, 'terminal-bucket');
    }
    const vault = new LockedVault(this, 'Vault', {
      key: backupKey,
      lockMode,
      minimumRetentionDays: VAULT_MINIMUM_DAYS,
      removalPolicy,
    });

    const roleArn = child(role, CfnRole).attrArn;
    const bucketArn = (bucket: IConstruct) => child(bucket, CfnBucket).attrArn;
    this.targets = {
      archive: { roleArn, bucketArn: bucketArn(archive), keyArn: child(auditKey, CfnKey).attrArn },
      accessLogs: { roleArn, bucketArn: bucketArn(accessLogs) },
      phi: { roleArn, bucketArn: bucketArn(phi), keyArn: child(dataKey, CfnKey).attrArn },
      vaultArn: child(vault, CfnBackupVault).attrBackupVaultArn,
    };
  }
}

/** The L1 under an L2: only its attributes can be referenced from another region. */
function child<T>(construct: IConstruct, type: abstract new (...args: never[]) => T): T {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof type)) throw new Error(`'${construct.node.path}' must have a ${type.name}`);
  return resource;
}
