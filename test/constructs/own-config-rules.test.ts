import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { readRuleParameters } from '../../lambda/evidence/domain/rule-parameters';
import { OwnConfigRules } from '../../lib/constructs/own-config-rules';
import { OWN_CONFIG_RULES } from '../../lib/safeguards/config-rules/own-rules';
import { packFindings } from '../support/pack-findings';
import { testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001';

const TOPIC_ARN = 'arn:aws:sns:us-east-1:111122223333:some-alerts';

function addRules(stack: Stack): Construct {
  const key = Key.fromKeyArn(stack, 'FunctionKey', KEY_ARN);
  const vpc = isolatedVpc(stack);
  const recorder = new CfnResource(stack, 'Recorder', {
    type: 'AWS::Config::ConfigurationRecorder',
    properties: { RoleARN: 'arn:aws:iam::111122223333:role/r' },
  });
  return new OwnConfigRules(stack, 'Rules', {
    vpc,
    subnets: vpc.serviceSubnets,
    endpointSubnets: vpc.serviceSubnets,
    key,
    logKey: key,
    logRetentionDays: 365,
    reservedConcurrency: 2,
    removalPolicy: RemovalPolicy.RETAIN,
    alertTopic: Topic.fromTopicArn(stack, 'Alerts', TOPIC_ARN),
    archive: { bucketName: 'the-archive', lockMode: 'COMPLIANCE', retentionDays: 2922 },
    after: [recorder],
  });
}

const stack = testStack();
addRules(stack);
const template = Template.fromStack(stack);
const rules = Object.values(template.findResources('AWS::Config::ConfigRule'));
const ruleOf = (check: string) => rules.find(({ Properties }) => Properties.InputParameters.check === check);

describe('OwnConfigRules', () => {
  it('has every rule of ours, with parameters that its function reads', () => {
    expect(rules.map(({ Properties }) => Properties.InputParameters.check).sort()).toEqual(
      OWN_CONFIG_RULES.map(({ check }) => check).sort(),
    );
    for (const { Properties } of rules) {
      expect(readRuleParameters(JSON.stringify(Properties.InputParameters)).check).toBe(
        Properties.InputParameters.check,
      );
      expect(Properties.Description.length).toBeLessThanOrEqual(256);
    }
  });

  it('keeps the types of the parameters', () => {
    expect(ruleOf('archive-locked')?.Properties.InputParameters).toEqual({
      check: 'archive-locked',
      bucket: 'the-archive',
      mode: 'COMPLIANCE',
      days: 2922,
    });
  });

  it('is asked on changes, large ones too, and every six hours', () => {
    const messages = (check: string) =>
      ruleOf(check)?.Properties.Source.SourceDetails.map(
        ({ MessageType, MaximumExecutionFrequency }: Record<string, string>) => [
          MessageType,
          MaximumExecutionFrequency,
        ],
      );
    const scheduled = ['ScheduledNotification', 'Six_Hours'];
    for (const check of ['archive-locked', 'database-tls-forced', 'database-audited']) {
      expect(messages(check)).toEqual([
        ['ConfigurationItemChangeNotification', undefined],
        ['OversizedConfigurationItemChangeNotification', undefined],
        scheduled,
      ]);
    }
    expect(messages('log-group-masked')).toEqual([scheduled]);
  });

  it('is asked of the archive alone among buckets', () => {
    expect(ruleOf('archive-locked')?.Properties.Scope).toEqual({
      ComplianceResourceTypes: ['AWS::S3::Bucket'],
      ComplianceResourceId: 'the-archive',
    });
  });

  it('is called by AWS Config for this account and by nobody else', () => {
    template.resourceCountIs('AWS::Lambda::Permission', 1);
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: 'config.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    });
  });

  it('makes the rules after the permission, the way to AWS Config and what records', () => {
    for (const { DependsOn } of rules) {
      for (const earlier of [/Recorder/, /ConfigPermission/, /^RulesConfigEndpoint[0-9A-F]{8}$/]) {
        expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(earlier)]));
      }
    }
  });

  it('may read settings and answer, and no data', () => {
    const statements = Object.values(template.findResources('AWS::IAM::ManagedPolicy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Sid }) => Sid === 'Settings');
    expect(statements).toHaveLength(1);
    for (const action of statements[0].Action) {
      expect(action).toMatch(/^(config|logs|rds):(BatchGetResourceConfig|Get|List|Describe|PutEvaluations)/);
    }
  });

  it('reaches AWS Config from the function alone', () => {
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      ServiceName: 'com.amazonaws.us-east-1.config',
    });
    const ingress = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress'));
    expect(ingress.map(({ Properties }) => Properties.SourceSecurityGroupId)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/Evaluator/), 'GroupId'] },
    ]);
  });

  it('says so when a question could not be answered: what AWS Config shows then is old', () => {
    const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
    template.resourceCountIs('AWS::CloudWatch::Alarm', 1);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [TOPIC_ARN],
    });
  });

  it('leaves nothing open in either pack', () => {
    const { open } = packFindings((stage) => addRules(new Stack(stage, 'Stack')));
    expect(open.filter((line) => line.includes('/Rules/'))).toEqual([]);
  });
});
