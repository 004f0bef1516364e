import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BackupPlan, BackupResource } from 'aws-cdk-lib/aws-backup';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Instance, InstanceType, MachineImage, Peer, Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, ListenerAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DatabaseInstance, DatabaseInstanceEngine } from 'aws-cdk-lib/aws-rds';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack } from 'cdk-nag';
import cdkJson from '../../cdk.json';
import type { NagPackId } from '../../lib/checks/nag-rules';
import { runNagPack, typeStack } from '../../lib/checks/nag-run';
import { judgedStack } from './judged-stack';

/** Resources of many services, good and bad, with the references between them that rules follow. */
function manyResources(): Stack {
  const app = new App({ context: cdkJson.context, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Many', { env: { account: '111122223333', region: 'us-east-1' } });
  const vpc = new Vpc(stack, 'Vpc', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    restrictDefaultSecurityGroup: false,
  });
  const key = new Key(stack, 'Key');
  const logs = new Bucket(stack, 'Logs', { enforceSSL: true });
  const bucket = new Bucket(stack, 'Bucket', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    enforceSSL: true,
    serverAccessLogsBucket: logs,
    versioned: true,
  });
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });
  bucket.grantReadWrite(role);
  role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*', bucket.arnForObjects('*')] }));
  const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  BackupPlan.dailyWeeklyMonthly5YearRetention(stack, 'Plan').addSelection('Selection', {
    resources: [BackupResource.fromDynamoDbTable(table)],
  });
  new DatabaseInstance(stack, 'Database', {
    engine: DatabaseInstanceEngine.POSTGRES,
    vpc,
    storageEncryptionKey: key,
  });
  new LambdaFunction(stack, 'Function', {
    runtime: Runtime.NODEJS_LATEST,
    handler: 'i.h',
    code: Code.fromInline('x'),
    vpc,
    logGroup: new LogGroup(stack, 'Group'),
  });
  const open = new SecurityGroup(stack, 'Open', { vpc });
  open.addIngressRule(Peer.anyIpv4(), Port.tcp(22), 'ssh');
  new Instance(stack, 'Instance', {
    vpc,
    instanceType: new InstanceType('t3.micro'),
    machineImage: MachineImage.genericLinux({ 'us-east-1': 'ami-1' }),
    securityGroup: open,
  });
  new ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true }).addListener('Http', {
    port: 80,
    defaultAction: ListenerAction.fixedResponse(200),
  });
  new Alarm(stack, 'Alarm', {
    metric: new Metric({ namespace: 'a', metricName: 'b' }),
    threshold: 1,
    evaluationPeriods: 1,
  });
  new Secret(stack, 'Secret');
  new Topic(stack, 'Topic', { masterKey: key });
  new Queue(stack, 'Queue', {
    visibilityTimeout: Duration.minutes(1),
    deadLetterQueue: { queue: new Queue(stack, 'Dead'), maxReceiveCount: 3 },
  });
  return stack;
}

/** What cdk-nag itself has against the constructs, by logical id. */
function native(pack: NagPack, stack: Stack): ReadonlySet<string> {
  const ids = new Map(
    stack.node
      .findAll()
      .filter(CfnResource.isCfnResource)
      .map((each) => [each.node.path, String(stack.resolve(each.logicalId))]),
  );
  return new Set(
    pack
      .validateScope(stack)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => `${ruleName} ${ids.get(constructPath)}`),
      ),
  );
}

/** What we have against the template. */
function ours(pack: NagPackId, stack: Stack): ReadonlySet<string> {
  const { Resources } = Template.fromStack(stack).toJSON();
  const { findings } = runNagPack(pack, [typeStack(judgedStack(Resources))]);
  return new Set(findings.map(({ rule, logicalId }) => `${rule} ${logicalId}`));
}

describe('a template judged by itself', () => {
  const stack = manyResources();

  it.each([
    ['hipaa', () => new HIPAASecurityChecks()],
    ['aws-solutions', () => new AwsSolutionsChecks()],
  ] as const)('has the findings that cdk-nag has against the constructs of %s', (pack, checks) => {
    const expected = native(checks(), stack);
    expect(expected.size).toBeGreaterThan(15);
    expect([...ours(pack, stack)].sort()).toEqual([...expected].sort());
  });
});
