import { asText, at } from '../triage/event/json';

/** What a finding names, raw: it becomes a reference before it is kept. */
export interface FindingNames {
  /** The service of the resource, as ARNs write it. */
  readonly service: string;
  readonly resource: string | undefined;
  readonly actor: string | undefined;
}

/** Where findings name a resource: the path in the detail, lists by their first entry, and the service. */
const RESOURCE_PATHS: readonly (readonly [service: string, path: string])[] = [
  ['s3', 'resource.s3BucketDetails.arn'],
  ['s3', 'resource.s3BucketDetails.name'],
  ['rds', 'resource.rdsDbInstanceDetails.dbInstanceArn'],
  ['rds', 'resource.rdsDbInstanceDetails.dbInstanceIdentifier'],
  ['lambda', 'resource.lambdaDetails.functionArn'],
  ['eks', 'resource.eksClusterDetails.arn'],
  ['ecs', 'resource.ecsClusterDetails.arn'],
  ['ec2', 'resource.instanceDetails.instanceId'],
  ['iam', 'resource.accessKeyDetails.accessKeyId'],
  ['s3', 'resourcesAffected.s3Bucket.arn'],
  ['s3', 's3ObjectDetails.bucketName'],
  ['finding', 'findings.Resources.Id'],
  ['finding', 'affectedEntities.entityValue'],
  ['finding', 'resourceId'],
  ['finding', 'resourceArn'],
  ['cloudwatch', 'alarmName'],
  ['finding', 'resource'],
  ['finding', 'resources.id'],
];

const ACTOR_PATHS = ['resource.accessKeyDetails.userName', 'resource.accessKeyDetails.principalId'];

/** What the finding in an event is about and who acted in it, as far as its service tells. */
export function findingNames(detail: unknown): FindingNames {
  for (const [service, path] of RESOURCE_PATHS) {
    const resource = textAt(detail, path);
    if (resource !== undefined) {
      return { service, resource, actor: actorOf(detail) };
    }
  }
  return { service: 'finding', resource: undefined, actor: actorOf(detail) };
}

function actorOf(detail: unknown): string | undefined {
  return ACTOR_PATHS.map((path) => textAt(detail, path)).find((name) => name !== undefined);
}

function textAt(root: unknown, path: string): string | undefined {
  let value = root;
  for (const step of path.split('.')) {
    value = at(Array.isArray(value) ? value[0] : value, step);
  }
  return asText(Array.isArray(value) ? value[0] : value);
}
