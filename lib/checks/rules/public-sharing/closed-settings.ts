/** A property that opens a resource to the public. */
interface ClosedSetting {
  readonly type: string;
  /** Where the property stands; `*` is each entry of a list. */
  readonly path: readonly string[];
  /** Its values that keep the resource closed. */
  readonly closed: readonly unknown[];
  /** Whether the resource is closed when the property is absent. */
  readonly closedByDefault: boolean;
}

const NO = [false, 'false'];
const YES = [true, 'true'];
const ALL = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

function notPublic(type: string, ...path: string[]): ClosedSetting {
  return { type, path, closed: NO, closedByDefault: true };
}

function blocked(type: string): readonly ClosedSetting[] {
  return ALL.map((name) => ({
    type,
    path: ['PublicAccessBlockConfiguration', name],
    closed: YES,
    closedByDefault: true,
  }));
}

const TASK_NETWORK = ['NetworkConfiguration', 'AwsvpcConfiguration', 'AssignPublicIp'];

/** The properties that open something to the public and that no cdk-nag rule looks at. */
export const CLOSED_SETTINGS: readonly ClosedSetting[] = [
  notPublic('AWS::AmazonMQ::Broker', 'PubliclyAccessible'),
  notPublic('AWS::Lightsail::Database', 'PubliclyAccessible'),
  notPublic('AWS::M2::Environment', 'PubliclyAccessible'),
  notPublic('AWS::Neptune::DBInstance', 'PubliclyAccessible'),
  notPublic('AWS::RDS::DBCluster', 'PubliclyAccessible'),
  notPublic('AWS::RedshiftServerless::Workgroup', 'PubliclyAccessible'),
  notPublic('AWS::Timestream::InfluxDBCluster', 'PubliclyAccessible'),
  notPublic('AWS::Timestream::InfluxDBInstance', 'PubliclyAccessible'),
  notPublic(
    'AWS::EC2::LaunchTemplate',
    'LaunchTemplateData',
    'NetworkInterfaces',
    '*',
    'AssociatePublicIpAddress',
  ),
  { type: 'AWS::ECS::Service', path: TASK_NETWORK, closed: ['DISABLED'], closedByDefault: true },
  { type: 'AWS::ECS::TaskSet', path: TASK_NETWORK, closed: ['DISABLED'], closedByDefault: true },
  {
    type: 'AWS::MSK::Cluster',
    path: ['BrokerNodeGroupInfo', 'ConnectivityInfo', 'PublicAccess', 'Type'],
    closed: ['DISABLED'],
    closedByDefault: true,
  },
  {
    type: 'AWS::EC2::SnapshotBlockPublicAccess',
    path: ['State'],
    // block-new-sharing leaves public what is public already.
    closed: ['block-all-sharing'],
    closedByDefault: false,
  },
  { type: 'AWS::Lambda::Url', path: ['AuthType'], closed: ['AWS_IAM'], closedByDefault: false },
  ...blocked('AWS::S3::AccessPoint'),
  ...blocked('AWS::S3::MultiRegionAccessPoint'),
];
