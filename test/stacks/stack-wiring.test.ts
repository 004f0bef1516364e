import { propertiesOf, resourcesOf, synthesizeStacks, unmistakableProduction } from '../support/baseline';

const stacks = synthesizeStacks([unmistakableProduction()]);

/** The output of an earlier stack that a value refers to, as `Stack.LogicalId`. */
function sourceOf(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  const [, stack, output] =
    /"StackName":"production-(\w+)",.*?"OutputName":"PublishOutput(?:Ref|FnGetAtt)(\w+?)[0-9A-F]{8}/.exec(
      text,
    ) ?? [];
  return stack === undefined ? undefined : `${stack}.${output}`;
}

/** A topic of the resource's own stack. */
function ownTopicOf(resource: string, action: unknown): string | undefined {
  const [, topic] = /^\{"Ref":"(\w+?)[0-9A-F]{8}"\}$/.exec(JSON.stringify(action)) ?? [];
  return topic === undefined ? undefined : `${resource.split('/')[1]}.${topic}`;
}

/** The keys of the foundation that the resources of a stack are under, as `Type Key`. */
function keysIn(stack: string): string[] {
  const resources = stacks.flatMap(({ name, template }) =>
    name === stack ? Object.values(template.Resources) : [],
  );
  const uses = resources.flatMap(({ Type, Properties = {} }) =>
    [...JSON.stringify(Properties).matchAll(/PublishOutputFnGetAtt(\w+?Key)[0-9A-F]{8}/g)].map(
      ([, key]) => `${Type} ${key}`,
    ),
  );
  return [...new Set(uses)].sort();
}

describe('a stage', () => {
  it.each([
    [
      'production/Audit',
      [
        'AWS::CloudTrail::Trail AuditKey',
        'AWS::Config::DeliveryChannel AuditKey',
        'AWS::IAM::ManagedPolicy AlertsKey',
        'AWS::Lambda::Function AlertsKey',
        'AWS::Logs::LogGroup AuditKey',
        'AWS::S3::Bucket AuditKey',
        'AWS::SNS::Topic AlertsKey',
        'AWS::SQS::Queue AlertsKey',
      ],
    ],
    [
      'production/Data',
      [
        'AWS::Logs::LogGroup DataKey',
        'AWS::RDS::DBInstance DataKey',
        'AWS::S3::Bucket DataKey',
        'AWS::S3::BucketPolicy DataKey',
      ],
    ],
    [
      'production/Detection',
      [
        'AWS::DynamoDB::Table DataKey',
        'AWS::Logs::LogGroup AuditKey',
        'AWS::S3::Bucket DataKey',
        'AWS::SecretsManager::Secret DataKey',
        'Custom::AccountSetting DataKey',
      ],
    ],
    ['production/Network', ['AWS::Logs::LogGroup AuditKey']],
    [
      'production/Records',
      [
        'AWS::IAM::ManagedPolicy AlertsKey',
        'AWS::IAM::ManagedPolicy AuditKey',
        'AWS::IAM::ManagedPolicy DataKey',
        'AWS::KinesisFirehose::DeliveryStream AuditKey',
        'AWS::Lambda::Function DataKey',
        'AWS::Logs::LogGroup AuditKey',
        'AWS::Logs::LogGroup DataKey',
        'AWS::S3::Bucket AuditKey',
        'AWS::SQS::Queue DataKey',
      ],
    ],
  ])('encrypts what stands in %s with the keys of its purpose', (stack, keys) => {
    expect(keysIn(stack)).toEqual(keys);
  });

  it('stands the database in the subnets that no route leads out of', () => {
    const { SubnetIds } = propertiesOf(stacks, 'production/Data', 'AWS::RDS::DBSubnetGroup');
    expect((SubnetIds as unknown[]).map(sourceOf)).toEqual([
      'Network.VpcDataSubnet1Subnet',
      'Network.VpcDataSubnet2Subnet',
      'Network.VpcDataSubnet3Subnet',
    ]);
  });

  it('keeps recovery points of the database in the locked vaults of both regions', () => {
    const { BackupPlan } = propertiesOf(stacks, 'production/Data', 'AWS::Backup::BackupPlan') as {
      BackupPlan: { BackupPlanRule: { TargetBackupVault: unknown; CopyActions: unknown }[] };
    };
    const vaults = BackupPlan.BackupPlanRule.map((rule) => [
      sourceOf(rule.TargetBackupVault),
      sourceOf(rule.CopyActions),
    ]);
    expect(vaults).toEqual([['Foundation.Vault', 'RecoveryBase.Vault']]);
  });

  it('logs access to every bucket of the first region to its access-log bucket', () => {
    const target = (stack: string, bucket: string) =>
      propertiesOf(stacks, stack, 'AWS::S3::Bucket', bucket).LoggingConfiguration as {
        DestinationBucketName: unknown;
      };
    expect(sourceOf(target('production/Data', 'Phi').DestinationBucketName)).toBe('Foundation.AccessLogs');
    expect(target('production/Foundation', 'Archive').DestinationBucketName).toEqual({
      Ref: expect.stringMatching(/^AccessLogs/),
    });
  });

  it('delivers the trail to the locked archive', () => {
    const { S3BucketName } = propertiesOf(stacks, 'production/Audit', 'AWS::CloudTrail::Trail');
    expect(sourceOf(S3BucketName)).toBe('Foundation.Archive');
  });

  it('sends every alarm to the alert topic', () => {
    const actions = resourcesOf(stacks, 'AWS::CloudWatch::Alarm').map(([name, { Properties }]) =>
      [Properties?.AlarmActions].flat().map((action) => sourceOf(action) ?? ownTopicOf(name, action)),
    );
    expect(actions.length).toBeGreaterThan(14);
    // What breaks in the response is told to those who are called when nobody answers, too.
    for (const action of actions) expect(action).toContain('Audit.Alerts');
  });

  it('looks for use of the unmasking role in the log group of the trail', () => {
    const { LogGroupName } = propertiesOf(
      stacks,
      'production/Data',
      'AWS::Logs::MetricFilter',
      'PhiLogReader',
    );
    expect(sourceOf(LogGroupName)).toBe('Audit.AuditLogGroup');
  });
});
