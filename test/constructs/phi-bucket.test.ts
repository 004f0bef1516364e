import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PhiBucket } from '../../lib/constructs/phi-bucket';
import { neighbours, statementOf, testStack } from '../support/test-stack';

function phiPolicy() {
  const stack = testStack();
  new PhiBucket(stack, 'Phi', { ...neighbours(stack), versionDays: 35, removalPolicy: RemovalPolicy.RETAIN });
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
  return policy?.Properties.PolicyDocument;
}

describe('PhiBucket refuses a write', () => {
  const refused = { Effect: 'Deny', Action: 's3:PutObject', Principal: { AWS: '*' } };

  it('whose key is not a UUID', () => {
    const statement = statementOf(phiPolicy(), 'OpaqueKeysOnly');
    expect(statement).toMatchObject(refused);
    expect(JSON.stringify(statement.NotResource).match(/"\/[^"]*"/g)).toEqual([
      '"/????????-????-????-????-????????????"',
      '"/malware-protection-resource-validation-object"',
    ]);
    expect(statement.Condition).toBeUndefined();
  });

  it.each([
    ['whose payload is unsigned', 'NoUnsignedPayload', { 's3:x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }],
    ['by presigned URL or form', 'NoPresignedUpload', { 's3:authType': ['REST-QUERY-STRING', 'POST'] }],
  ])('%s', (_what, sid, condition) => {
    expect(statementOf(phiPolicy(), sid)).toMatchObject({
      ...refused,
      Condition: { StringEquals: condition },
    });
  });

  it('under another key or without one, while the default encryption may be left unsaid', () => {
    const header = 's3:x-amz-server-side-encryption';
    expect(statementOf(phiPolicy(), 'NoOtherEncryption')).toMatchObject({
      ...refused,
      Condition: {
        StringNotEquals: { [`${header}-aws-kms-key-id`]: expect.stringMatching(/^arn:aws:kms/) },
        Null: { [`${header}-aws-kms-key-id`]: 'false' },
      },
    });
    expect(statementOf(phiPolicy(), 'NoSseS3')).toMatchObject({
      ...refused,
      Condition: { StringNotEquals: { [header]: 'aws:kms' }, Null: { [header]: 'false' } },
    });
  });
});
