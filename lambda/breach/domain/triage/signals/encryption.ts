import { at } from '../event/json';
import { textOf } from '../event/values';
import { done, resultsToReview, turns, turnsToReview, watched } from '../judge/call-judges';
import { parameterOff, removesOption } from '../judge/database-judges';
import { forwards } from '../judge/listener';
import { isEmpty, isFalse, isWord } from '../judge/value-tests';
import { anyOf } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Encryption, at rest and in motion. */
export const ENCRYPTION_SIGNALS: readonly CallRow[] = [
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
