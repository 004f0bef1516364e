import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AccessLogBucket } from '../../lib/constructs/access-log-bucket';
import { statementOf, testStack } from '../support/test-stack';

function accessLogTemplate(): Template {
  const stack = testStack();
  new AccessLogBucket(stack, 'AccessLogs', { retentionDays: 2192, removalPolicy: RemovalPolicy.RETAIN });
  return Template.fromStack(stack);
}

describe('AccessLogBucket', () => {
  it('lets only the log delivery of this account write', () => {
    const [policy] = Object.values(accessLogTemplate().findResources('AWS::S3::BucketPolicy'));
    expect(statementOf(policy?.Properties.PolicyDocument, 'ServerAccessLogs')).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('has no lock and no customer managed key, which S3 cannot deliver to, and says so beside itself', () => {
    accessLogTemplate().hasResource('AWS::S3::Bucket', {
      Properties: {
        ObjectLockEnabled: Match.absent(),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
      Metadata: Match.objectLike({}),
    });
    expect(JSON.stringify(accessLogTemplate().toJSON())).toContain('HIPAA.Security-S3DefaultEncryptionKMS');
  });

  it('keeps every version for the retention', () => {
    accessLogTemplate().hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ ExpirationInDays: 2192, NoncurrentVersionExpiration: { NoncurrentDays: 2192 } }),
        ],
      },
    });
  });
});
