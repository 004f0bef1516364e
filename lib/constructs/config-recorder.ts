import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import { CfnConfigurationRecorder, CfnDeliveryChannel } from 'aws-cdk-lib/aws-config';
import { CfnServiceLinkedRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ConfigDeliveryBucket } from './config-delivery-bucket';

const SERVICE = 'config.amazonaws.com';

/** Properties of a {@link ConfigRecorder}. */
export interface ConfigRecorderProps {
  readonly deliveryBucket: ConfigDeliveryBucket;

  /** The key of what is delivered; its policy lets AWS Config use it. */
  readonly key: IKey;

  /** Whether users, groups, roles and policies of IAM are recorded here: in one region of an account. */
  readonly globalTypes: boolean;

  /** AWS Config's service-linked role, of which an account has one: made here, or there already. */
  readonly serviceRole: 'manage' | 'adopt';

  /** What happens to a service-linked role made here when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Records every change of every resource type in the region, and delivers the history and a daily snapshot under our key.
 *
 * The delivery channel and the recorder name no order between them: CloudFormation starts a recorder only when it finds a
 * channel, and a channel cannot be made without a recorder, so that either order would wait until it times out.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(b)
 */
export class ConfigRecorder extends Construct {
  /** Rules and packs must be made after both: AWS Config refuses them without. */
  readonly recording: readonly [CfnConfigurationRecorder, CfnDeliveryChannel];

  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const recorder = new CfnConfigurationRecorder(this, 'Recorder', {
      roleArn: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/${SERVICE}/AWSServiceRoleForConfig`,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: props.globalTypes },
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
    });
    const channel = new CfnDeliveryChannel(this, 'Channel', {
      s3BucketName: props.deliveryBucket.bucketName,
      s3KmsKeyArn: props.key.keyArn,
      configSnapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
    });
    // AWS Config tries to write before it accepts the channel.
    channel.node.addDependency(props.deliveryBucket);
    if (props.serviceRole === 'manage')
      recorder.node.addDependency(this.renderServiceRole(props.removalPolicy));
    this.recording = [recorder, channel];
  }

  private renderServiceRole(removalPolicy: RemovalPolicy): CfnServiceLinkedRole {
    const role = new CfnServiceLinkedRole(this, 'ServiceRole', {
      awsServiceName: SERVICE,
      description: 'Lets AWS Config read what it records',
    });
    role.applyRemovalPolicy(removalPolicy);
    return role;
  }
}
