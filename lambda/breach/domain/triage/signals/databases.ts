import { at } from '../event/json';
import { textOf } from '../event/values';
import { done, results, resultsToReview, turns, turnsToReview, watched } from '../judge/call-judges';
import { clusterIsPublic, opensToPublic, parameterOff, removesOption } from '../judge/database-judges';
import { forwards } from '../judge/listener';
import { isEmpty, isFalse, isTrue, isWord } from '../judge/tests';
import { anyOf } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Databases: reachable from outside, without protection, without encryption. */
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
      id: 'tls-removed',
      title: 'Data may travel unencrypted',
      question: 'expose',
      severity: 'high',
      citations: CITES.transmission,
      firstStep: 'Demand TLS again, then rotate the credentials that may have travelled in the clear.',
    },
    {
      ...each(
        'rds',
        ['ModifyDBParameterGroup', 'ModifyDBClusterParameterGroup'],
        parameterOff('transmission'),
      ),
      'redshift:ModifyClusterParameterGroup': parameterOff('transmission'),
      ...each(
        'es',
        ['UpdateDomainConfig', 'UpdateElasticsearchDomainConfig'],
        anyOf(
          turns(['domainEndpointOptions.enforceHTTPS'], isFalse),
          turns(['nodeToNodeEncryptionOptions.enabled'], isFalse),
        ),
      ),
      'elasticache:ModifyReplicationGroup': turns(['transitEncryptionEnabled'], isFalse),
      'rds:ModifyDBProxy': turns(['requireTLS'], isFalse),
      'rds:CreateDBProxy': turnsToReview(['requireTLS'], isFalse),
      'rds:ModifyOptionGroup': removesOption(/NETWORK_ENCRYPTION|^SSL$|TLS/i),
      'kafka:UpdateSecurity': turns(
        ['encryptionInfo.encryptionInTransit.clientBroker'],
        isWord('PLAINTEXT', 'TLS_PLAINTEXT'),
      ),
      'elasticloadbalancing:ModifyListener': (call) =>
        forwards(call) ? turns(['protocol'], isWord('HTTP', 'TCP'))(call) : undefined,
      'elasticloadbalancing:CreateListener': (call) =>
        forwards(call) ? turnsToReview(['protocol'], isWord('HTTP'))(call) : undefined,
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
  callRow(
    {
      id: 'encryption-removed',
      title: 'Data that was encrypted no longer will be',
      question: 'expose',
      severity: 'high',
      citations: CITES.encryption,
      firstStep: 'Switch encryption on again, then find what was written without it.',
    },
    {
      's3:DeleteBucketEncryption': done,
      'ec2:DisableEbsEncryptionByDefault': done,
      'logs:DisassociateKmsKey': done,
      'kinesis:StopStreamEncryption': done,
      'monitoring:DisassociateDatasetKmsKey': done,
      'firehose:StopDeliveryStreamEncryption': done,
      'dynamodb:UpdateTable': turns(['sSESpecification.enabled', 'sSESpecification.sSEEnabled'], isFalse),
      'redshift:ModifyCluster': turns(['encrypted'], isFalse),
      'glue:PutDataCatalogEncryptionSettings': turns(
        ['dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode'],
        isWord('DISABLED'),
      ),
      'sqs:SetQueueAttributes': (call) =>
        anyOf(
          turns(['attributes.SqsManagedSseEnabled'], isFalse),
          turns(['attributes.KmsMasterKeyId'], isEmpty),
        )(call),
      'sns:SetTopicAttributes': (call) =>
        textOf(at(call.request, 'attributeName')) === 'KmsMasterKeyId' &&
        textOf(at(call.request, 'attributeValue')) === undefined
          ? done(call)
          : undefined,
    },
  ),
  callRow(
    {
      id: 'store-without-encryption',
      title: 'A store was created without encryption',
      question: 'watch',
      severity: 'medium',
      citations: CITES.encryption,
      firstStep: 'Create it again with a key, before data is in it.',
    },
    {
      ...each(
        'rds',
        [
          'CreateDBInstance',
          'CreateDBCluster',
          'RestoreDBInstanceFromDBSnapshot',
          'RestoreDBInstanceFromS3',
          'RestoreDBClusterFromSnapshot',
        ],
        resultsToReview(['storageEncrypted'], isFalse),
      ),
      'redshift:CreateCluster': resultsToReview(['encrypted'], isFalse),
      'elasticfilesystem:CreateFileSystem': resultsToReview(['encrypted'], isFalse),
      'elasticache:CreateReplicationGroup': resultsToReview(['atRestEncryptionEnabled'], isFalse),
      'ec2:CreateVolume': resultsToReview(['encrypted'], isFalse),
      ...each(
        'es',
        ['CreateDomain', 'CreateElasticsearchDomain'],
        resultsToReview(['encryptionAtRestOptions.enabled'], isFalse),
      ),
      ...each('ec2', ['ModifyEbsDefaultKmsKeyId', 'ResetEbsDefaultKmsKeyId'], watched),
    },
  ),
];
