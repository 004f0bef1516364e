import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AuditStream } from '../../lib/constructs/audit-stream';
import { neighbours, statementOf, testStack } from '../support/test-stack';

const stack = testStack();
const { key, accessLogs } = neighbours(stack);
const roleArn = 'arn:aws:iam::111122223333:role/copies';
new AuditStream(stack, 'AccessAudit', {
  key,
  accessLogs,
  prefix: 'records-access',
  archiveTargets: [
    { roleArn, bucketArn: 'arn:aws:s3:::archive', keyArn: key.keyArn },
    { roleArn, bucketArn: 'arn:aws:s3:::second', keyArn: 'arn:aws:kms:us-west-2:111122223333:key/k' },
  ],
  logRetentionDays: 365,
  removalPolicy: RemovalPolicy.RETAIN,
});
const template = Template.fromStack(stack);
const [stream] = Object.values(template.findResources('AWS::KinesisFirehose::DeliveryStream'));
const destination = stream?.Properties.ExtendedS3DestinationConfiguration;

describe('AuditStream', () => {
  it('is under our key on its way and where it lands', () => {
    expect(stream?.Properties.DeliveryStreamEncryptionConfigurationInput).toEqual({
      KeyType: 'CUSTOMER_MANAGED_CMK',
      KeyARN: key.keyArn,
    });
    expect(destination.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN).toBe(key.keyArn);
  });

  it('delivers lines within a minute, below a prefix of its own, and what fails apart', () => {
    expect(destination).toMatchObject({
      BufferingHints: { IntervalInSeconds: 60, SizeInMBs: 1 },
      CompressionFormat: 'UNCOMPRESSED',
      FileExtension: '.jsonl',
      Prefix: 'records-access/!{timestamp:yyyy/MM/dd}/',
      ErrorOutputPrefix: expect.stringMatching(/^records-access-failed\/!\{firehose:error-output-type\}\//),
      CloudWatchLoggingOptions: { Enabled: true },
    });
  });

  it('lands in a bucket without a lock, which Firehose can write to, and is copied into every archive', () => {
    const [bucket] = Object.values(template.findResources('AWS::S3::Bucket'));
    expect(bucket?.Properties).not.toHaveProperty('ObjectLockEnabled');
    const rules: { Destination: { Bucket: string } }[] = bucket?.Properties.ReplicationConfiguration.Rules;
    expect(rules.map(({ Destination }) => Destination.Bucket)).toEqual([
      'arn:aws:s3:::archive',
      'arn:aws:s3:::second',
    ]);
  });

  it('leaves the copies where a deletion happens outside the archive', () => {
    const [bucket] = Object.values(template.findResources('AWS::S3::Bucket'));
    const rules: { DeleteMarkerReplication: unknown }[] = bucket?.Properties.ReplicationConfiguration.Rules;
    expect(rules.map(({ DeleteMarkerReplication }) => DeleteMarkerReplication)).toEqual([
      { Status: 'Disabled' },
      { Status: 'Disabled' },
    ]);
  });

  it('is forgotten outside the archive after 90 days, not before', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90 }] },
    });
  });

  it('lets the delivery write and neither read nor delete', () => {
    const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    expect(statementOf(policy?.Properties.PolicyDocument, 'Delivery').Action).toEqual([
      's3:AbortMultipartUpload',
      's3:PutObject',
    ]);
    const [role] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    const actions = role?.Properties.PolicyDocument.Statement.flatMap(
      ({ Action }: { Action: string[] }) => Action,
    );
    expect(actions.sort()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });

  it('is assumed by Firehose for this account only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'firehose.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });
});
