import { at } from '../event/json';
import { textOf } from '../event/values';
import { turns, watched } from '../judge/call-judges';
import { grantsPermission, outsideIfGiven } from '../judge/outside-judges';
import { patchOperationsOf } from '../judge/patch-operations';
import { isTrue, isWord } from '../judge/value-tests';
import { incident } from '../judgement';

import { createdWithPolicy, judgePolicy, opensPolicy, opensPolicyIfGiven } from '../policy/judge-policy';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Policies on resources: who may use a key, a queue, a function. */
export const POLICY_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'key-opened',
      title: 'An encryption key may be used by everyone or by another account',
      question: 'expose',
      severity: 'critical',
      citations: CITES.keys,
      firstStep: 'Set the key policy back, then read what was decrypted with it since.',
    },
    {
      'kms:PutKeyPolicy': opensPolicy(['policy']),
      ...each('kms', ['CreateKey', 'ReplicateKey'], createdWithPolicy(['policy'])),
    },
  ),
  callRow(
    {
      id: 'queue-opened',
      title: 'A queue or topic was opened to the public or to another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep: 'Set the policy back, then find out who received or sent since.',
    },
    {
      'sqs:SetQueueAttributes': opensPolicyIfGiven(['attributes.Policy']),
      'sqs:CreateQueue': createdWithPolicy(['attributes.Policy']),
      'sns:CreateTopic': createdWithPolicy(['attributes.Policy']),
      'sns:SetTopicAttributes': (call) =>
        textOf(at(call.request, 'attributeName')) === 'Policy'
          ? opensPolicy(['attributeValue'])(call)
          : undefined,
    },
  ),
  callRow(
    {
      id: 'secret-opened',
      title: 'A secret may be read by everyone or by another account',
      question: 'expose',
      severity: 'critical',
      citations: CITES.access,
      firstStep: 'Set the policy back and rotate the secret.',
    },
    {
      'secretsmanager:PutResourcePolicy': opensPolicy(['resourcePolicy']),
      'ssm:PutResourcePolicy': opensPolicy(['policy']),
      'secretsmanager:AssociateCrossAccountReplica': outsideIfGiven('crossAccountReplicaARN'),
    },
  ),
  callRow(
    {
      id: 'function-opened',
      title: 'A function may be called by everyone or by another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Remove the permission or the URL, then read the function log since it was made.',
    },
    {
      'lambda:AddPermission': grantsPermission('lambda:InvokeFunction'),
      'lambda:AddLayerVersionPermission': grantsPermission('lambda:GetLayerVersion'),
      'lambda:PutResourcePolicy': opensPolicy(['policy']),
      ...each(
        'lambda',
        ['CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig'],
        turns(['authType'], isWord('NONE')),
      ),
    },
  ),
  callRow(
    {
      id: 'event-bus-opened',
      title: 'An event bus was opened to everyone or to another account',
      question: 'expose',
      severity: 'medium',
      citations: CITES.access,
      firstStep: 'Remove the permission, then look for forged events.',
    },
    {
      'events:PutPermission': (call) =>
        at(call.request, 'policy') === undefined
          ? grantsPermission('events:PutEvents')(call)
          : opensPolicy(['policy'])(call),
    },
  ),
  callRow(
    {
      id: 'resource-opened',
      title: 'A store or service was opened to the public or to another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep: 'Set the policy back, then find out who used the grant since it was made.',
    },
    {
      'elasticfilesystem:PutFileSystemPolicy': opensPolicy(['policy']),
      ...each(
        'es',
        [
          'UpdateDomainConfig',
          'UpdateElasticsearchDomainConfig',
          'CreateDomain',
          'CreateElasticsearchDomain',
        ],
        opensPolicyIfGiven(['accessPolicies']),
      ),
      ...each('ecr', ['SetRepositoryPolicy', 'PutRegistryPolicy'], opensPolicy(['policyText'])),
      'glue:PutResourcePolicy': opensPolicy(['policyInJson']),
      'backup:PutBackupVaultAccessPolicy': opensPolicy(['policy']),
      'dynamodb:PutResourcePolicy': opensPolicy(['policy']),
      'kinesis:PutResourcePolicy': opensPolicy(['policy']),
      'logs:PutResourcePolicy': opensPolicy(['policyDocument']),
      'logs:PutDestinationPolicy': opensPolicy(['accessPolicy']),
      'cloudtrail:PutResourcePolicy': opensPolicy(['resourcePolicy']),
      ...each(
        'codeartifact',
        ['PutDomainPermissionsPolicy', 'PutRepositoryPermissionsPolicy'],
        opensPolicy(['policyDocument']),
      ),
      'codebuild:PutResourcePolicy': opensPolicy(['policy']),
      'acm-pca:PutPolicy': opensPolicy(['policy']),
      'mediastore:PutContainerPolicy': opensPolicy(['policy']),
      ...each('vpc-lattice', ['PutAuthPolicy', 'PutResourcePolicy'], opensPolicy(['policy'])),
      'kafka:PutClusterPolicy': opensPolicy(['policy']),
      'glacier:SetVaultAccessPolicy': opensPolicy(['policy.policy', 'policy']),
      ...each('redshift', ['PutResourcePolicy'], opensPolicy(['policy'])),
      ...each('redshift-serverless', ['PutResourcePolicy'], opensPolicy(['policy'])),
      'organizations:PutResourcePolicy': opensPolicy(['content']),
      'apigateway:CreateRestApi': opensPolicyIfGiven(['policy', 'createRestApiInput.policy']),
      'apigateway:UpdateRestApi': (call) => {
        const operation = patchOperationsOf(call).find(({ path }) => path === '/policy');
        return operation === undefined
          ? undefined
          : judgePolicy(operation.raw, 'patchOperations: /policy', 'resource', call);
      },
      'apigateway:UpdateMethod': (call) =>
        patchOperationsOf(call).some(({ path, value }) => path === '/authorizationType' && value === 'none')
          ? incident('requestParameters.patchOperations: /authorizationType is NONE')
          : undefined,
      'apigateway:UpdateRoute': turns(['authorizationType'], isWord('NONE')),
      ...each('vpc-lattice', ['UpdateService', 'UpdateServiceNetwork'], turns(['authType'], isWord('NONE'))),
      'vpc-lattice:DeleteAuthPolicy': watched,
      'logs:PutDeliveryDestinationPolicy': opensPolicy(['deliveryDestinationPolicy']),
      'backup:CreateBackupAccessPoint': opensPolicyIfGiven(['accessPointPolicy']),
      'quicksight:UpdatePublicSharingSettings': turns(['publicSharingEnabled'], isTrue),
    },
  ),
];
