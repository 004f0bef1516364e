import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { PostgresDatabase } from '../../lib/constructs/postgres-database';
import type { PostgresDatabaseProps } from '../../lib/constructs/postgres-database-props';
import { postgresParameters } from '../../lib/constructs/postgres-parameters';
import { neighbours, testStack } from '../support/test-stack';

const OUR_KEY = Match.stringLikeRegexp('^arn:aws:kms:us-east-1:111122223333:key/');

function vpcIn(stack: Stack): Vpc {
  return new Vpc(stack, 'Vpc', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    natGateways: 0,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED },
      { name: 'Open', subnetType: SubnetType.PUBLIC },
    ],
  });
}

function database(props: Partial<PostgresDatabaseProps> = {}): PostgresDatabase {
  const stack = testStack();
  return new PostgresDatabase(stack, 'Database', {
    vpc: vpcIn(stack),
    isolatedSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    key: neighbours(stack).key,
    instanceIdentifier: 'sandbox-phi',
    engineVersion: '17',
    instanceClass: 't4g.small',
    allocatedStorageGiB: 20,
    maxAllocatedStorageGiB: 100,
    port: 5442,
    databaseName: 'records',
    backupRetentionDays: 35,
    logRetentionDays: 2192,
    osMetricsLogGroup: 'manage',
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
}

function templateOf(construct: PostgresDatabase): Template {
  return Template.fromStack(Stack.of(construct));
}

const template = templateOf(database());

function hasInstance(properties: Record<string, unknown>): void {
  template.hasResourceProperties('AWS::RDS::DBInstance', properties);
}

describe('PostgresDatabase', () => {
  it('encrypts storage, password and insights with our key', () => {
    hasInstance({
      StorageEncrypted: true,
      KmsKeyId: OUR_KEY,
      ManageMasterUserPassword: true,
      MasterUserSecret: { KmsKeyId: OUR_KEY },
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: OUR_KEY,
    });
  });

  it('has no password in the template', () => {
    hasInstance({ MasterUserPassword: Match.absent() });
    template.resourceCountIs('AWS::SecretsManager::Secret', 0);
  });

  it('lets identities of IAM log in', () => {
    hasInstance({ EnableIAMDatabaseAuthentication: true });
  });

  it('shows a certificate of the current authority', () => {
    hasInstance({ CACertificateIdentifier: 'rds-ca-rsa2048-g1' });
  });

  it('uses the parameters that force TLS, audit, and keep values out of the log', () => {
    template.hasResourceProperties('AWS::RDS::DBParameterGroup', {
      Family: 'postgres17',
      Parameters: Object.fromEntries(postgresParameters('17').map(({ name, value }) => [name, value])),
    });
    const [group] = Object.keys(template.findResources('AWS::RDS::DBParameterGroup'));
    hasInstance({ DBParameterGroupName: { Ref: group } });
  });

  it('names the major version only, so that minor upgrades are no drift', () => {
    hasInstance({ Engine: 'postgres', EngineVersion: '17', AutoMinorVersionUpgrade: true });
  });

  it('stands by in a second zone', () => {
    hasInstance({ MultiAZ: true, AvailabilityZone: Match.absent() });
  });

  it('cannot be deleted by accident, nor can its backups', () => {
    hasInstance({
      DeletionProtection: true,
      BackupRetentionPeriod: 35,
      DeleteAutomatedBackups: false,
      CopyTagsToSnapshot: true,
    });
    template.hasResource('AWS::RDS::DBInstance', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('keeps its deletion protection where the stack may be removed', () => {
    const removable = templateOf(database({ removalPolicy: RemovalPolicy.DESTROY }));
    removable.hasResource('AWS::RDS::DBInstance', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtection: true, DeleteAutomatedBackups: false },
    });
  });

  it('records operating system metrics each minute, and standard insights for seven days', () => {
    hasInstance({
      MonitoringInterval: 60,
      MonitoringRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('MonitoringRole'), 'Arn'] },
      DatabaseInsightsMode: 'standard',
      PerformanceInsightsRetentionPeriod: 7,
    });
  });
});

describe('the place of a PostgresDatabase', () => {
  it('is not public and not on the default port', () => {
    hasInstance({ PubliclyAccessible: false, Port: '5442' });
  });

  it('is in the isolated subnets', () => {
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', {
      SubnetIds: [
        { Ref: Match.stringLikeRegexp('VpcDataSubnet1') },
        { Ref: Match.stringLikeRegexp('VpcDataSubnet2') },
      ],
    });
  });

  it('is behind a security group of its own that lets nothing in and nothing out', () => {
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: 'PHI database: consumers add their own ingress',
      SecurityGroupIngress: Match.absent(),
      SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32' })],
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    hasInstance({
      VPCSecurityGroups: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('DatabaseSecurityGroup'), 'GroupId'] }],
    });
  });

  it('is refused in a subnet with a route to the internet', () => {
    expect(() => database({ isolatedSubnets: { subnetType: SubnetType.PUBLIC } })).toThrow(
      "'isolatedSubnets' must select subnets without a route to the internet, got: OpenSubnet1, OpenSubnet2",
    );
  });

  it('is refused in a single subnet', () => {
    expect(() =>
      database({
        isolatedSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED, availabilityZones: ['us-east-1a'] },
      }),
    ).toThrow("'isolatedSubnets' must select two subnets or more, got: 1");
  });
});

describe('the logs of a PostgresDatabase', () => {
  it.each(['postgresql', 'upgrade', 'iam-db-auth-error'])(
    'keep %s under our key, masked, for six years',
    (log) => {
      template.hasResource('AWS::Logs::LogGroup', {
        DeletionPolicy: 'Retain',
        Properties: {
          LogGroupName: `/aws/rds/instance/sandbox-phi/${log}`,
          KmsKeyId: OUR_KEY,
          RetentionInDays: 2192,
          DataProtectionPolicy: { Name: 'phi-phi-store' },
        },
      });
      hasInstance({
        DBInstanceIdentifier: 'sandbox-phi',
        EnableCloudwatchLogsExports: Match.arrayWith([log]),
      });
    },
  );

  it('are there before the instance, or RDS would make them without key and retention', () => {
    const groups = Object.keys(template.findResources('AWS::Logs::LogGroup'));
    const [instance] = Object.values(template.findResources('AWS::RDS::DBInstance'));
    expect(groups).toHaveLength(4);
    expect(instance?.DependsOn).toEqual(expect.arrayContaining(groups));
  });

  it('are handed to whoever reads them, without the metrics of the operating system', () => {
    expect(database().logGroups).toHaveLength(3);
  });
});

describe('a caller that wants less', () => {
  it.each([
    ['port', 5432, 'must be from 1150 to 65535 and not 5432'],
    ['backupRetentionDays', 0, 'must be from 1 to 35 days: automatic backups cannot be switched off'],
    ['logRetentionDays', 30, 'must be at least 365 days'],
  ])('is refused %s: %s', (prop, value, demand) => {
    expect(() => database({ [prop]: value })).toThrow(`'${prop}' ${demand}, got: ${value}`);
  });

  // The types refuse each of them, so this file would not compile if one became a property.
  const wishes: Partial<PostgresDatabaseProps>[] = [
    // @ts-expect-error it always stands by in a second zone
    { multiAz: false },
    // @ts-expect-error it is always protected
    { deletionProtection: false },
    // @ts-expect-error it is never public
    { publiclyAccessible: true },
    // @ts-expect-error it is always encrypted
    { storageEncrypted: false },
    // @ts-expect-error IAM may always log in
    { iamAuthentication: false },
    // @ts-expect-error RDS always keeps the minor version current
    { autoMinorVersionUpgrade: false },
    // @ts-expect-error the parameters are those of postgresParameters
    { parameters: { 'rds.force_ssl': '0' } },
  ];

  it.each(wishes)('gets the same template in spite of %o', (wish) => {
    expect(templateOf(database(wish)).toJSON()).toEqual(template.toJSON());
  });
});
