import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { CIS_ALARMS } from '../../lib/safeguards/cis-alarms';
import { DetectionStack } from '../../lib/stacks/detection-stack';
import { propertiesOf, resourcesOf, shippedEnvironment, synthesizeStacks } from '../support/baseline';
import { packFindings } from '../support/pack-findings';
import { CDK_CONTEXT, neighbours } from '../support/test-stack';

const sandbox = shippedEnvironment('sandbox');
const SINGLETONS = [
  'guardDuty',
  'macie',
  'securityHub',
  'accessAnalyzer',
  'unusedAccessAnalyzer',
  'passwordPolicy',
  'publicAccessBlock',
  'ebsEncryption',
] as const;

type Choice = Partial<EnvironmentConfig['singletons']>;

function sandboxWith(singletons: Choice, detection: Partial<EnvironmentConfig['detection']> = {}) {
  return {
    ...sandbox,
    singletons: { ...sandbox.singletons, ...singletons },
    detection: { ...sandbox.detection, ...detection },
  };
}

/** The stack beside what it uses of the others. */
function detectionIn(scope: Construct, environment: EnvironmentConfig): DetectionStack {
  const others = new Stack(scope, 'Others');
  const { key, accessLogs } = neighbours(others);
  return new DetectionStack(scope, 'Detection', {
    environment,
    dataKey: key,
    auditKey: key,
    accessLogs,
    phiBucket: accessLogs,
    trailLogGroup: LogGroup.fromLogGroupName(others, 'Trail', 'some-trail'),
    alertTopic: Topic.fromTopicArn(others, 'Alerts', 'arn:aws:sns:us-east-1:111122223333:some-alerts'),
  });
}

function templateWith(singletons: Choice, region = 'us-east-1') {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  const stage = new Stage(app, 'sandbox', { env: { account: '111122223333', region } });
  return Template.fromStack(detectionIn(stage, { ...sandboxWith(singletons), region }));
}

/** What the stack has, by kind: a setting by its name and mode, an analyzer by what it looks for. */
function inventory(template: Template): string[] {
  return Object.values<{ Type: string; Properties?: Record<string, unknown> }>(template.toJSON().Resources)
    .filter(({ Type }) => /GuardDuty|Macie::Session|SecurityHub|AccessAnalyzer|AccountSetting/.test(Type))
    .map(({ Type, Properties = {} }) =>
      [Type, Properties.Type, Properties.Setting, Properties.Mode].filter(Boolean).join(' '),
    )
    .sort();
}

const MANAGED = inventory(templateWith({}));

/** What an account keeps for itself when it has one of them already, and what is only looked at then. */
const ADOPTED: Readonly<Record<(typeof SINGLETONS)[number], readonly [gone: string[], instead: string[]]>> = {
  guardDuty: [['AWS::GuardDuty::Detector'], []],
  macie: [
    ['AWS::Macie::Session', 'Custom::AccountSetting macie-samples manage'],
    ['Custom::AccountSetting macie-samples adopt'],
  ],
  securityHub: [['AWS::SecurityHub::Hub'], []],
  accessAnalyzer: [['AWS::AccessAnalyzer::Analyzer ACCOUNT'], []],
  unusedAccessAnalyzer: [['AWS::AccessAnalyzer::Analyzer ACCOUNT_UNUSED_ACCESS'], []],
  passwordPolicy: [
    ['Custom::AccountSetting password-policy manage'],
    ['Custom::AccountSetting password-policy adopt'],
  ],
  publicAccessBlock: [
    ['Custom::AccountSetting public-access-block manage'],
    ['Custom::AccountSetting public-access-block adopt'],
  ],
  ebsEncryption: [
    ['Custom::AccountSetting ebs-encryption manage'],
    ['Custom::AccountSetting ebs-encryption adopt'],
  ],
};

describe('DetectionStack', () => {
  it('makes every detector and setting that an empty account lacks', () => {
    expect(MANAGED).toEqual([
      'AWS::AccessAnalyzer::Analyzer ACCOUNT',
      'AWS::AccessAnalyzer::Analyzer ACCOUNT_UNUSED_ACCESS',
      'AWS::GuardDuty::Detector',
      'AWS::Macie::Session',
      'AWS::SecurityHub::Hub',
      'Custom::AccountSetting ebs-encryption manage',
      'Custom::AccountSetting macie-job manage',
      'Custom::AccountSetting macie-samples manage',
      'Custom::AccountSetting password-policy manage',
      'Custom::AccountSetting public-access-block manage',
    ]);
  });

  it.each(SINGLETONS)('leaves %s to an account that has it, and nothing else', (name) => {
    const [gone, instead] = ADOPTED[name];
    const adopted = inventory(templateWith({ [name]: 'adopt' }));
    expect(adopted).toEqual([...MANAGED.filter((line) => !gone.includes(line)), ...instead].sort());
  });

  it('goes without Macie, and nothing else, in a region that does not have it', () => {
    const template = templateWith({}, 'us-gov-west-1');
    expect(inventory(template)).toEqual(MANAGED.filter((line) => !/macie/i.test(line)));
    template.resourceCountIs('AWS::Macie::CustomDataIdentifier', 0);
  });

  it('breaks no rule of the packs and of CDK, with everything that can be turned on', () => {
    const everything = sandboxWith(
      {},
      { securityHubStandards: ['fsbp', 'nist-800-53'], findingAggregation: 'all-regions' },
    );
    const { open, acknowledged } = packFindings((stage) => {
      detectionIn(stage, everything);
    });
    expect(open.filter((finding) => finding.includes('/Detection'))).toEqual([]);
    expect(acknowledged).toHaveLength(8);
  });
});

const inDetection = ([name]: readonly [string, unknown]) => name.startsWith('sandbox/Detection/');

describe('an environment', () => {
  const scanned = sandboxWith({}, { guardDutyPlans: ['malware-s3'], unusedAccessDays: 30 });
  const stacks = synthesizeStacks([scanned]);

  it('scans new objects where its configuration says so, in the stack of their bucket', () => {
    const { ProtectedResource } = propertiesOf(
      stacks,
      'sandbox/Data',
      'AWS::GuardDuty::MalwareProtectionPlan',
    );
    expect(ProtectedResource).toEqual({ S3Bucket: { BucketName: { Ref: expect.stringMatching(/^Phi/) } } });
    expect(resourcesOf(synthesizeStacks([sandbox]), 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });

  it('has unused access told after the days of its configuration', () => {
    const ages = resourcesOf(stacks, 'AWS::AccessAnalyzer::Analyzer').map(
      ([, { Properties }]) => Properties?.AnalyzerConfiguration,
    );
    expect(ages).toContainEqual({ UnusedAccessConfiguration: { UnusedAccessAge: 30 } });
  });

  it('records in its trail who touches the decoys: every object of other buckets, and the items of the table', () => {
    const { AdvancedEventSelectors } = propertiesOf(stacks, 'sandbox/Audit', 'AWS::CloudTrail::Trail');
    const table = propertiesOf(stacks, 'sandbox/Detection', 'AWS::DynamoDB::Table').TableName;
    expect(table).toBe('sandbox-patient-index');
    const selectors = (
      AdvancedEventSelectors as { FieldSelectors: { Field: string; Equals?: string[] }[] }[]
    ).map(({ FieldSelectors }) => JSON.stringify(FieldSelectors));
    expect(
      selectors.some((text) => text.includes('DynamoDB::Table') && text.includes(`:table/${table}`)),
    ).toBe(true);
    const objects = selectors.find((text) => text.includes('AWS::S3::Object'));
    expect(objects).toContain('NotStartsWith');
    expect(objects).not.toContain('ehr-exports');
  });

  it('counts on the log group of its trail what the alarms of CIS and the one on decoys tell', () => {
    const filters = resourcesOf(stacks, 'AWS::Logs::MetricFilter').filter(inDetection);
    const trail = { 'Fn::GetStackOutput': expect.objectContaining({ StackName: 'sandbox-Audit' }) };
    for (const [, { Properties }] of filters) {
      expect(Properties?.LogGroupName).toEqual(trail);
      expect(JSON.stringify(Properties?.LogGroupName)).toContain('AuditLogGroup');
    }
    const counted = filters.flatMap(([, { Properties }]) =>
      JSON.stringify(Properties?.MetricTransformations),
    );
    for (const name of [...CIS_ALARMS.map((row) => row.name), 'DecoyTouches']) {
      expect(counted.filter((text) => text.includes(`"${name}"`))).toHaveLength(1);
    }
    expect(filters).toHaveLength(15);
  });

  it('looks for exactly the decoys that it has', () => {
    const { FilterPattern } = propertiesOf(stacks, 'sandbox/Detection', 'AWS::Logs::MetricFilter', 'Touches');
    const pattern = JSON.stringify(FilterPattern);
    for (const decoy of ['sandbox-ehr-exports-', 'sandbox-patient-index', 'sandbox-patient-database-login']) {
      expect(pattern).toContain(decoy);
    }
  });

  it('has triage told of every decoy, and every call that names one sent there', () => {
    const inResponse = ([name]: readonly [string, unknown]) => name.startsWith('sandbox/Response/');
    const [settings = ''] = resourcesOf(stacks, 'AWS::Lambda::Function')
      .filter(inResponse)
      .map(([, { Properties }]) => JSON.stringify(Properties?.Environment ?? {}))
      .filter((text) => text.includes('ehr-exports'));
    const [route = ''] = resourcesOf(stacks, 'AWS::Events::Rule')
      .filter(inResponse)
      .map(([, { Properties }]) => JSON.stringify(Properties?.EventPattern ?? {}))
      .filter((text) => text.includes('ehr-exports'));
    for (const decoy of ['sandbox-ehr-exports-', 'sandbox-patient-index', 'sandbox-patient-database-login']) {
      expect(settings).toContain(decoy);
      expect(route).toContain(decoy);
    }
    expect(route).toContain('"wildcard":"*:secret:sandbox-patient-database-login*"');
  });

  it('has every alarm told on the encrypted topic, with a key that CloudWatch may use', () => {
    const alarms = resourcesOf(stacks, 'AWS::CloudWatch::Alarm').filter(inDetection);
    expect(alarms).toHaveLength(15);
    for (const [, { Properties }] of alarms) {
      expect(Properties?.AlarmActions).toEqual([
        {
          'Fn::GetStackOutput': expect.objectContaining({
            StackName: 'sandbox-Audit',
            OutputName: expect.stringMatching(/RefAlerts/),
          }),
        },
      ]);
    }
    const topic = propertiesOf(stacks, 'sandbox/Audit', 'AWS::SNS::Topic', 'Alerts');
    expect(JSON.stringify(topic.KmsMasterKeyId)).toContain('AlertsKey');
    const cloudWatch = expect.objectContaining({
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    const statements = (document: unknown) => (document as { Statement: { Action: unknown }[] }).Statement;
    const { PolicyDocument } = propertiesOf(stacks, 'sandbox/Audit', 'AWS::SNS::TopicPolicy', 'Alerts');
    expect(statements(PolicyDocument)).toContainEqual(cloudWatch);
    const { KeyPolicy } = propertiesOf(stacks, 'sandbox/Foundation', 'AWS::KMS::Key', 'AlertsKey');
    const use = statements(KeyPolicy).filter((statement) => cloudWatch.asymmetricMatch(statement));
    expect(use.map(({ Action }) => Action)).toEqual([['kms:Decrypt', 'kms:GenerateDataKey*']]);
  });

  it('searches its PHI bucket with Macie', () => {
    const jobs = resourcesOf(stacks, 'Custom::AccountSetting').filter(
      ([, { Properties }]) => Properties?.Setting === 'macie-job',
    );
    expect(JSON.stringify(jobs)).toContain('PublishOutputRefPhi');
  });

  it('lets the role of Macie, and nobody else besides its own, read what is under the key of PHI', () => {
    const { KeyPolicy } = propertiesOf(stacks, 'sandbox/Foundation', 'AWS::KMS::Key', 'DataKey') as {
      KeyPolicy: { Statement: { Sid: string }[] };
    };
    expect(KeyPolicy.Statement.find(({ Sid }) => Sid === 'Macie')).toMatchObject({
      Action: 'kms:Decrypt',
      Condition: {
        ArnEquals: {
          'aws:PrincipalArn': {
            'Fn::Join': [
              '',
              expect.arrayContaining([expect.stringMatching(/AWSServiceRoleForAmazonMacie$/)]),
            ],
          },
        },
        StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } },
      },
    });
  });
});
