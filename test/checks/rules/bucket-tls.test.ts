import type { BaselineRule } from '../../../lib/checks/baseline-rule';
import { bucketTls } from '../../../lib/checks/rules/bucket-tls';
import { bucketTlsVersion } from '../../../lib/checks/rules/bucket-tls-version';
import { against, againstResource } from './subject';

const ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const OBJECTS = { 'Fn::Join': ['', [ARN, '/*']] };

interface Denial {
  readonly rule: BaselineRule;
  readonly condition: object;
  readonly tooLittle: readonly object[];
}

const TLS: Denial = {
  rule: bucketTls,
  condition: { Bool: { 'aws:SecureTransport': 'false' } },
  tooLittle: [
    { Bool: { 'aws:SecureTransport': 'true' } },
    { Bool: { 'aws:SecureTransport': { Ref: 'Flag' } } },
    { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
    { Bool: { 'aws:SecureTransport': 'false', 'aws:ViaAWSService': 'false' } },
    { StringEquals: { 'aws:UserAgent': 'x' } },
    {},
  ],
};
const VERSION: Denial = {
  rule: bucketTlsVersion,
  condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
  tooLittle: [
    { NumericLessThan: { 's3:TlsVersion': 1.1 } },
    { NumericLessThan: { 's3:TlsVersion': { Ref: 'Version' } } },
    { NumericLessThanEquals: { 's3:TlsVersion': 1.2 } },
    { NumericLessThan: { 's3:TlsVersion': 1.2 }, Null: { 's3:TlsVersion': 'false' } },
    {},
  ],
};

describe.each([TLS, VERSION])('$rule.id', ({ rule, condition, tooLittle }) => {
  const denial = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [ARN, OBJECTS],
    Condition: condition,
  };
  const policy = (Statement: unknown, Bucket: unknown = { Ref: 'Bucket' }) => ({
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket, PolicyDocument: { Statement } },
  });
  const bucketUnder = (Statement: unknown, Bucket?: unknown, properties?: object) =>
    against(rule, {
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: properties },
        Policy: policy(Statement, Bucket),
      },
    });

  it.each([
    ['a list', [denial]],
    ['one statement', denial],
    ['everybody as an AWS principal', { ...denial, Principal: { AWS: ['*'] } }],
    ['every action', { ...denial, Action: ['*'] }],
    [
      'two statements',
      [
        { ...denial, Resource: ARN },
        { ...denial, Resource: OBJECTS },
      ],
    ],
    ['one pattern', { ...denial, Resource: { 'Fn::Sub': '$' + '{Bucket.Arn}*' } }],
    ['every resource', { ...denial, Resource: '*' }],
  ])('accepts a denial in %s', (_, statement) => {
    expect(bucketUnder(statement)).toEqual([]);
  });

  it.each([
    ['what it allows', { ...denial, Effect: 'Allow' }, 'without such a statement'],
    ['one principal', { ...denial, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'without such'],
    ['everybody but some', { ...denial, Principal: undefined, NotPrincipal: '*' }, 'without such'],
    ['some actions', { ...denial, Action: 's3:Put*' }, 'without such'],
    ['the bucket only', { ...denial, Resource: ARN }, 'not about all of its objects'],
    ['objects only', { ...denial, Resource: OBJECTS }, 'not about the bucket'],
    [
      'some objects',
      { ...denial, Resource: [ARN, { 'Fn::Join': ['', [ARN, '/logs/*']] }] },
      'not about all of its',
    ],
    ['nothing', [], 'without such a statement'],
    ['what is not told', { 'Fn::Transform': {} }, 'without such a statement'],
  ])('refuses a policy that speaks of %s', (_, statement, message) => {
    expect(bucketUnder(statement)).toEqual([expect.stringContaining(message)]);
  });

  it.each(tooLittle.map((each) => [each]))('refuses the condition %j', (each) => {
    expect(bucketUnder({ ...denial, Condition: each })).toHaveLength(1);
  });

  it('refuses a policy that is there under a condition only', () => {
    expect(bucketUnder([{ 'Fn::If': ['Strict', denial, { Ref: 'AWS::NoValue' }] }])).toHaveLength(1);
    expect(bucketUnder([{ 'Fn::If': ['Strict', denial, denial] }])).toEqual([]);
  });

  it('asks each bucket for a policy of its own', () => {
    expect(againstResource(rule, 'AWS::S3::Bucket')).toEqual([expect.stringContaining('got: no policy.')]);
    const Resources = {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Other: { Type: 'AWS::S3::Bucket' },
      Policy: policy(denial),
    };
    expect(against(rule, { Resources })).toHaveLength(1);
  });

  it('does not take a policy for read that the template does not tell', () => {
    const Policy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Ref: 'P' } },
    };
    expect(against(rule, { Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, Policy } })).toEqual([
      expect.stringContaining('does not tell'),
    ]);
  });

  it('finds the policy in another template, and by the name of the bucket', () => {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'records' } };
    const Outputs = { Name: { Value: { Ref: 'Bucket' }, Export: { Name: 'records-bucket' } } };
    const elsewhere = (Bucket: unknown) => ({
      Resources: { Policy: policy({ ...denial, Resource: '*' }, Bucket) },
    });
    const owner = { Resources: { Bucket: bucket }, Outputs };
    expect(against(rule, owner, elsewhere({ 'Fn::ImportValue': 'records-bucket' }))).toEqual([]);
    expect(against(rule, owner, elsewhere('records'))).toEqual([]);
    expect(against(rule, owner, elsewhere('another'))).toHaveLength(1);
    expect(against(rule, owner, elsewhere({ Ref: 'Bucket' }))).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(rule, 'AWS::S3::AccessPoint')).toEqual([]);
  });
});
