import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { receiveTrail, trailArnPattern } from '../../lib/constructs/trail-delivery';
import { testStack } from '../support/test-stack';

const ACCOUNT = { Ref: 'AWS::AccountId' };

const TRAIL_ARN = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':cloudtrail:',
      { Ref: 'AWS::Region' },
      ':',
      ACCOUNT,
      ':trail/production-Audit-*',
    ],
  ],
};

/** Everything that the policy of a bucket says, once the bucket receives a trail. */
function statements(): unknown {
  const stack = testStack();
  receiveTrail(new Bucket(stack, 'Archive'), trailArnPattern('production-Audit'));
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
  return policy?.Properties.PolicyDocument.Statement;
}

describe('receiveTrail', () => {
  const bucketArn = { 'Fn::GetAtt': [expect.stringMatching(/^Archive/), 'Arn'] };

  it('lets the trails of one stack ask whose the bucket is and add files for this account, and nothing else', () => {
    expect(statements()).toEqual([
      {
        Sid: 'CloudTrailAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: bucketArn,
        Condition: {
          ArnLike: { 'aws:SourceArn': TRAIL_ARN },
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
        },
      },
      {
        Sid: 'CloudTrailDelivery',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: { 'Fn::Join': ['', [bucketArn, '/AWSLogs/', ACCOUNT, '/*']] },
        Condition: {
          ArnLike: { 'aws:SourceArn': TRAIL_ARN },
          StringEquals: { 'aws:SourceAccount': ACCOUNT, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      },
    ]);
  });
});
