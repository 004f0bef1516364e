import { asObject, at } from '../event/json';
import { flagOf } from '../event/values';
import { done, exceptRoutineOf, turns, watched } from '../judge/call-judges';
import { backupsShrink } from '../judge/database-judges';
import { isFalse, isTrue, isWord } from '../judge/value-tests';
import { anyOf, ignore, incident, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Services that make backups and remove them when their time is up. */
const KEEPERS = [
  'backup',
  'dlm',
  'rds',
  'fsx',
  'elasticache',
  'redshift',
  'storagegateway',
  'drs',
  'mgn',
  'imagebuilder',
];

/** Backups, and what makes and protects them. */
export const BACKUP_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'backup-destroyed',
      title: 'A backup was deleted',
      question: 'destroy',
      severity: 'high',
      citations: CITES.backup,
      firstStep: 'Find the next older copy and lock it, then stop the identity.',
    },
    {
      ...each(
        'rds',
        [
          'DeleteDBSnapshot',
          'DeleteDBClusterSnapshot',
          'DeleteDBInstanceAutomatedBackup',
          'DeleteDBClusterAutomatedBackup',
        ],
        exceptRoutineOf(KEEPERS, done),
      ),
      'ec2:DeleteSnapshot': exceptRoutineOf(KEEPERS, done),
      'ec2:DeregisterImage': exceptRoutineOf(KEEPERS, turns(['deleteAssociatedSnapshots'], isTrue)),
      'dynamodb:DeleteBackup': exceptRoutineOf(KEEPERS, done),
      ...each(
        'redshift',
        ['DeleteClusterSnapshot', 'BatchDeleteClusterSnapshots'],
        exceptRoutineOf(KEEPERS, done),
      ),
      ...each('redshift-serverless', ['DeleteSnapshot'], done),
      ...each(
        'elasticache',
        ['DeleteSnapshot', 'DeleteServerlessCacheSnapshot'],
        exceptRoutineOf(KEEPERS, done),
      ),
      ...each('memorydb', ['DeleteSnapshot'], done),
      ...each('fsx', ['DeleteBackup', 'DeleteSnapshot'], exceptRoutineOf(KEEPERS, done)),
      ...each('docdb-elastic', ['DeleteClusterSnapshot'], done),
      ...each('backup', ['DeleteRecoveryPoint', 'DeleteBackupVault'], exceptRoutineOf(KEEPERS, done)),
      ...each('cloudhsm', ['DeleteBackup'], done),
      ...each(
        'lightsail',
        ['DeleteRelationalDatabaseSnapshot', 'DeleteDiskSnapshot', 'DeleteInstanceSnapshot'],
        done,
      ),
      ...each('drs', ['DeleteRecoveryInstance', 'DeleteSourceServer'], watched),
    },
  ),
  callRow(
    {
      id: 'backup-protection-removed',
      title: 'Backups are no longer made, kept or protected as before',
      question: 'destroy',
      severity: 'high',
      citations: CITES.backup,
      firstStep: 'Put the plan, the lock or the retention back, and make a backup now.',
    },
    {
      ...each(
        'backup',
        ['DeleteBackupVaultLockConfiguration', 'DeleteBackupPlan', 'DeleteBackupSelection'],
        done,
      ),
      'backup:UpdateRegionSettings': (call) => {
        const settings = asObject(at(call.request, 'resourceTypeOptInPreference')) ?? {};
        const off = Object.values(settings).filter((value) => flagOf(value) === false).length;
        return off > 0
          ? review(`requestParameters.resourceTypeOptInPreference: ${off} types are not backed up`)
          : ignore('requestParameters.resourceTypeOptInPreference: no type is left out');
      },
      'elasticfilesystem:PutBackupPolicy': turns(['backupPolicy.status'], isWord('DISABLED')),
      'dynamodb:UpdateContinuousBackups': turns(
        ['pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled'],
        isFalse,
      ),
      'dlm:DeleteLifecyclePolicy': done,
      'dlm:UpdateLifecyclePolicy': turns(['state'], isWord('DISABLED')),
      ...each('rbin', ['DeleteRule', 'UnlockRule'], done),
      'backup:CancelLegalHold': done,
      'elasticfilesystem:DeleteReplicationConfiguration': done,
      'redshift-serverless:DeleteSnapshotCopyConfiguration': done,
      'ec2:UnlockSnapshot': done,
      ...each('rds', ['ModifyDBInstance', 'ModifyDBCluster'], backupsShrink('backupRetentionPeriod')),
      'redshift:ModifyCluster': anyOf(
        backupsShrink('automatedSnapshotRetentionPeriod'),
        turns(['manualSnapshotRetentionPeriod'], isWord('0')),
      ),
      'redshift:DisableSnapshotCopy': done,
      'rds:StopDBInstanceAutomatedBackupsReplication': done,
      'elasticache:ModifyReplicationGroup': turns(['snapshotRetentionLimit'], {
        matches: (value) => value === 0,
        shown: () => '0',
      }),
      'fsx:UpdateFileSystem': (call) => {
        const days = [
          'windowsConfiguration',
          'lustreConfiguration',
          'ontapConfiguration',
          'openZFSConfiguration',
        ].map((kind) => at(call.request, `${kind}.automaticBackupRetentionDays`));
        return days.some((count) => count === 0)
          ? incident('requestParameters: automaticBackupRetentionDays is 0')
          : undefined;
      },
      'glacier:AbortVaultLock': done,
    },
  ),
  callRow(
    {
      id: 'backup-setting-changed',
      title: 'How backups are made or kept was changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.backup,
      firstStep: 'Compare the plan and the vault with what the configuration says.',
    },
    {
      ...each(
        'backup',
        [
          'UpdateBackupPlan',
          'UpdateRecoveryPointLifecycle',
          'PutBackupVaultLockConfiguration',
          'StopBackupJob',
          'DeleteBackupVaultAccessPolicy',
          'DeleteBackupVaultNotifications',
          'UpdateGlobalSettings',
          'DisassociateRecoveryPoint',
          'DisassociateBackupVaultMpaApprovalTeam',
          'CreateRestoreAccessBackupVault',
          'DeleteRestoreTestingPlan',
          'DeleteRestoreTestingSelection',
          'DeleteFramework',
          'DeleteReportPlan',
          'DisassociateRecoveryPointFromParent',
        ],
        exceptRoutineOf(KEEPERS, watched),
      ),
      ...each(
        'ec2',
        [
          'DeregisterImage',
          'DisableImage',
          'DisableImageDeprecation',
          'DisableImageDeregistrationProtection',
          'CreateStoreImageTask',
          'ExportImage',
          'CreateInstanceExportTask',
        ],
        exceptRoutineOf(KEEPERS, watched),
      ),
      'rbin:UpdateRule': watched,
      ...each(
        'redshift',
        [
          'ModifySnapshotCopyRetentionPeriod',
          'BatchModifyClusterSnapshots',
          'DeleteSnapshotSchedule',
          'ModifyClusterSnapshotSchedule',
        ],
        watched,
      ),
      'elasticfilesystem:CreateReplicationConfiguration': watched,
      'glacier:DeleteVaultAccessPolicy': watched,
    },
  ),
];
