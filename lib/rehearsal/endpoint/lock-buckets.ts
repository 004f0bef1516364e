import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { StandIn } from '../stand-in/stand-in';
import { clientSettings, type Endpoint } from './endpoint';

/**
 * Makes the buckets with Object Lock anew through S3: an emulator's CloudFormation makes them without, and then refuses
 * everything that is to be locked.
 *
 * @returns their names
 */
export async function lockBuckets(
  standIns: readonly StandIn[],
  endpoint: Endpoint,
): Promise<readonly string[]> {
  const settings = clientSettings(endpoint);
  const stacks = new CloudFormationClient(settings);
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  const names: string[] = [];
  for (const { stack, resources } of standIns) {
    for (const [id, { Type: type, Properties: properties }] of Object.entries(resources)) {
      if (type !== 'AWS::S3::Bucket' || properties?.ObjectLockEnabled !== true) continue;
      const { StackResourceDetail: detail } = await stacks.send(
        new DescribeStackResourceCommand({ StackName: stack, LogicalResourceId: id }),
      );
      const name = detail?.PhysicalResourceId;
      if (name === undefined) throw new Error(`'${stack}' must have made ${id}, got: nothing`);
      await s3.send(new DeleteBucketCommand({ Bucket: name }));
      await s3.send(new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket: true }));
      names.push(name);
    }
  }
  return names;
}
