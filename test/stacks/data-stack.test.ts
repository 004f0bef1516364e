import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BackupVault, CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { loadEnvironments } from '../../lib/config/load';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { ManagedPolicyRole } from '../../lib/constructs/managed-policy-role';
import { DataStack, type DataStackProps } from '../../lib/stacks/data-stack';
import { sidsOf, unmistakableProduction } from '../support/baseline';
import { CDK_CONTEXT } from '../support/test-stack';

const ACCOUNT = '111122223333';

interface Finding {
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly Finding[];
    readonly suppressedViolations?: readonly Finding[];
  }[];
}

function environmentNamed(name: 'production' | 'sandbox'): EnvironmentConfig {
  const [environment] = loadEnvironments({ context: { environment: name }, account: ACCOUNT });
  if (environment === undefined) throw new Error(`'environment' must be known, got: ${name}`);
  return environment;
}

/** The data stack among stand-ins for the stacks before it. */
function dataStackIn(app: App, stageId: string, environment: EnvironmentConfig): DataStack {
  const stage = new Stage(app, stageId, { env: { account: ACCOUNT, region: 'us-east-1' } });
  const before = new Stack(stage, 'Before');
  const vpc = new Vpc(before, 'Vpc', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    natGateways: 0,
    subnetConfiguration: [{ name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED }],
  });
  return new DataStack(stage, 'Data', {
    environment,
    vpc,
    isolatedSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    dataKey: new Key(before, 'DataKey'),
    backupVault: new BackupVault(before, 'Vault'),
    accessLogs: new Bucket(before, 'AccessLogs'),
    recovery: environment.recoveryRegion === undefined ? undefined : recoveryIn(stage),
    trailLogGroup: new LogGroup(before, 'Trail'),
    alertTopic: new Topic(before, 'Alerts'),
  });
}

function recoveryIn(stage: Stage): DataStackProps['recovery'] {
  const recovery = new Stack(stage, 'RecoveryBase', { env: { account: ACCOUNT, region: 'us-west-2' } });
  const vault = new CfnBackupVault(recovery, 'Vault', { backupVaultName: 'some-recovery-vault' });
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/some-replication-role`;
  return { vaultArn: vault.attrBackupVaultArn, phi: { roleArn, bucketArn: 'arn:aws:s3:::some-replica' } };
}

function everyResource<T>(stack: Stack, type: abstract new (...args: never[]) => T): T[] {
  return stack.node
    .findAll()
    .filter((construct): construct is T & typeof construct => construct instanceof type);
}

/** Takes the safeguards away that a rule of the packs watches. */
function breakSafeguards(stack: DataStack): void {
  for (const instance of everyResource(stack, CfnDBInstance)) {
    instance.storageEncrypted = false;
    instance.publiclyAccessible = true;
    instance.multiAz = false;
    instance.deletionProtection = false;
    instance.autoMinorVersionUpgrade = false;
    instance.monitoringInterval = 0;
    instance.enableCloudwatchLogsExports = [];
    instance.backupRetentionPeriod = 0;
    instance.port = '5432';
  }
  for (const group of everyResource(stack, CfnLogGroup)) {
    group.kmsKeyId = undefined;
    group.retentionInDays = undefined;
  }
  for (const alarm of everyResource(stack, CfnAlarm)) alarm.alarmActions = undefined;
  for (const role of everyResource(stack, ManagedPolicyRole)) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['logs:Unmask'], resources: ['*'] }));
  }
  stack.node.findChild('DatabaseBackup').node.findChild('DatabasePlan').node.tryRemoveChild('Database');
}

const outdir = (() => {
  const app = new App({ context: { ...CDK_CONTEXT, '@aws-cdk/core:failSynthOnValidationErrors': false } });
  Validations.of(app).addPlugins(new HIPAASecurityChecks(app), new AwsSolutionsChecks(app));
  dataStackIn(app, 'production', environmentNamed('production'));
  dataStackIn(app, 'sandbox', {
    ...environmentNamed('sandbox'),
    singletons: { ...environmentNamed('sandbox').singletons, rdsOsMetricsLogGroup: 'adopt' },
    fhirStore: {
      access: 'smart-on-fhir',
      authorizationEndpoint: 'https://sign-in.clinic.org/authorize',
      tokenEndpoint: 'https://sign-in.clinic.org/token',
      tokenFunctionArn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:tokens`,
    },
  });
  breakSafeguards(dataStackIn(app, 'broken', environmentNamed('production')));
  return app.synth().directory;
})();

const report: Report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));

function rulesIn(stageId: string, kind: 'violations' | 'suppressedViolations'): string[] {
  const findings = report.pluginReports.flatMap((plugin) => plugin[kind] ?? []);
  const inStack = ({ violatingConstructs }: Finding) =>
    violatingConstructs.some(({ constructPath }) => constructPath.startsWith(`${stageId}/Data/`));
  return findings.filter(inStack).map(({ ruleName }) => ruleName);
}

function dataTemplate(stageId: string): Template {
  const assembly = join(outdir, `assembly-${stageId}`);
  const manifest = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8'));
  const [artifact] = Object.entries<{ displayName?: string; properties?: { templateFile: string } }>(
    manifest.artifacts,
  )
    .map(([, value]) => value)
    .filter(({ displayName }) => displayName?.startsWith(`${stageId}/Data`));
  const file = artifact?.properties?.templateFile ?? '';
  return Template.fromJSON(JSON.parse(readFileSync(join(assembly, file), 'utf8')));
}

const BACKUP_POLICY =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]';
const ADOPTED_GROUP =
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:RDSOSMetrics:*]';

describe('the packs', () => {
  it.each(['production', 'sandbox'])('find nothing open in the data stack of %s', (stageId) => {
    expect(rulesIn(stageId, 'violations')).toEqual([]);
  });

  it("accept AWS Backup's own policy, and nothing else", () => {
    expect(rulesIn('production', 'suppressedViolations')).toEqual([BACKUP_POLICY]);
  });

  it('accept more where options ask for it: an adopted group for metrics, a single region', () => {
    expect(rulesIn('sandbox', 'suppressedViolations').sort()).toEqual(
      [BACKUP_POLICY, ADOPTED_GROUP, 'HIPAA.Security-S3BucketReplicationEnabled'].sort(),
    );
  });

  it.each([
    ['encryption of storage', 'HIPAA.Security-RDSStorageEncrypted'],
    ['encryption of storage', 'AwsSolutions-RDS2'],
    ['the private address', 'HIPAA.Security-RDSInstancePublicAccess'],
    ['the second zone', 'HIPAA.Security-RDSMultiAZSupport'],
    ['the second zone', 'AwsSolutions-RDS3'],
    ['deletion protection', 'HIPAA.Security-RDSInstanceDeletionProtectionEnabled'],
    ['deletion protection', 'AwsSolutions-RDS10'],
    ['minor upgrades', 'HIPAA.Security-RDSAutomaticMinorVersionUpgradeEnabled'],
    ['enhanced monitoring', 'HIPAA.Security-RDSEnhancedMonitoringEnabled'],
    ['the export of audit entries', 'HIPAA.Security-RDSLoggingEnabled[LogExport::postgresql]'],
    ['the export of upgrades', 'HIPAA.Security-RDSLoggingEnabled[LogExport::upgrade]'],
    ['automatic backups', 'HIPAA.Security-RDSInstanceBackupEnabled'],
    ['automatic backups', 'AwsSolutions-RDS13'],
    ['the backup selection', 'HIPAA.Security-RDSInBackupPlan'],
    ['the unusual port', 'AwsSolutions-RDS11'],
    ['encryption of logs', 'HIPAA.Security-CloudWatchLogGroupEncrypted'],
    ['retention of logs', 'HIPAA.Security-CloudWatchLogGroupRetentionPeriod'],
    ['the alert', 'HIPAA.Security-CloudWatchAlarmAction'],
    ['exact resources', 'AwsSolutions-IAM5[Resource::*]'],
  ])('notice when %s is taken away: %s', (_safeguard, rule) => {
    expect(rulesIn('broken', 'violations')).toContain(rule);
  });
});

describe('DataStack', () => {
  const template = dataTemplate('production');
  const unmistakable = Template.fromStack(
    dataStackIn(
      new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false }),
      'unmistakable',
      unmistakableProduction(),
    ),
  );

  it('takes its settings from the environment', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'production-phi',
      DBInstanceClass: 'db.m7g.large',
      AllocatedStorage: '100',
      MaxAllocatedStorage: 1000,
      DBName: 'records',
      Port: '5442',
    });
  });

  it('refers to the stacks before it weakly, the vault of the second region included', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      KmsKeyId: { 'Fn::GetStackOutput': Match.objectLike({ StackName: 'production-Before' }) },
    });
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: Match.arrayWith([
          Match.objectLike({
            CopyActions: [
              Match.objectLike({
                DestinationBackupVaultArn: {
                  'Fn::GetStackOutput': Match.objectLike({
                    StackName: 'production-RecoveryBase',
                    Region: 'us-west-2',
                  }),
                },
              }),
            ],
          }),
        ]),
      },
    });
  });

  it('has a FHIR store under the data key only where one is asked for', () => {
    const type = 'AWS::HealthLake::FHIRDatastore';
    dataTemplate('production').resourceCountIs(type, 0);
    dataTemplate('sandbox').hasResourceProperties(type, {
      SseConfiguration: {
        KmsEncryptionConfig: {
          CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
          KmsKeyId: { 'Fn::GetStackOutput': Match.objectLike({ StackName: 'sandbox-Before' }) },
        },
      },
      IdentityProviderConfiguration: { AuthorizationStrategy: 'SMART_ON_FHIR' },
    });
    dataTemplate('sandbox').hasResource(type, { DeletionPolicy: 'Delete' });
  });

  it('copies no backups from an environment with one region', () => {
    dataTemplate('sandbox').hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({ RuleName: 'Daily', CopyActions: [] }),
          Match.objectLike({ RuleName: 'Continuous', CopyActions: Match.absent() }),
        ],
      },
    });
  });

  it('keeps everything in production and removes it with a sandbox', () => {
    template.hasResource('AWS::RDS::DBInstance', { DeletionPolicy: 'Retain' });
    dataTemplate('sandbox').hasResource('AWS::RDS::DBInstance', { DeletionPolicy: 'Delete' });
  });

  it('watches for unmasked reading and for statement text', () => {
    template.resourceCountIs('AWS::Logs::MetricFilter', 2);
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'HipaaBaseline/production',
      AlarmActions: [{ 'Fn::GetStackOutput': Match.objectLike({ StackName: 'production-Before' }) }],
    });
  });

  it('says nothing of people in what an alert carries', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(2);
    for (const alarm of alarms) expect(alarm.Properties.AlarmName).toBeUndefined();
  });

  it('takes every number of days from its own field', () => {
    const days = Object.values(unmistakable.findResources('AWS::Logs::LogGroup')).map(
      ({ Properties }) => Properties.RetentionInDays,
    );
    expect(days).toEqual([1096, 1096, 1096, 1096]);
    unmistakable.hasResourceProperties('AWS::RDS::DBInstance', { BackupRetentionPeriod: 14 });
    unmistakable.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 90 } })],
      },
    });
    unmistakable.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            Lifecycle: { DeleteAfterDays: 90 },
            CopyActions: [Match.objectLike({ Lifecycle: { DeleteAfterDays: 90 } })],
          }),
        ],
      },
    });
  });

  it.each(['production', 'sandbox'])(
    'refuses in %s the writes to the PHI bucket that would show or lose PHI',
    (id) => {
      const policies = Object.values(dataTemplate(id).findResources('AWS::S3::BucketPolicy'));
      const sids = policies.flatMap(({ Properties }) => sidsOf(Properties.PolicyDocument));
      expect(sids).toEqual(
        expect.arrayContaining([
          'OpaqueKeysOnly',
          'NoUnsignedPayload',
          'NoPresignedUpload',
          'NoOtherEncryption',
          'NoSseS3',
        ]),
      );
    },
  );

  it('hides in the copy of PHI what is deleted here, so that a disposal ends both', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      ReplicationConfiguration: {
        Rules: [Match.objectLike({ DeleteMarkerReplication: { Status: 'Enabled' } })],
      },
    });
  });

  it('looks for statement text where audit entries are written, and for unmasking in the trail', () => {
    const watched = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => [
      Properties.MetricTransformations[0].MetricName,
      JSON.stringify(Properties.LogGroupName),
    ]);
    expect(Object.fromEntries(watched)).toEqual({
      AuditEntriesWithStatementText: expect.stringContaining('{"Ref":"DatabasePostgresqlLog'),
      PhiLogReaderUses: expect.stringContaining('RefTrail'),
    });
  });

  it('lets the unmasking role read every log of the database, and no other', () => {
    const [policy] = Object.values(
      template.findResources('AWS::IAM::ManagedPolicy', {
        Properties: { PolicyDocument: { Statement: [{ Action: Match.arrayWith(['logs:Unmask']) }] } },
      }),
    );
    const groups = JSON.stringify(policy?.Properties.PolicyDocument).match(/Database\w+?Log/g);
    expect([...new Set(groups)].sort()).toEqual([
      'DatabaseIamAuthErrorLog',
      'DatabasePostgresqlLog',
      'DatabaseUpgradeLog',
    ]);
  });

  it('makes no function and no inline policy', () => {
    template.resourceCountIs('AWS::Lambda::Function', 0);
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });
});
