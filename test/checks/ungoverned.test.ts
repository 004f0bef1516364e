import { Annotations, App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { FlowLogDestination, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../../lib/checks/acknowledge';
import { ungovernedAcknowledgements } from '../../lib/checks/ungoverned';
import { HOLDS } from './acknowledgement-record';

function tree() {
  const app = new App();
  const stage = new Stage(app, 'sandbox', { env: { account: '111122223333', region: 'us-east-1' } });
  const stack = new Stack(stage, 'Data');
  return { app, stage, stack, resource: new CfnBucket(stack, 'Bucket') };
}

function found(app: App): readonly (readonly [string, string])[] {
  return ungovernedAcknowledgements(app).map(({ construct, id }) => [construct.node.path, id]);
}

const QUALIFIED = `HIPAA.Security::${HOLDS.rule}`;

describe('ungovernedAcknowledgements', () => {
  it('finds nothing in what went through acknowledge()', () => {
    const { app, resource } = tree();
    acknowledge(resource, HOLDS);
    expect(found(app)).toEqual([]);
  });

  it.each(['app', 'stage', 'stack', 'resource'] as const)(
    'finds a qualified id given to the CDK on the %s',
    (where) => {
      const constructs = tree();
      const construct: IConstruct = constructs[where];
      Validations.of(construct).acknowledge({ id: QUALIFIED, reason: 'because' });
      expect(found(constructs.app)).toEqual([[construct.node.path, QUALIFIED]]);
    },
  );

  it('finds an unqualified id, which the CDK would let disappear', () => {
    const { app, resource } = tree();
    Validations.of(resource).acknowledge({ id: HOLDS.rule, reason: 'because' });
    expect(found(app)).toEqual([['sandbox/Data/Bucket', `Annotation::${HOLDS.rule}`]]);
  });

  it('finds an id that stands beside a governed one', () => {
    const { app, resource } = tree();
    acknowledge(resource, HOLDS);
    Validations.of(resource).acknowledge({ id: 'AwsSolutions::AwsSolutions-S1', reason: 'because' });
    expect(found(app)).toEqual([['sandbox/Data/Bucket', 'AwsSolutions::AwsSolutions-S1']]);
  });

  it('finds a governed id that was given again on an ancestor', () => {
    const { app, resource, stack } = tree();
    acknowledge(resource, HOLDS);
    Validations.of(stack).acknowledge({ id: QUALIFIED, reason: 'because' });
    expect(found(app)).toEqual([['sandbox/Data', QUALIFIED]]);
  });

  it('finds metadata that was written past the CDK', () => {
    const { app, stack } = tree();
    stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
      'CloudFormation-Validate::F3012': 'x',
    });
    expect(found(app)).toEqual([['sandbox/Data', 'CloudFormation-Validate::F3012']]);
  });

  it.each(['app', 'stack', 'resource'] as const)(
    'finds a warning that the CDK was told to drop on the %s',
    (where) => {
      const constructs = tree();
      const construct: IConstruct = constructs[where];
      Annotations.of(constructs.resource).addWarningV2('my:warning', 'careful');
      Annotations.of(construct).acknowledgeWarning('my:warning');
      expect(found(constructs.app)).toEqual([[construct.node.path, 'my:warning']]);
    },
  );

  it('finds a schema rule that the project acknowledged, and passes over those that the CDK does itself', () => {
    const { app, stack } = tree();
    const destination = FlowLogDestination.toS3(new Bucket(stack, 'Logs'));
    const vpc = new Vpc(stack, 'Vpc', {
      availabilityZones: ['us-east-1a'],
      flowLogs: { All: { destination } },
    });
    expect(vpc.node.findAll().flatMap(({ node }) => node.metadata.map(({ type }) => type))).toContain(
      Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    );
    expect(found(app)).toEqual([]);
    Validations.of(vpc).acknowledge({ id: 'CloudFormation-Validate::F3002', reason: 'because' });
    expect(found(app)).toEqual([['sandbox/Data/Vpc', 'CloudFormation-Validate::F3002']]);
  });
});
