import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { receiveReplicas, replicateBucket } from '../../lib/constructs/bucket-replication';
import { SecureBucket } from '../../lib/constructs/secure-bucket';
import { neighbours, statementOf, testStack } from '../support/test-stack';

const roleArn = 'arn:aws:iam::111122223333:role/replication';
const target = {
  roleArn,
  bucketArn: 'arn:aws:s3:::copies',
  keyArn: 'arn:aws:kms:us-west-2:111122223333:key/k',
};

function templateWith(configure: (bucket: SecureBucket) => void): Template {
  const stack = testStack();
  configure(new SecureBucket(stack, 'Bucket', { ...neighbours(stack), removalPolicy: RemovalPolicy.RETAIN }));
  return Template.fromStack(stack);
}

const policyOf = (template: Template) =>
  Object.values(template.findResources('AWS::S3::BucketPolicy'))[0]?.Properties.PolicyDocument;

describe('bucket replication', () => {
  it('copies every object under the key of the other region, and keeps what is deleted here', () => {
    templateWith((bucket) => replicateBucket(bucket, target, 'keep')).hasResourceProperties(
      'AWS::S3::Bucket',
      {
        ReplicationConfiguration: {
          Role: roleArn,
          Rules: [
            {
              Status: 'Enabled',
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
              Destination: {
                Bucket: target.bucketArn,
                EncryptionConfiguration: { ReplicaKmsKeyID: target.keyArn },
              },
            },
          ],
        },
      },
    );
  });

  it('lets the role read at the source and nothing else', () => {
    const policy = policyOf(templateWith((bucket) => replicateBucket(bucket, target, 'keep')));
    const source = statementOf(policy, 'ReplicationSource');
    expect(source).toMatchObject({ Effect: 'Allow', Principal: { AWS: roleArn } });
    expect((source.Action as string[]).every((action) => action.startsWith('s3:GetObject'))).toBe(true);
    expect(statementOf(policy, 'ReplicationConfiguration').Action).toEqual([
      's3:GetReplicationConfiguration',
      's3:ListBucket',
    ]);
  });

  it('lets the role write copies at the destination, and neither read nor delete', () => {
    const policy = policyOf(templateWith((bucket) => receiveReplicas(bucket, roleArn, 'keep')));
    expect(statementOf(policy, 'ReplicationDestination')).toMatchObject({
      Principal: { AWS: roleArn },
      Action: ['s3:ReplicateObject', 's3:ReplicateTags'],
    });
  });

  it('lets deletions follow where what is disposed of must not live on elsewhere', () => {
    templateWith((bucket) => replicateBucket(bucket, target, 'follow')).hasResourceProperties(
      'AWS::S3::Bucket',
      {
        ReplicationConfiguration: { Rules: [{ DeleteMarkerReplication: { Status: 'Enabled' } }] },
      },
    );
    const policy = policyOf(templateWith((bucket) => receiveReplicas(bucket, roleArn, 'follow')));
    expect(statementOf(policy, 'ReplicationDestination').Action).toEqual([
      's3:ReplicateDelete',
      's3:ReplicateObject',
      's3:ReplicateTags',
    ]);
  });

  it('copies to several places by one role, with a rule of its own for each', () => {
    const nearby = { roleArn, bucketArn: 'arn:aws:s3:::archive' };
    templateWith((bucket) => replicateBucket(bucket, [nearby, target], 'keep')).hasResourceProperties(
      'AWS::S3::Bucket',
      {
        ReplicationConfiguration: {
          Rules: [
            { Id: 'Everything', Priority: 0, Destination: { Bucket: nearby.bucketArn } },
            { Id: 'Everything2', Priority: 1, Destination: { Bucket: target.bucketArn } },
          ],
        },
      },
    );
  });

  it('refuses places that another role copies to: S3 takes one role for a bucket', () => {
    const other = { ...target, roleArn: 'arn:aws:iam::111122223333:role/other' };
    expect(() => templateWith((bucket) => replicateBucket(bucket, [target, other], 'keep'))).toThrow(
      "'target' must name one role for every copy of a bucket, got: several",
    );
  });
});
