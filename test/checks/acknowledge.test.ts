import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../../lib/checks/acknowledge';
import { HOLDS } from './acknowledgement-record';

class Wrapped extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.node.defaultChild = new Bucket(this, 'Inner');
  }
}

describe('acknowledge', () => {
  it('writes the whole record into the template, so that it travels with it', () => {
    const stack = new Stack();
    acknowledge(new Bucket(stack, 'Bucket'), HOLDS);
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      Metadata: { HipaaAcknowledgements: [HOLDS] },
    });
  });

  it('keeps earlier records beside a later one', () => {
    const stack = new Stack();
    const bucket = new Bucket(stack, 'Bucket');
    const second = { ...HOLDS, rule: 'AwsSolutions-S1' };
    acknowledge(bucket, HOLDS);
    acknowledge(bucket, second);
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      Metadata: { HipaaAcknowledgements: [HOLDS, second] },
    });
  });

  it.each([
    [
      'HIPAA.Security-S3BucketReplicationEnabled',
      'HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled',
    ],
    ['AwsSolutions-IAM5[Resource::*]', 'AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    ['Baseline-KeyDeletionWindow', 'Baseline::Baseline-KeyDeletionWindow'],
    ['F3012', 'CloudFormation-Validate::F3012'],
  ])('gives the CDK the qualified form of %s', (rule, qualified) => {
    const resource = new CfnBucket(new Stack(), 'Bucket');
    acknowledge(resource, { ...HOLDS, rule });
    const given = resource.node.metadata.filter(
      ({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    );
    expect(given.map(({ data }) => data)).toEqual([{ [qualified]: HOLDS.reason }]);
  });

  it.each(['Annotation::@aws-cdk/x:y', 'NoSuchRule', ''])(
    'gives the CDK nothing for %p, which would hide it',
    (rule) => {
      const resource = new CfnBucket(new Stack(), 'Bucket');
      acknowledge(resource, { ...HOLDS, rule });
      expect(resource.node.metadata.map(({ type }) => type)).not.toContain(
        Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
      );
    },
  );

  it('finds the resource behind constructs that wrap constructs', () => {
    const stack = new Stack();
    acknowledge(new Wrapped(stack, 'Wrapped'), HOLDS);
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      Metadata: { HipaaAcknowledgements: [HOLDS] },
    });
  });

  it('refuses a stack, a stage and an app: an exception stands beside the resource', () => {
    const app = new App();
    const stage = new Stage(app, 'sandbox');
    const message =
      /'resource' must be a CloudFormation resource or a construct whose default child is one, got: /;
    expect(() => acknowledge(app, HOLDS)).toThrow('got: the app');
    expect(() => acknowledge(stage, HOLDS)).toThrow(message);
    expect(() => acknowledge(new Stack(stage, 'Data'), HOLDS)).toThrow("got: 'sandbox/Data'");
  });
});
