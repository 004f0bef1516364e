import { Stack } from 'aws-cdk-lib';
import { CfnSubnet } from 'aws-cdk-lib/aws-ec2';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { parseTemplate } from '../../lib/checks/template';
import { typedResources } from '../../lib/checks/typed-resources';

function typed(resources: object) {
  return typedResources(parseTemplate({ Resources: resources }));
}

describe('typedResources', () => {
  it('makes the typed construct of a resource, with its properties under their names in the CDK', () => {
    const [resource] = typed({
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
    }).typed;
    const { node } = resource ?? {};
    if (!(node instanceof CfnBucket)) throw new Error('the resource must be a bucket');
    expect(node.versioningConfiguration).toEqual({ status: 'Enabled' });
  });

  it('keeps the logical id, so that rules find resources that name each other', () => {
    const [resource] = typed({ MyBucketF68F3FF0: { Type: 'AWS::S3::Bucket' } }).typed;
    if (resource === undefined) throw new Error('the resource must be typed, got: none');
    expect(Stack.of(resource.node).resolve(resource.node.ref)).toEqual({ Ref: 'MyBucketF68F3FF0' });
  });

  it.each([
    [{ Ref: 'Vpc' }],
    [{ 'Fn::GetAtt': ['Vpc', 'VpcId'] }],
    [{ 'Fn::GetStackOutput': { StackName: 'Network', OutputName: 'Vpc', Region: 'us-west-2' } }],
    [{ 'Fn::If': ['Condition', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] }],
  ])('gives back the intrinsic %j as it was', (VpcId) => {
    const [resource] = typed({ Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId } } }).typed;
    const { node } = resource ?? {};
    if (!(node instanceof CfnSubnet)) throw new Error('the resource must be a subnet');
    expect(Stack.of(node).resolve(node.vpcId)).toEqual(VpcId);
  });

  it('takes types that the CDK does not know as generic resources', () => {
    const [resource] = typed({ Thing: { Type: 'Custom::Thing', Properties: { A: 1 } } }).typed;
    expect(resource?.node.cfnResourceType).toBe('Custom::Thing');
  });

  it('takes a type that is named like a property of every object as a generic resource', () => {
    expect(typed({ Thing: { Type: 'constructor' } }).typed).toHaveLength(1);
  });

  it('says which resource it cannot read, and reads the others', () => {
    const { typed: readable, failures } = typed({
      Odd: { Type: 'AWS::S3::Bucket', Properties: { ObjectLockEnabled: 'perhaps' } },
      Bucket: { Type: 'AWS::S3::Bucket' },
    });
    expect(readable.map(({ logicalId }) => logicalId)).toEqual(['Bucket']);
    expect(failures).toEqual([{ logicalId: 'Odd', reason: expect.stringContaining("got: 'perhaps'") }]);
  });
});
