import { INTERFACE_ENDPOINT_NAMES } from '../../lib/config/interface-endpoint-names';
import { REGIONS } from '../../lib/config/regions';
import { ACCOUNT, type Answers, awsError } from './fake-account';

const ZONES = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

/** What every usable account answers, whatever it has. */
const USABLE: Answers = {
  GetCallerIdentityCommand: () => ({ Account: ACCOUNT }),
  DescribeRegionsCommand: () => ({
    Regions: REGIONS.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
  }),
  ListStacksCommand: () => ({ StackSummaries: [] }),
  ListStackResourcesCommand: () => ({ StackResourceSummaries: [] }),
  GetParameterCommand: () => ({ Parameter: { Value: '30' } }),
  // Of some quotas only the default is known.
  GetServiceQuotaCommand: ({ ServiceCode }: { ServiceCode: string }) =>
    ServiceCode === 'kms' ? awsError('NoSuchResourceException') : { Quota: { Value: 100 } },
  GetAWSDefaultServiceQuotaCommand: () => ({ Quota: { Value: 100_000 } }),
  DescribeAvailabilityZonesCommand: () => ({
    AvailabilityZones: ZONES.map((ZoneName) => ({ ZoneName, State: 'available' })),
  }),
  DescribeVpcEndpointServicesCommand: () => ({ ServiceDetails: endpointServices() }),
  DescribeOrderableDBInstanceOptionsCommand: () => ({
    OrderableDBInstanceOptions: [
      { EngineVersion: '17.6', MultiAZCapable: true, AvailabilityZones: ZONES.map((Name) => ({ Name })) },
    ],
  }),
  GetAccountSummaryCommand: () => ({
    SummaryMap: { Roles: 20, RolesQuota: 1000, Policies: 5, PoliciesQuota: 1500 },
  }),
  GetAccountSettingsCommand: () => ({
    AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 },
  }),
  GetRoleCommand: ({ RoleName }: { RoleName: string }) =>
    RoleName === 'KeyAdministrator'
      ? { Role: { Arn: `arn:aws:iam::${ACCOUNT}:role/${RoleName}` } }
      : awsError('NoSuchEntityException'),
  GetUserCommand: ({ UserName }: { UserName: string }) => ({
    User: { Arn: `arn:aws:iam::${ACCOUNT}:user/${UserName}` },
  }),
};

/** An account that has just been opened, bootstrapped and covered by the addendum. */
export const EMPTY: Answers = {
  ...USABLE,
  ListCustomerAgreements: () => ({
    customerAgreements: [{ name: 'AWS Business Associate Addendum', state: 'ACTIVE' }],
  }),
  DescribeConfigurationRecordersCommand: () => ({}),
  DescribeDeliveryChannelsCommand: () => ({}),
  DescribeConfigurationRecorderStatusCommand: () => ({}),
  ListDetectorsCommand: () => ({ DetectorIds: [] }),
  DescribeHubCommand: () =>
    awsError('InvalidAccessException', `Account ${ACCOUNT} is not subscribed to AWS Security Hub`),
  GetMacieSessionCommand: () => awsError('AccessDeniedException', 'Macie is not enabled'),
  ListAnalyzersCommand: () => ({ analyzers: [] }),
  DescribeLogGroupsCommand: () => ({ logGroups: [{ logGroupName: 'RDSOSMetricsOfAnother' }] }),
  GetAccountPasswordPolicyCommand: () => awsError('NoSuchEntityException'),
  GetPublicAccessBlockCommand: () => awsError('NoSuchPublicAccessBlockConfiguration'),
  GetEbsEncryptionByDefaultCommand: () => ({ EbsEncryptionByDefault: false }),
  DescribeTrailsCommand: () => ({ trailList: [] }),
  ListSubscriptionsCommand: () => ({ Subscriptions: [] }),
  DescribeVpcsCommand: () => ({ Vpcs: [{}] }),
  DescribeVpcEndpointsCommand: () => ({ VpcEndpoints: [] }),
  DescribeAddressesCommand: () => ({ Addresses: [] }),
  DescribeInternetGatewaysCommand: () => ({ InternetGateways: [{}] }),
  ListKeysCommand: () => ({ Keys: [] }),
  DescribeDBInstancesCommand: () => ({ DBInstances: [] }),
  ListBucketsCommand: () => ({ Buckets: [] }),
  DescribeConfigRulesCommand: () => ({ ConfigRules: [] }),
  DescribeConformancePacksCommand: () => ({ ConformancePackDetails: [] }),
};

/** An account in which somebody runs everything already. */
export const FULL: Answers = {
  ...EMPTY,
  DescribeConfigurationRecordersCommand: () => ({
    ConfigurationRecorders: [
      { name: 'default' },
      { name: 'AWSConfigurationRecorderForSomething', servicePrincipal: 'something.amazonaws.com' },
    ],
  }),
  DescribeDeliveryChannelsCommand: () => ({ DeliveryChannels: [{ name: 'default' }] }),
  DescribeConfigurationRecorderStatusCommand: () => ({
    ConfigurationRecordersStatus: [{ name: 'default', recording: true }],
  }),
  ListDetectorsCommand: () => ({ DetectorIds: ['d1'] }),
  GetDetectorCommand: () => ({ Status: 'ENABLED' }),
  DescribeHubCommand: () => ({ HubArn: `arn:aws:securityhub:us-east-1:${ACCOUNT}:hub/default` }),
  GetMacieSessionCommand: () => ({ status: 'ENABLED' }),
  ListAnalyzersCommand: () => ({ analyzers: ['ACCOUNT', 'ACCOUNT_UNUSED_ACCESS'].map(analyzer) }),
  GetRoleCommand: ({ RoleName }: { RoleName: string }) => ({
    Role: { Arn: `arn:aws:iam::${ACCOUNT}:role/${RoleName}` },
  }),
  DescribeLogGroupsCommand: () => ({ logGroups: [{ logGroupName: 'RDSOSMetrics' }] }),
  DescribeConfigRulesCommand: () => ({ ConfigRules: packedRules(10) }),
  GetAccountPasswordPolicyCommand: () => ({ PasswordPolicy: {} }),
  GetPublicAccessBlockCommand: () => ({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
  }),
  GetEbsEncryptionByDefaultCommand: () => ({ EbsEncryptionByDefault: true }),
  DescribeTrailsCommand: () => ({ trailList: [{ TrailARN: 'arn:one', IsMultiRegionTrail: true }] }),
};

/** So many rules of conformance packs, and one of somebody's own. */
export function packedRules(count: number) {
  const packed = Array.from({ length: count }, () => ({ CreatedBy: 'config-conforms.amazonaws.com' }));
  return [...packed, { ConfigRuleName: 'own' }];
}

/** An analyzer of one type, named after it. */
export function analyzer(type: string) {
  return { arn: `arn:aws:access-analyzer:us-east-1:${ACCOUNT}:analyzer/${type}`, type };
}

/** Every endpoint that the configuration can name, in every zone, unless some are told otherwise. */
export function endpointServices(zonesOf: Readonly<Record<string, readonly string[]>> = {}) {
  return [...INTERFACE_ENDPOINT_NAMES, 'config', 'verifiedpermissions'].map((name) => ({
    ServiceName: `com.amazonaws.us-east-1.${name}`,
    ServiceType: [{ ServiceType: 'Interface' }],
    AvailabilityZones: zonesOf[name] ?? ZONES,
  }));
}
