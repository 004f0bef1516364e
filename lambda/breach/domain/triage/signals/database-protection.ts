import { results, turns, turnsToReview } from '../judge/call-judges';
import { clusterIsPublic, opensToPublic, parameterOff, removesOption } from '../judge/database-judges';
import { isFalse, isTrue, isWord } from '../judge/value-tests';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Databases: reachable from outside, without protection or audit. */
export const DATABASE_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'database-made-public',
      title: 'A database has a public address',
      question: 'expose',
      severity: 'critical',
      citations: CITES.disclosure,
      firstStep: 'Take the public address away and close its security group, then read the connection log.',
    },
    {
      ...each(
        'rds',
        [
          'CreateDBInstance',
          'CreateDBInstanceReadReplica',
          'RestoreDBInstanceFromDBSnapshot',
          'RestoreDBInstanceFromS3',
          'RestoreDBInstanceToPointInTime',
        ],
        results(['publiclyAccessible'], isTrue),
      ),
      ...each(
        'rds',
        [
          'CreateDBCluster',
          'RestoreDBClusterFromSnapshot',
          'RestoreDBClusterFromS3',
          'RestoreDBClusterToPointInTime',
        ],
        clusterIsPublic,
      ),
      ...each('rds', ['ModifyDBInstance', 'ModifyDBCluster'], turns(['publiclyAccessible'], isTrue)),
      ...each(
        'redshift',
        ['CreateCluster', 'RestoreFromClusterSnapshot'],
        results(['publiclyAccessible'], isTrue),
      ),
      'redshift:ModifyCluster': turns(['publiclyAccessible'], isTrue),
      'redshift-serverless:CreateWorkgroup': results(
        ['publiclyAccessible', 'workgroup.publiclyAccessible'],
        isTrue,
      ),
      'redshift-serverless:UpdateWorkgroup': turns(['publiclyAccessible'], isTrue),
      'dms:CreateReplicationInstance': results(
        ['publiclyAccessible', 'replicationInstance.publiclyAccessible'],
        isTrue,
      ),
      'mq:CreateBroker': results(['publiclyAccessible'], isTrue),
      'kafka:UpdateConnectivity': turns(
        ['connectivityInfo.publicAccess.type'],
        isWord('SERVICE_PROVIDED_EIPS'),
      ),
      ...each(
        'lightsail',
        ['CreateRelationalDatabase', 'UpdateRelationalDatabase'],
        turns(['publiclyAccessible'], isTrue),
      ),
      ...each(
        'neptune-graph',
        ['CreateGraph', 'UpdateGraph', 'RestoreGraphFromSnapshot'],
        turns(['publicConnectivity'], isTrue),
      ),
      ...each(
        'timestream-influxdb',
        ['CreateDbInstance', 'CreateDbCluster'],
        turns(['publiclyAccessible'], isTrue),
      ),
      ...each('aoss', ['CreateSecurityPolicy', 'UpdateSecurityPolicy'], opensToPublic),
    },
  ),
  callRow(
    {
      id: 'deletion-protection-removed',
      title: 'A store can be deleted that was protected against it',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Protect it again, and find out who meant to delete it.',
    },
    {
      ...each(
        'rds',
        ['ModifyDBInstance', 'ModifyDBCluster', 'ModifyGlobalCluster'],
        turns(['deletionProtection'], isFalse),
      ),
      'dynamodb:UpdateTable': turns(['deletionProtectionEnabled'], isFalse),
      'cognito-idp:UpdateUserPool': turns(['deletionProtection'], isWord('INACTIVE')),
      'logs:PutLogGroupDeletionProtection': turns(['deletionProtectionEnabled'], isFalse),
      'qldb:UpdateLedger': turns(['deletionProtection'], isFalse),
      'neptune-graph:UpdateGraph': turns(['deletionProtection'], isFalse),
      'dsql:UpdateCluster': turns(['deletionProtectionEnabled'], isFalse),
      'cloudformation:UpdateTerminationProtection': turns(['enableTerminationProtection'], isFalse),
      'ec2:ModifyInstanceAttribute': turnsToReview(['disableApiTermination'], isFalse),
      'elasticfilesystem:UpdateFileSystemProtection': turnsToReview(
        ['replicationOverwriteProtection'],
        isWord('DISABLED'),
      ),
    },
  ),
  callRow(
    {
      id: 'database-audit-off',
      title: 'A database no longer audits what is done in it',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep:
        'Set the parameter back, and reconstruct the gap from the activity stream or the application.',
    },
    {
      ...each('rds', ['ModifyDBParameterGroup', 'ModifyDBClusterParameterGroup'], parameterOff('audit')),
      'redshift:ModifyClusterParameterGroup': parameterOff('audit'),
      'rds:ModifyOptionGroup': removesOption(/AUDIT/i),
      'rds:ModifyActivityStream': turnsToReview(['auditPolicyState'], isWord('unlocked')),
    },
  ),
];
