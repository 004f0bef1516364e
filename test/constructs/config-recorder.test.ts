import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ConfigDeliveryBucket } from '../../lib/constructs/config-delivery-bucket';
import { ConfigRecorder, type ConfigRecorderProps } from '../../lib/constructs/config-recorder';
import { neighbours, testStack } from '../support/test-stack';

function render(changes: Partial<ConfigRecorderProps> = {}): Template {
  const stack = testStack();
  const { key, accessLogs } = neighbours(stack);
  const deliveryBucket = new ConfigDeliveryBucket(stack, 'Delivery', {
    key,
    accessLogs,
    archiveTargets: [{ roleArn: 'arn:aws:iam::111122223333:role/r', bucketArn: 'arn:aws:s3:::archive' }],
    retentionDays: 2192,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  new ConfigRecorder(stack, 'Config', {
    deliveryBucket,
    key,
    globalTypes: true,
    serviceRole: 'manage',
    removalPolicy: RemovalPolicy.RETAIN,
    ...changes,
  });
  return Template.fromStack(stack);
}

const only = (template: Template, type: string) =>
  Object.entries(template.findResources(type))[0] ?? ['', {}];
const RECORDER = 'AWS::Config::ConfigurationRecorder';
const CHANNEL = 'AWS::Config::DeliveryChannel';
const ROLE = 'AWS::IAM::ServiceLinkedRole';

describe('ConfigRecorder', () => {
  it('records every type all the time, those of IAM included', () => {
    render().hasResourceProperties(RECORDER, {
      RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
      RecordingMode: { RecordingFrequency: 'CONTINUOUS' },
    });
  });

  it('leaves those of IAM to the region that records them', () => {
    render({ globalTypes: false }).hasResourceProperties(RECORDER, {
      RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: false },
    });
  });

  it('delivers under our key, and a snapshot each day', () => {
    render().hasResourceProperties(CHANNEL, {
      S3KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000',
      ConfigSnapshotDeliveryProperties: { DeliveryFrequency: 'TwentyFour_Hours' },
    });
  });

  it('makes the channel once AWS Config may write to the bucket', () => {
    const template = render();
    const [, channel] = only(template, CHANNEL);
    expect(channel.DependsOn).toEqual(expect.arrayContaining([only(template, 'AWS::S3::BucketPolicy')[0]]));
  });

  it('names no order between recorder and channel, because each waits for the other', () => {
    const template = render();
    const [recorderId, recorder] = only(template, RECORDER);
    const [channelId, channel] = only(template, CHANNEL);
    expect(JSON.stringify(recorder)).not.toContain(channelId);
    expect(JSON.stringify(channel)).not.toContain(recorderId);
  });

  it('makes the service-linked role before the recorder that uses it', () => {
    const template = render();
    template.hasResource(ROLE, { DeletionPolicy: 'Retain' });
    expect(only(template, RECORDER)[1].DependsOn).toEqual([only(template, ROLE)[0]]);
  });

  it('uses the service-linked role that the account has', () => {
    const template = render({ serviceRole: 'adopt' });
    template.resourceCountIs(ROLE, 0);
    expect(JSON.stringify(only(template, RECORDER)[1].Properties.RoleARN)).toContain(
      'role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
    );
  });
});
