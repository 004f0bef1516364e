import { asText, at, type JsonObject } from './json';
import { textOf } from './values';

/** What a call was about. The text is raw: it is compared and tokenized, never repeated. */
export interface NamedResource {
  /** The parameter that names it. */
  readonly field: string;
  readonly name: string;
}

/** What of a call names things. */
export interface Naming {
  readonly service: string;
  readonly request: JsonObject | undefined;
  readonly detail: JsonObject;
}

/** By service, the parameters that name what a call is about, the most specific first. */
const NAMING_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'access-analyzer': ['analyzerName', 'findingId', 'ruleName'],
  backup: ['recoveryPointArn', 'backupVaultName', 'backupPlanId', 'backupJobId'],
  cloudtrail: ['trailName', 'name', 'eventDataStore', 'channel'],
  'cognito-idp': ['userPoolId'],
  'cognito-identity': ['identityPoolId'],
  config: [
    'configurationRecorderName',
    'configurationRecorder.name',
    'deliveryChannelName',
    'deliveryChannel.name',
    'configRuleName',
  ],
  dynamodb: ['tableName', 'tableArn', 'backupArn', 'resourceArn'],
  ec2: [
    'snapshotId',
    'imageId',
    'groupId',
    'networkAclId',
    'flowLogId',
    'FlowLogId',
    'instanceId',
    'volumeId',
    'vpcEndpointId',
    'vpcId',
    'serviceId',
    'routeTableId',
  ],
  events: ['rule', 'name', 'eventBusName'],
  guardduty: ['detectorId', 'filterName'],
  iam: ['roleName', 'userName', 'groupName', 'policyArn', 'policyName', 'serialNumber', 'sAMLProviderArn'],
  kms: ['keyId', 'targetKeyId', 'aliasName', 'customKeyStoreId'],
  lambda: ['functionName', 'layerName'],
  logs: ['logGroupName', 'logGroupIdentifier', 'destinationName', 'resourceArn'],
  monitoring: ['alarmNames', 'alarmName'],
  rds: [
    'dBInstanceIdentifier',
    'dBClusterIdentifier',
    'dBSnapshotIdentifier',
    'dBClusterSnapshotIdentifier',
    'dBParameterGroupName',
    'dBClusterParameterGroupName',
    'resourceArn',
    'dBSecurityGroupName',
  ],
  redshift: ['clusterIdentifier', 'snapshotIdentifier', 'dataShareArn'],
  s3: ['bucketName', 'accountId', 'name'],
  secretsmanager: ['secretId', 'name'],
  sns: ['topicArn', 'subscriptionArn', 'name'],
  sqs: ['queueUrl', 'queueName'],
  ssm: ['name', 'documentName', 'instanceId', 'target'],
};

/** What names a resource anywhere, where the service has no row above. */
const COMMON_FIELDS = ['resourceArn', 'arn', 'name', 'id', 'resourceId', 'resourceName'];

/** What a call was about; undefined where nothing names it. */
export function resourceOf(call: Naming): NamedResource | undefined {
  const fields = Object.hasOwn(NAMING_FIELDS, call.service) ? (NAMING_FIELDS[call.service] ?? []) : [];
  for (const field of fields) {
    const name = nameAt(call, field);
    if (name !== undefined) {
      return { field, name };
    }
  }
  for (const field of COMMON_FIELDS) {
    const name = nameAt(call, field);
    if (name !== undefined) {
      return { field, name };
    }
  }
  return otherResource(call);
}

/** The parameter whose name ends like that of an identifier, the first by name; then the resources that CloudTrail lists. */
function otherResource(call: Naming): NamedResource | undefined {
  const field = Object.keys(call.request ?? {})
    .filter((key) => /(id|identifier|arn|name|url)$/i.test(key) && textOf(call.request?.[key]) !== undefined)
    .sort()[0];
  const name = field === undefined ? undefined : textOf(call.request?.[field]);
  if (field !== undefined && name !== undefined) {
    return { field, name };
  }
  const listed = at(call.detail, 'resources');
  const arn = Array.isArray(listed) ? asText(at(listed[0], 'ARN')) : undefined;
  return arn === undefined ? undefined : { field: 'resources', name: arn };
}

function nameAt(call: Naming, field: string): string | undefined {
  const value = at(call.request, field);
  const first = Array.isArray(value) ? value[0] : value;
  return textOf(first);
}

/** The last part of an ARN or a URL, so that a thing has one name however it is written. */
export function tailOf(name: string): string {
  const end = Math.max(name.lastIndexOf('/'), name.startsWith('arn:') ? name.lastIndexOf(':') : -1);
  return end < 0 || end === name.length - 1 ? name : name.slice(end + 1);
}
