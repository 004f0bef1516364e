import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ConfigDeliveryBucket } from '../../lib/constructs/config-delivery-bucket';
import { neighbours, statementOf, testStack } from '../support/test-stack';

const roleArn = 'arn:aws:iam::111122223333:role/replication';
const HERE = {
  roleArn,
  bucketArn: 'arn:aws:s3:::archive',
  keyArn: 'arn:aws:kms:us-east-1:111122223333:key/a',
};
const THERE = {
  roleArn,
  bucketArn: 'arn:aws:s3:::copies',
  keyArn: 'arn:aws:kms:us-west-2:111122223333:key/b',
};

function render() {
  const stack = testStack();
  new ConfigDeliveryBucket(stack, 'Delivery', {
    ...neighbours(stack),
    archiveTargets: [HERE, THERE],
    retentionDays: 2192,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const template = Template.fromStack(stack);
  const [bucket] = Object.values(template.findResources('AWS::S3::Bucket'));
  const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
  return { template, bucket: bucket?.Properties, policy: policy?.Properties.PolicyDocument };
}

const { template, bucket, policy } = render();

describe('ConfigDeliveryBucket', () => {
  it('locks nothing by default, because AWS Config could not write', () => {
    expect(bucket.ObjectLockEnabled).toBeUndefined();
    expect(bucket.ObjectLockConfiguration).toBeUndefined();
  });

  it('copies every delivery into every archive, and keeps there what is deleted here', () => {
    const { Rules } = bucket.ReplicationConfiguration;
    expect(Rules.map((rule: { Destination: { Bucket: string } }) => rule.Destination.Bucket)).toEqual([
      HERE.bucketArn,
      THERE.bucketArn,
    ]);
    for (const rule of Rules) expect(rule.DeleteMarkerReplication).toEqual({ Status: 'Disabled' });
  });

  it('is encrypted with our key, versioned, logged and reached by TLS only', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { DestinationBucketName: 'some-access-logs' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
        ],
      },
    });
    expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
  });

  it.each(['ConfigBucketCheck', 'ConfigDelivery'])('lets AWS Config do %s for this account only', (sid) => {
    expect(statementOf(policy, sid)).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: 'config.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('lets AWS Config write below its own prefix, and read no object', () => {
    const delivery = statementOf(policy, 'ConfigDelivery');
    expect(delivery.Action).toBe('s3:PutObject');
    expect(JSON.stringify(delivery.Resource)).toContain('/AWSLogs/');
    expect(JSON.stringify(delivery.Resource)).toContain('/Config/*');
    expect(statementOf(policy, 'ConfigBucketCheck').Action).toEqual(['s3:GetBucketAcl', 's3:ListBucket']);
  });
});
