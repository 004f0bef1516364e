import type { JsonObject } from '../template';
import { plainObject } from './intrinsic';
import { type PolicyStatement, readStatement, statementsOf } from './policy-statements';
import { valuesAt } from './values-at';

/** Where resources keep the policy that says who may reach them: type → the path of properties, `*` for each entry of a list. */
const POLICY_PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::BackupVault': ['AccessPolicy'],
  'AWS::Backup::LogicallyAirGappedBackupVault': ['AccessPolicy'],
  'AWS::CodeArtifact::Domain': ['PermissionsPolicyDocument'],
  'AWS::CodeArtifact::Repository': ['PermissionsPolicyDocument'],
  'AWS::DynamoDB::GlobalTable': ['Replicas.*.ResourcePolicy.PolicyDocument'],
  'AWS::DynamoDB::Table': [
    'ResourcePolicy.PolicyDocument',
    'StreamSpecification.ResourcePolicy.PolicyDocument',
  ],
  'AWS::ECR::RegistryPolicy': ['PolicyText'],
  'AWS::ECR::Repository': ['RepositoryPolicyText'],
  'AWS::EFS::FileSystem': ['FileSystemPolicy'],
  'AWS::Elasticsearch::Domain': ['AccessPolicies'],
  'AWS::Events::EventBus': ['Policy'],
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
  'AWS::Kinesis::ResourcePolicy': ['ResourcePolicy'],
  'AWS::Logs::Destination': ['DestinationPolicy'],
  'AWS::Logs::LogGroup': ['ResourcePolicyDocument'],
  'AWS::Logs::ResourcePolicy': ['PolicyDocument'],
  'AWS::MSK::ClusterPolicy': ['Policy'],
  'AWS::OpenSearchService::Domain': ['AccessPolicies'],
  'AWS::Redshift::Cluster': ['NamespaceResourcePolicy'],
  'AWS::RedshiftServerless::Namespace': ['NamespaceResourcePolicy'],
  'AWS::S3::AccessPoint': ['Policy'],
  'AWS::S3::BucketPolicy': ['PolicyDocument'],
  'AWS::S3::MultiRegionAccessPointPolicy': ['Policy'],
  'AWS::S3Express::BucketPolicy': ['PolicyDocument'],
  'AWS::S3ObjectLambda::AccessPointPolicy': ['PolicyDocument'],
  'AWS::S3Tables::TableBucketPolicy': ['ResourcePolicy'],
  'AWS::S3Tables::TablePolicy': ['ResourcePolicy'],
  'AWS::SecretsManager::ResourcePolicy': ['ResourcePolicy'],
  'AWS::SNS::TopicInlinePolicy': ['PolicyDocument'],
  'AWS::SNS::TopicPolicy': ['PolicyDocument'],
  'AWS::SQS::QueueInlinePolicy': ['PolicyDocument'],
  'AWS::SQS::QueuePolicy': ['PolicyDocument'],
  'AWS::SSM::ResourcePolicy': ['Policy'],
  'AWS::XRay::ResourcePolicy': ['PolicyDocument'],
};

/** A policy of a resource: the property that it is in, and its statements; undefined where they cannot be read from the template. */
export interface ResourcePolicy {
  readonly property: string;
  readonly statements: readonly PolicyStatement[] | undefined;
}

/** The policies that say who may reach a resource; keys apart, which have rules of their own. */
export function resourcePolicies(type: string, properties: JsonObject): readonly ResourcePolicy[] {
  const statement = loneStatement(type, properties);
  if (statement !== undefined) return [{ property: 'Principal', statements: [readStatement(statement)] }];
  const paths = Object.hasOwn(POLICY_PATHS, type) ? (POLICY_PATHS[type] ?? []) : [];
  return paths.flatMap((property) =>
    valuesAt(properties, property.split('.'))
      .filter((policy) => policy !== undefined)
      .map((policy) => ({ property, statements: statementsOf(policy) })),
  );
}

/** Where CloudFormation takes one statement in properties of its own, that statement. */
function loneStatement(type: string, properties: JsonObject): JsonObject | undefined {
  switch (type) {
    case 'AWS::Lambda::Permission':
      return allowing(properties.Principal, {
        'aws:PrincipalOrgID': properties.PrincipalOrgID,
        'aws:SourceAccount': properties.SourceAccount,
        'aws:SourceArn': properties.SourceArn,
      });
    case 'AWS::Lambda::LayerVersionPermission':
      return allowing(properties.Principal, { 'aws:PrincipalOrgID': properties.OrganizationId });
    case 'AWS::Events::EventBusPolicy':
      return plainObject(properties.Statement) ?? legacyBusStatement(properties);
    default:
      return undefined;
  }
}

function legacyBusStatement({ Principal, Condition }: JsonObject): JsonObject | undefined {
  const { Key, Value } = plainObject(Condition) ?? {};
  return Principal === undefined
    ? undefined
    : allowing(Principal, typeof Key === 'string' ? { [Key]: Value } : {});
}

function allowing(principal: unknown, conditions: JsonObject): JsonObject {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  return {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: Object.fromEntries(given) },
  };
}
