import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DeploymentRuns } from '../../lib/constructs/deployment-runs';
import { SelfSignedCertificate } from '../../lib/constructs/load-balancer-certificate';
import { SigningKeys } from '../../lib/constructs/signing-keys';
import { packFindings } from '../support/pack-findings';
import { neighbours, testStack } from '../support/test-stack';

function build(stack: Stack, reservedConcurrency: 1 | undefined): void {
  const { key } = neighbours(stack);
  const deployment = { logKey: key, logRetentionDays: 365, removalPolicy: RemovalPolicy.RETAIN };
  const keys = new SigningKeys(stack, 'SigningKeys', {
    ...deployment,
    key,
    userPoolId: 'us-east-1_Some',
    reservedConcurrency,
  });
  const runs = new DeploymentRuns(stack, 'Runs', deployment);
  runs.runOf('First', keys.relay, { UserPoolId: 'us-east-1_Some' });
  new SelfSignedCertificate(stack, 'Own', { ...deployment, hostName: 'some.elb.amazonaws.com', issue: 3 });
}

const stack = testStack();
build(stack, 1);
const template = Template.fromStack(stack);

/** The actions of the policy of a role whose logical id begins like this. */
function actionsOf(prefix: string): string[] {
  const [, policy] =
    Object.entries(template.findResources('AWS::IAM::ManagedPolicy')).find(([id]) => id.startsWith(prefix)) ??
    [];
  const statements: { Action: string | string[] }[] = policy?.Properties.PolicyDocument.Statement;
  return statements.flatMap(({ Action }) => Action).sort();
}

describe('the signing keys', () => {
  it('are fetched each hour, outside the VPC, into one parameter that holds nothing before', () => {
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 hour)' });
    template.hasResourceProperties('AWS::SSM::Parameter', { Type: 'String', Value: '{}' });
    const [, relay] =
      Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) =>
        id.startsWith('SigningKeys'),
      ) ?? [];
    expect(relay?.Properties).not.toHaveProperty('VpcConfig');
    expect(relay?.Properties.Environment.Variables).toEqual({
      USER_POOL_ID: 'us-east-1_Some',
      SIGNING_KEYS_PARAMETER: { Ref: expect.stringMatching(/^SigningKeysParameter/) },
    });
  });

  it('are written by a role that may do that and nothing else', () => {
    expect(actionsOf('SigningKeysRelayRole')).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'sqs:SendMessage',
      'ssm:PutParameter',
    ]);
  });
});

describe('functions that run while deploying', () => {
  it('are run when their code or what they work on changes', () => {
    template.hasResourceProperties('Custom::FunctionRun', {
      UserPoolId: 'us-east-1_Some',
      Code: Match.stringLikeRegexp('^[0-9a-f]{64}\\.zip$'),
      ServiceTimeout: '480',
    });
  });

  it('are run by a function that may run them and nothing else', () => {
    expect(actionsOf('RunsInvokerHandlerRole')).toEqual([
      'lambda:InvokeFunction',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });
});

describe('the certificate of a sandbox', () => {
  it('is looked at again when its number is another one, because CloudFormation asks only when something changes', () => {
    template.hasResourceProperties('Custom::SelfSignedCertificate', {
      HostName: 'some.elb.amazonaws.com',
      Issue: '3',
    });
  });

  it('is made by a function that touches no certificate but its own', () => {
    const [, policy] =
      Object.entries(template.findResources('AWS::IAM::ManagedPolicy')).find(([id]) =>
        id.startsWith('OwnMaker'),
      ) ?? [];
    const statements: { Sid: string; Action: unknown; Condition?: object }[] =
      policy?.Properties.PolicyDocument.Statement;
    const changing = statements.filter(({ Action }) => /Delete|Import|Describe/.test(JSON.stringify(Action)));
    expect(changing).toHaveLength(2);
    for (const { Condition } of changing) {
      expect(JSON.stringify(Condition)).toMatch(
        /aws:(Request|Resource)Tag\/hipaa-baseline-certificate":"false"/,
      );
    }
  });

  it('is for the host name that it is given', () => {
    template.hasResourceProperties('Custom::SelfSignedCertificate', { HostName: 'some.elb.amazonaws.com' });
  });
});

describe('the packs', () => {
  it('find nothing open in them, with and without concurrency of their own', () => {
    const { open, acknowledged } = packFindings((stage) => {
      build(new Stack(stage, 'Reserved'), 1);
      build(new Stack(stage, 'Shared'), undefined);
    });
    expect(open).toEqual([]);
    expect(acknowledged).toContain(
      'HIPAA.Security-LambdaConcurrency Stage/Shared/SigningKeys/Relay/Function/Resource',
    );
    expect(acknowledged).toContain(
      'HIPAA.Security-LambdaInsideVPC Stage/Reserved/SigningKeys/Relay/Function/Resource',
    );
    expect(acknowledged).not.toContain(
      'HIPAA.Security-LambdaDLQ Stage/Reserved/SigningKeys/Relay/Function/Resource',
    );
  });
});
