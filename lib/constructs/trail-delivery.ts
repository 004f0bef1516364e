import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/**
 * The ARNs that CloudFormation gives the trails of a stack.
 *
 * The archive and its key exist before the trail, so their policies can name it only by this pattern.
 */
export function trailArnPattern(stackName: string): string {
  return `arn:${Aws.PARTITION}:cloudtrail:${Aws.REGION}:${Aws.ACCOUNT_ID}:trail/${stackName}-*`;
}

/**
 * Lets the matching trails deliver this account's log files into the bucket, and read or write nothing else.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function receiveTrail(bucket: Bucket, trailArn: string): void {
  const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
  const ofTheTrail = {
    ArnLike: { 'aws:SourceArn': trailArn },
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  };
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudTrailAclCheck',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucket.bucketArn],
      conditions: ofTheTrail,
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudTrailDelivery',
      principals,
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/*`)],
      conditions: {
        ...ofTheTrail,
        StringEquals: { ...ofTheTrail.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    }),
  );
}
