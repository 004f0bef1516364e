import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { VpcFunction, type VpcFunctionProps } from '../../lib/constructs/vpc-function';
import { packFindings } from '../support/pack-findings';
import { testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001';

function addFunction(stack: Stack, props: Partial<VpcFunctionProps> = {}): VpcFunction {
  const key = Key.fromKeyArn(stack, 'FunctionKey', KEY_ARN);
  const vpc = isolatedVpc(stack);
  return new VpcFunction(stack, 'Worker', {
    entry: 'shared/clock',
    description: 'Tells the time',
    environment: { QUEUE_URL: 'somewhere' },
    vpc,
    subnets: vpc.serviceSubnets,
    key,
    logKey: key,
    logRetentionDays: 365,
    logKind: 'phi-store',
    memoryMiB: 256,
    timeout: Duration.seconds(30),
    reservedConcurrency: 5,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
}

const stack = testStack();
addFunction(stack);
const template = Template.fromStack(stack);

describe('VpcFunction', () => {
  it('runs on the newest Node within limits, its environment under our key', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.handler',
      Runtime: Match.stringLikeRegexp('^nodejs2[4-9]'),
      Timeout: 30,
      MemorySize: 256,
      ReservedConcurrentExecutions: 5,
      KmsKeyArn: Match.stringLikeRegexp('^arn:aws:kms'),
      Environment: { Variables: { QUEUE_URL: 'somewhere' } },
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
    });
  });

  it('stands in subnets without a way out, and lets nothing in', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      VpcConfig: { SubnetIds: [{ Ref: Match.stringLikeRegexp('^VpcServiceSubnet1') }, Match.anyValue()] },
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: 'HTTPS from Worker',
      SecurityGroupIngress: Match.absent(),
      SecurityGroupEgress: [Match.objectLike({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 })],
    });
  });

  it('keeps failed calls for 14 days, encrypted, over TLS only', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      KmsMasterKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      DeadLetterConfig: {
        TargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkerDeadLetters'), 'Arn'] },
      },
    });
  });

  it('logs under our key, masked, for as long as it is told', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
      RetentionInDays: 365,
      DataProtectionPolicy: Match.objectLike({ Name: 'phi-phi-store' }),
    });
  });

  it('may write its log, use its key and bury its dead, and nothing more', () => {
    const policies = template.findResources('AWS::IAM::ManagedPolicy', {
      Properties: { Roles: Match.absent(), Description: '' },
    });
    const [policy] = Object.entries(policies).filter(([id]) => id.startsWith('WorkerRole'));
    expect(
      policy?.[1].Properties.PolicyDocument.Statement.map(({ Action, Effect }: Record<string, unknown>) => [
        Effect,
        Action,
      ]),
    ).toEqual([
      ['Allow', ['logs:CreateLogStream', 'logs:PutLogEvents']],
      ['Allow', ['kms:Decrypt', 'kms:GenerateDataKey']],
      ['Allow', 'sqs:SendMessage'],
    ]);
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('lets the Lambda service place functions in the VPC, and refuses the same to their code', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Sid: 'NetworkInterfaces', Effect: 'Allow', Resource: '*' }),
          Match.objectLike({
            Sid: 'NotFromTheCode',
            Effect: 'Deny',
            Condition: { ArnLike: { 'lambda:SourceFunctionArn': Match.anyValue() } },
          }),
        ],
      },
    });
  });

  it('refuses an entry that does not exist', () => {
    expect(() => addFunction(testStack(), { entry: 'shared/nothing' })).toThrow(
      "'entry' must name a module below lambda/ without its extension, got: 'shared/nothing'",
    );
  });

  it('leaves nothing open under both packs, with or without a reservation', () => {
    const findings = (props: Partial<VpcFunctionProps>) =>
      packFindings((stage) => {
        addFunction(new Stack(stage, 'Stack'), props);
      });
    const ofFunction = (list: readonly string[]) => list.filter((line) => line.includes('/Worker/'));
    const reserved = findings({});
    expect(ofFunction(reserved.open)).toEqual([]);
    const shared = findings({ reservedConcurrency: undefined });
    expect(ofFunction(shared.open)).toEqual([]);
    expect(shared.acknowledged).toContainEqual(
      expect.stringMatching(/^HIPAA.Security-LambdaConcurrency .*Worker/),
    );
    expect(reserved.acknowledged).not.toContainEqual(expect.stringMatching(/LambdaConcurrency .*Worker/));
  });
});
