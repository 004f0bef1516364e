import { runNagPack, typeStack } from '../../lib/checks/nag-run';
import { parseTemplate } from '../../lib/checks/template';
import { judgedStack } from './judged-stack';

const PUBLIC_BUCKET = { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } };

function rulesAgainst(resources: object): readonly string[] {
  return runNagPack('hipaa', [typeStack(judgedStack(resources))]).findings.map(({ rule }) => rule);
}

describe('runNagPack', () => {
  it('counts every application of every rule to every resource', () => {
    const stack = judgedStack({ A: { Type: 'AWS::S3::Bucket' }, B: { Type: 'Custom::Thing' } });
    const run = runNagPack('aws-solutions', [typeStack(stack)]);
    expect([run.rules.size, run.evaluations.get(stack)]).toEqual([131, 262]);
  });

  it('says what is wrong, why, where and under which paragraphs', () => {
    const stack = judgedStack(PUBLIC_BUCKET);
    const { findings } = runNagPack('hipaa', [typeStack(stack)]);
    expect(findings.find(({ rule }) => rule === 'HIPAA.Security-S3BucketVersioningEnabled')).toEqual({
      pack: 'hipaa',
      rule: 'HIPAA.Security-S3BucketVersioningEnabled',
      severity: 'error',
      citations: expect.arrayContaining(['164.312(c)(1)']),
      message: 'The S3 Bucket does not have versioning enabled.',
      fix: expect.stringContaining('versioning'),
      stack,
      logicalId: 'Bucket',
    });
  });

  it('names each finding of a rule that has several', () => {
    const policy = { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
    const resources = { Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policy } } };
    const { findings } = runNagPack('aws-solutions', [typeStack(judgedStack(resources))]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'AwsSolutions-IAM5[Action::s3:*]',
      'AwsSolutions-IAM5[Resource::*]',
    ]);
  });

  it('reports a rule that threw, and says so', () => {
    const resources = {
      Database: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { MultiAZ: { Ref: 'Large' } },
      },
    };
    const { findings } = runNagPack('hipaa', [typeStack(judgedStack(resources))]);
    const thrown = findings.filter(({ message }) => message.startsWith('The rule threw'));
    expect(thrown.map(({ rule }) => rule)).toContain('HIPAA.Security-RDSMultiAZSupport');
  });

  it.each([
    [{ 'Fn::If': ['Large', true, false] }, 1],
    [{ 'Fn::If': ['Large', false, true] }, 1],
    [{ 'Fn::If': ['Large', true, true] }, 0],
    [{ Ref: 'Standby' }, 0],
    [{ Ref: 'Alone' }, 1],
    [{ Ref: 'AWS::NoValue' }, 1],
  ])('judges %j by the defaults of parameters, and whether conditions hold or not', (MultiAZ, count) => {
    const template = parseTemplate({
      Parameters: {
        Standby: { Type: 'String', Default: 'true' },
        Alone: { Type: 'String', Default: 'false' },
      },
      Resources: { Database: { Type: 'AWS::RDS::DBInstance', Properties: { MultiAZ } } },
    });
    const stack = { ...judgedStack({}), template };
    const { findings, evaluations } = runNagPack('hipaa', [typeStack(stack)]);
    const multiAz = findings.filter(({ rule }) => rule === 'HIPAA.Security-RDSMultiAZSupport');
    expect(multiAz).toHaveLength(count);
    expect(multiAz.filter(({ message }) => message.startsWith('The rule threw'))).toEqual([]);
    expect(evaluations.get(stack)).toBe(90);
  });

  it('reports a resource that cannot be read, because no rule has looked at it', () => {
    const { unreadable } = typeStack(
      judgedStack({ Odd: { Type: 'AWS::S3::Bucket', Properties: { ObjectLockEnabled: 'x' } } }),
    );
    expect(unreadable).toMatchObject([
      { rule: 'Template-UnreadableResource', logicalId: 'Odd', severity: 'error' },
    ]);
  });

  it('wants the default security group of a VPC closed by a resource that names that VPC', () => {
    const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
    const closer = (id: unknown) => ({
      Type: 'Custom::VpcRestrictDefaultSG',
      Properties: { DefaultSecurityGroupId: id },
    });
    const rule = 'HIPAA.Security-VPCDefaultSecurityGroupClosed';
    expect(rulesAgainst({ Vpc: vpc })).toContain(rule);
    expect(
      rulesAgainst({ Vpc: vpc, C: closer({ 'Fn::GetAtt': ['Other', 'DefaultSecurityGroup'] }) }),
    ).toContain(rule);
    expect(rulesAgainst({ Vpc: vpc, C: closer({ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }) })).toContain(rule);
    expect(
      rulesAgainst({ Vpc: vpc, C: closer({ 'Fn::GetAtt': ['Vpc', 'DefaultSecurityGroup'] }) }),
    ).not.toContain(rule);
    expect(rulesAgainst({ Vpc: vpc, C: closer({ 'Fn::GetAtt': 'Vpc.DefaultSecurityGroup' }) })).not.toContain(
      rule,
    );
  });
});
