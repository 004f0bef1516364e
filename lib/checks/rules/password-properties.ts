import type { JsonObject } from '../template';
import { valuesAt } from '../template-values/values-at';
import { namesSecret } from './secret-shapes';

/** Properties that are passwords, tokens or keys: type → paths. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::AmazonMQ::Broker': ['Users.*.Password'],
  'AWS::AppStream::DirectoryConfig': ['ServiceAccountCredentials.AccountPassword'],
  'AWS::CodePipeline::Webhook': ['AuthenticationConfiguration.SecretToken'],
  'AWS::Cognito::UserPoolIdentityProvider': ['ProviderDetails.client_secret'],
  'AWS::DMS::Endpoint': ['Password'],
  'AWS::DirectoryService::MicrosoftAD': ['Password'],
  'AWS::DirectoryService::SimpleAD': ['Password'],
  'AWS::DocDB::DBCluster': ['MasterUserPassword'],
  'AWS::DocDBElastic::Cluster': ['AdminUserPassword'],
  'AWS::EC2::VPNConnection': ['VpnTunnelOptionsSpecifications.*.PreSharedKey'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::ElastiCache::User': ['Passwords.*'],
  'AWS::ElasticLoadBalancingV2::Listener': ['DefaultActions.*.AuthenticateOidcConfig.ClientSecret'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['Actions.*.AuthenticateOidcConfig.ClientSecret'],
  'AWS::Elasticsearch::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  'AWS::Events::Connection': [
    'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
    'AuthParameters.BasicAuthParameters.Password',
    'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
  ],
  'AWS::FSx::FileSystem': ['WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password'],
  'AWS::Glue::Connection': ['ConnectionInput.ConnectionProperties.PASSWORD'],
  'AWS::IAM::User': ['LoginProfile.Password'],
  'AWS::MemoryDB::User': ['AuthenticationMode.Passwords.*'],
  'AWS::OpenSearchService::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  'AWS::QuickSight::DataSource': ['Credentials.CredentialPair.Password'],
  'AWS::RDS::DBCluster': ['MasterUserPassword'],
  'AWS::RDS::DBInstance': ['MasterUserPassword', 'TdeCredentialPassword'],
  'AWS::Redshift::Cluster': ['MasterUserPassword'],
  'AWS::RedshiftServerless::Namespace': ['AdminUserPassword'],
  'AWS::SecretsManager::Secret': ['SecretString'],
};

/** A property that must not show what it holds. */
export interface PasswordProperty {
  readonly path: string;
  readonly value: unknown;
}

/** The passwords of a resource; of a parameter in Systems Manager its value, where its name is that of a secret. */
export function passwordProperties(type: string, properties: JsonObject): readonly PasswordProperty[] {
  if (type === 'AWS::SSM::Parameter') {
    const { Name, Value } = properties;
    return typeof Name === 'string' && namesSecret(Name) ? [{ path: 'Value', value: Value }] : [];
  }
  const paths = Object.hasOwn(PATHS, type) ? (PATHS[type] ?? []) : [];
  return paths.flatMap((path) =>
    valuesAt(properties, path.split('.'))
      .filter((value) => value !== undefined)
      .map((value) => ({ path, value })),
  );
}
