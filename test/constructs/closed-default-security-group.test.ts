import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { ACKNOWLEDGEMENTS_METADATA, type Acknowledgement } from '../../lib/checks/acknowledgement';
import { packFindings } from '../support/pack-findings';
import { CDK_CONTEXT, testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

function closedTemplate(cidr = '10.0.0.0/16'): Template {
  const stack = testStack();
  isolatedVpc(stack, { cidr, interfaceEndpoints: [] });
  return Template.fromStack(stack);
}

/** What CDK renders for `restrictDefaultSecurityGroup`, which the project's feature flags turn on. */
function cdkTemplate(): Template {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Test');
  new Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [] });
  return Template.fromStack(stack);
}

function idOf(template: Template, type: string): string {
  const [id] = Object.keys(template.findResources(type));
  if (id === undefined) throw new Error(`'${type}' must be in the template`);
  return id;
}

/**
 * The rules that the function and its role break once they are typed: CDK renders them as generic resources, which
 * rules by class pass over.
 */
function rulesBrokenByFunction(template: Template): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'function-'));
  try {
    const templateFile = path.join(folder, 'template.json');
    const resources = Object.entries(template.toJSON().Resources).filter(([, resource]) =>
      /^AWS::(Lambda::Function|IAM::\w+)$/.test((resource as { Type: string }).Type),
    );
    writeFileSync(
      templateFile,
      JSON.stringify({ Resources: Object.fromEntries(resources) }, withoutIntrinsics),
    );
    const { open } = packFindings((stage) => {
      new CfnInclude(new Stack(stage, 'Typed'), 'Function', { templateFile });
    });
    const rules = new Set(open.map((finding) => finding.replace(/ .*/, '')));
    return [...rules].filter((rule) => /^(HIPAA|AwsSolutions)/.test(rule));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutIntrinsics(key: string, value: unknown): unknown {
  if (key === 'DependsOn') return undefined;
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (names.length !== 1 || !/^(Ref|Fn::\w+)$/.test(names[0] ?? '')) return value;
  return JSON.stringify(value).includes('AWSLambdaBasicExecutionRole')
    ? 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
    : 'arn:aws:iam::111122223333:policy/some';
}

describe('the default security group', () => {
  const template = closedTemplate();
  const vpc = idOf(template, 'AWS::EC2::VPC');
  const group = { 'Fn::GetAtt': [vpc, 'DefaultSecurityGroup'] };

  it('is closed by the resource that the HIPAA rule looks for', () => {
    template.hasResourceProperties('Custom::VpcRestrictDefaultSG', {
      DefaultSecurityGroupId: group,
      Account: '111122223333',
      ServiceToken: { 'Fn::GetAtt': [idOf(template, 'AWS::Lambda::Function'), 'Arn'] },
      ServiceTimeout: '300',
    });
  });

  it('is not opened again when the stack is deleted', () => {
    template.hasResource('Custom::VpcRestrictDefaultSG', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    cdkTemplate().hasResource('Custom::VpcRestrictDefaultSG', { DeletionPolicy: 'Delete' });
  });

  it('is closed anew, not updated, when another range makes another VPC', () => {
    const type = 'Custom::VpcRestrictDefaultSG';
    expect(idOf(closedTemplate('10.1.0.0/16'), type)).not.toBe(idOf(template, type));
    expect(idOf(closedTemplate(), type)).toBe(idOf(template, type));
  });

  it('is closed by a function that may revoke rules of this group, write its log, and nothing else', () => {
    const policies = template.findResources('AWS::IAM::ManagedPolicy', {
      Properties: { Description: 'Revokes the rules of a default security group' },
    });
    const [[policy, { Properties }]] = Object.entries(policies) as [[string, { Properties: unknown }]];
    const logGroup = Object.keys(template.findResources('AWS::Logs::LogGroup')).find((id) =>
      id.includes('DefaultSecurityGroupCloser'),
    );
    expect(Properties).toMatchObject({
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
            Resource: {
              'Fn::Join': ['', [expect.stringMatching(/^arn:aws:ec2:.*:security-group\/$/), group]],
            },
          },
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
          },
        ],
      },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] },
      ManagedPolicyArns: [{ Ref: policy }],
      Policies: Match.absent(),
    });
  });

  it('is closed by a function that logs under our key, for a year', () => {
    const { LoggingConfig } =
      Object.values(template.findResources('AWS::Lambda::Function'))[0]?.Properties ?? {};
    const logGroup = template.findResources('AWS::Logs::LogGroup')[LoggingConfig.LogGroup.Ref];
    expect(logGroup?.Properties).toMatchObject({
      KmsKeyId: expect.stringMatching(/^arn:aws:kms/),
      RetentionInDays: 365,
    });
  });
});

/** CDK's handler in a folder of its own, with an SDK that answers every call and remembers it. */
function handlerBesideRecordingSdk(): { handler: (event: object) => Promise<void>; calls: unknown[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'handler-'));
  try {
    const handlerFile = path.join(folder, 'index.js');
    const sdkFile = path.join(folder, 'node_modules/@aws-sdk/client-ec2/index.js');
    mkdirSync(path.dirname(sdkFile), { recursive: true });
    writeFileSync(
      sdkFile,
      `exports.calls = [];
       exports.EC2 = class {
         constructor() {
           return new Proxy(this, { get: (_, name) => async (input) => exports.calls.push([name, input]) });
         }
       };`,
    );
    copyFileSync(
      path.join(
        path.dirname(require.resolve('aws-cdk-lib/package.json')),
        'custom-resource-handlers/dist/aws-ec2/restrict-default-security-group-handler/index.js',
      ),
      handlerFile,
    );
    return { handler: require(handlerFile).handler, calls: require(sdkFile).calls };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the handler of the CDK', () => {
  it('revokes the two rules that a group is born with, and asks for nothing that the function may not do', async () => {
    const { handler, calls } = handlerBesideRecordingSdk();

    await handler({
      RequestType: 'Create',
      ResourceProperties: { DefaultSecurityGroupId: 'sg-1', Account: '111122223333' },
    });

    expect(calls).toEqual([
      [
        'revokeSecurityGroupEgress',
        { GroupId: 'sg-1', IpPermissions: [{ IpRanges: [{ CidrIp: '0.0.0.0/0' }], IpProtocol: '-1' }] },
      ],
      [
        'revokeSecurityGroupIngress',
        {
          GroupId: 'sg-1',
          IpPermissions: [
            { UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '111122223333' }], IpProtocol: '-1' },
          ],
        },
      ],
    ]);
  });
});

describe('what rules say of the function when they see it', () => {
  /** What docs/decisions/0012-deployment-functions.md decides on. */
  const KNOWN = [
    'HIPAA.Security-LambdaConcurrency',
    'HIPAA.Security-LambdaDLQ',
    'HIPAA.Security-LambdaInsideVPC',
  ];

  it('is what is known of it, and nothing of its permissions', () => {
    expect(rulesBrokenByFunction(closedTemplate())).toEqual(KNOWN);
  });

  it('is acknowledged beside it, rule by rule, for a year at most', () => {
    const { Metadata } = Object.values(closedTemplate().findResources('AWS::Lambda::Function'))[0] ?? {};
    const records: Acknowledgement[] = Metadata[ACKNOWLEDGEMENTS_METADATA];
    expect(records.map(({ rule }) => rule).sort()).toEqual(KNOWN);
    for (const { kind, reason, owner, expires } of records) {
      expect([kind, owner, expires]).toEqual(['deployment-function', 'security-officer', '2027-11-01']);
      expect(reason).not.toBe('');
    }
  });

  it('is more of the CDK’s own, which has an inline and an AWS-managed policy', () => {
    expect(rulesBrokenByFunction(cdkTemplate())).toEqual(
      expect.arrayContaining([...KNOWN, 'HIPAA.Security-IAMNoInlinePolicy']),
    );
    expect(rulesBrokenByFunction(cdkTemplate()).join()).toContain('AwsSolutions-IAM4');
  });
});
