import type { ApiCall } from '../event/api-call';
import { at } from '../event/json';
import { flagOf, textOf } from '../event/values';
import { type CallJudge, done, watched } from '../judge/call-judges';
import { incident, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** A deletion without the last copy is worse: nothing is left to restore from. */
const withoutCopy: CallJudge = (call: ApiCall) =>
  flagOf(at(call.request, 'skipFinalSnapshot')) === true ||
  flagOf(at(call.request, 'skipFinalClusterSnapshot')) === true
    ? incident('requestParameters.skipFinalSnapshot is true', 'critical')
    : done(call);

/** Stores of data. Without configuration, each may hold PHI. */
export const STORE_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'store-destroyed',
      title: 'A store of data was deleted',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep:
        'Find the last backup and protect it, then restore; find out whether the data was copied before.',
    },
    {
      ...each(
        'rds',
        ['DeleteDBInstance', 'DeleteDBCluster', 'DeleteTenantDatabase', 'DeleteDBShardGroup'],
        withoutCopy,
      ),
      ...each('dynamodb', ['DeleteTable'], done),
      ...each('redshift', ['DeleteCluster'], withoutCopy),
      ...each('redshift-serverless', ['DeleteNamespace'], done),
      ...each(
        'elasticache',
        [
          'DeleteReplicationGroup',
          'DeleteCacheCluster',
          'DeleteServerlessCache',
          'DeleteGlobalReplicationGroup',
        ],
        done,
      ),
      ...each('memorydb', ['DeleteCluster', 'DeleteMultiRegionCluster'], done),
      ...each('dax', ['DeleteCluster'], done),
      ...each('es', ['DeleteDomain', 'DeleteElasticsearchDomain'], done),
      ...each('aoss', ['DeleteCollection'], done),
      ...each('elasticfilesystem', ['DeleteFileSystem'], done),
      ...each(
        'fsx',
        ['DeleteFileSystem', 'DeleteVolume', 'DeleteStorageVirtualMachine', 'DeleteFileCache'],
        done,
      ),
      ...each('ec2', ['DeleteVolume'], done),
      ...each('s3', ['DeleteBucket'], done),
      ...each('s3tables', ['DeleteTableBucket', 'DeleteTable'], done),
      ...each('s3vectors', ['DeleteVectorBucket', 'DeleteIndex'], done),
      ...each('kinesis', ['DeleteStream'], done),
      ...each('kinesisvideo', ['DeleteStream'], done),
      ...each('kafka', ['DeleteCluster'], done),
      ...each('docdb-elastic', ['DeleteCluster'], done),
      ...each('neptune-graph', ['DeleteGraph'], done),
      ...each('dsql', ['DeleteCluster'], done),
      ...each('timestream', ['DeleteDatabase', 'DeleteTable'], done),
      ...each('timestream-influxdb', ['DeleteDbInstance', 'DeleteDbCluster'], done),
      ...each('cassandra', ['DropTable', 'DropKeyspace', 'DeleteTable', 'DeleteKeyspace'], done),
      ...each('qldb', ['DeleteLedger'], done),
      ...each('healthlake', ['DeleteFHIRDatastore'], done),
      ...each('medical-imaging', ['DeleteDatastore'], done),
      ...each(
        'omics',
        ['DeleteReferenceStore', 'DeleteSequenceStore', 'DeleteVariantStore', 'DeleteAnnotationStore'],
        done,
      ),
      ...each('glacier', ['DeleteVault', 'DeleteArchive'], done),
      ...each('lightsail', ['DeleteRelationalDatabase', 'DeleteBucket', 'DeleteDisk'], done),
      ...each('cognito-idp', ['DeleteUserPool'], done),
      'ds:DeleteDirectory': done,
      ...each('workdocs', ['DeleteFolder'], done),
      ...each('sdb', ['DeleteDomain'], done),
      ...each('organizations', ['CloseAccount'], done),
    },
  ),
  callRow(
    {
      id: 'secret-destroyed',
      title: 'A secret was deleted',
      question: 'destroy',
      severity: 'medium',
      citations: CITES.integrity,
      firstStep: 'Restore the secret within its recovery window, or rotate what it opened.',
    },
    {
      'secretsmanager:DeleteSecret': (call) =>
        flagOf(at(call.request, 'forceDeleteWithoutRecovery')) === true
          ? incident('requestParameters.forceDeleteWithoutRecovery is true')
          : review('requestParameters.forceDeleteWithoutRecovery is not true: the secret can be restored'),
    },
  ),
  callRow(
    {
      id: 'store-changed',
      title: 'Part of a store, or what describes it, was removed',
      question: 'watch',
      severity: 'low',
      citations: CITES.integrity,
      firstStep: 'Check that nothing is missing that somebody needs.',
    },
    {
      ...each(
        'rds',
        [
          'DeleteGlobalCluster',
          'RemoveFromGlobalCluster',
          'StartExportTask',
          'ResetDBParameterGroup',
          'ResetDBClusterParameterGroup',
          'DeleteEventSubscription',
          'EnableHttpEndpoint',
          'BacktrackDBCluster',
          'DeleteBlueGreenDeployment',
          'AddRoleToDBInstance',
          'AddRoleToDBCluster',
        ],
        watched,
      ),
      ...each('glue', ['DeleteDatabase', 'DeleteTable', 'BatchDeleteTable'], watched),
      ...each('ecr', ['DeleteRepository', 'BatchDeleteImage'], watched),
      ...each(
        'storagegateway',
        ['DeleteGateway', 'DeleteVolume', 'DeleteFileShare', 'DeleteTape', 'DeleteTapeArchive'],
        watched,
      ),
      ...each(
        'cloudformation',
        ['DeleteStack', 'DeleteStackSet', 'DeleteStackInstances', 'SetStackPolicy'],
        watched,
      ),
      ...each('elasticfilesystem', ['DeleteMountTarget', 'DeleteFileSystemPolicy'], watched),
      ...each(
        'dynamodb',
        ['DeleteResourcePolicy', 'DisableKinesisStreamingDestination', 'UpdateTimeToLive'],
        watched,
      ),
      'healthlake:StartFHIRExportJob': watched,
      'medical-imaging:DeleteImageSet': watched,
      'kinesis:DecreaseStreamRetentionPeriod': watched,
      ...each(
        'secretsmanager',
        [
          'DeleteResourcePolicy',
          'CancelRotateSecret',
          'RemoveRegionsFromReplication',
          'StopReplicationToReplica',
        ],
        watched,
      ),
      ...each('rds', ['ModifyDBInstance', 'ModifyDBCluster'], (call) =>
        textOf(at(call.request, 'masterUserPassword')) === undefined
          ? undefined
          : review('requestParameters.masterUserPassword is set'),
      ),
    },
  ),
];
