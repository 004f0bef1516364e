import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccessLogHeads } from '../../lib/constructs/access-log-heads';
import { neighbours, statementOf, testStack } from '../support/test-stack';

const stack = testStack();
const { key, accessLogs } = neighbours(stack);
const ROLE = 'arn:aws:iam::111122223333:role/some-Records-ServiceRole1A2B';
new AccessLogHeads(stack, 'Heads', {
  key,
  accessLogs,
  archiveTargets: [{ roleArn: 'arn:aws:iam::111122223333:role/copies', bucketArn: 'arn:aws:s3:::archive' }],
  logRetentionDays: 365,
  roleArn: ROLE,
  administratorArns: ['arn:aws:iam::111122223333:role/KeyAdministrator'],
  removalPolicy: RemovalPolicy.RETAIN,
});
const template = Template.fromStack(stack);
const [signing] = Object.values(template.findResources('AWS::KMS::Key'));
const policy = signing?.Properties.KeyPolicy;

describe('the heads of the access log', () => {
  it('are signed with a key that stays, and that its writer alone signs with', () => {
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', PendingWindowInDays: 30 },
    });
    expect(statementOf(policy, 'Heads')).toMatchObject({
      Action: 'kms:Sign',
      Principal: { AWS: ROLE },
      Condition: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
    });
    expect(JSON.stringify(policy).match(/kms:Sign"/g)).toHaveLength(1);
  });

  it('are checked with the public half, which is no secret', () => {
    expect(statementOf(policy, 'PublicKey').Action).toBe('kms:GetPublicKey');
  });

  it('are administered by the named administrators, who sign nothing', () => {
    expect(JSON.stringify(statementOf(policy, 'Administration').Condition)).toContain(
      'role/KeyAdministrator',
    );
  });

  it('have a stream of their own into the archive', () => {
    template.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
      ExtendedS3DestinationConfiguration: { Prefix: 'records-access-heads/!{timestamp:yyyy/MM/dd}/' },
    });
  });
});
