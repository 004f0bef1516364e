import {
  CloudTrailClient,
  GetTrailStatusCommand,
  StartLoggingCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  AuthorizeSecurityGroupIngressCommand,
  DescribeSecurityGroupRulesCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import {
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import {
  DescribeDBSnapshotAttributesCommand,
  ModifyDBSnapshotAttributeCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { awsContainmentActions } from '../../../../lambda/breach/adapters/containment/aws-containment-actions';
import { blockPublicAccess } from '../../../../lambda/breach/adapters/containment/block-public-access';
import type { ContainmentAction } from '../../../../lambda/breach/adapters/containment/containment-action';
import { deactivateAccessKey } from '../../../../lambda/breach/adapters/containment/deactivate-access-key';
import { isolateSecurityGroup } from '../../../../lambda/breach/adapters/containment/isolate-security-group';
import { restartTrail } from '../../../../lambda/breach/adapters/containment/restart-trail';
import { unshareSnapshot } from '../../../../lambda/breach/adapters/containment/unshare-snapshot';

const s3 = mockClient(S3Client);
const rds = mockClient(RDSClient);
const trail = mockClient(CloudTrailClient);
const iam = mockClient(IAMClient);
const ec2 = mockClient(EC2Client);
const REGION = { region: 'us-east-1' };
const TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main';
const KEY = 'AKIAEXAMPLEEXAMPLE';
const GROUP = 'sg-0123456789abcdef0';

beforeEach(() => {
  for (const mock of [s3, rds, trail, iam, ec2]) mock.reset();
});

/** The action and its undo, from what it saw before. */
async function thereAndBack(action: ContainmentAction, target: string): Promise<readonly string[]> {
  const { before, changes } = await action.observe(target);
  await action.apply(target, before);
  // As it comes back from the archive.
  await action.undo(target, JSON.parse(JSON.stringify(before)));
  return changes;
}

describe('containing on AWS', () => {
  test('blocks public access to a bucket, and puts back what was there', async () => {
    s3.on(GetPublicAccessBlockCommand).resolves({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true },
    });
    s3.on(PutPublicAccessBlockCommand).resolves({});
    expect(await thereAndBack(blockPublicAccess(new S3Client(REGION)), 'arn:aws:s3:::records')).toHaveLength(
      3,
    );
    const puts = s3.commandCalls(PutPublicAccessBlockCommand).map((call) => call.args[0].input);
    expect(puts.map((put) => put.PublicAccessBlockConfiguration)).toEqual([
      { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      {
        BlockPublicAcls: true,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    ]);
  });

  test('takes a block away again where there was none', async () => {
    const none = Object.assign(new Error(''), { name: 'NoSuchPublicAccessBlockConfiguration' });
    s3.on(GetPublicAccessBlockCommand).rejects(none);
    await thereAndBack(blockPublicAccess(new S3Client(REGION)), 'records');
    expect(s3.commandCalls(DeletePublicAccessBlockCommand)).toHaveLength(1);
  });

  test('takes a snapshot from everybody it is shared with, and shares it again', async () => {
    rds.on(DescribeDBSnapshotAttributesCommand).resolves({
      DBSnapshotAttributesResult: {
        DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: ['all', '999988887777'] }],
      },
    });
    expect(await thereAndBack(unshareSnapshot(new RDSClient(REGION)), 'nightly')).toHaveLength(2);
    expect(
      rds.commandCalls(ModifyDBSnapshotAttributeCommand).map((call) => call.args[0].input),
    ).toMatchObject([{ ValuesToRemove: ['all', '999988887777'] }, { ValuesToAdd: ['all', '999988887777'] }]);
  });

  test.each([
    ['a trail that stood still, and stops it again', false, 1],
    ['a trail that ran, which goes on', true, 0],
  ])('starts %s', async (_name, IsLogging, stops) => {
    trail.on(GetTrailStatusCommand).resolves({ IsLogging });
    await thereAndBack(restartTrail(new CloudTrailClient(REGION)), TRAIL);
    expect(trail.commandCalls(StartLoggingCommand)).toHaveLength(1);
    expect(trail.commandCalls(StopLoggingCommand)).toHaveLength(stops);
  });

  test('deactivates a key, and activates only what was active', async () => {
    iam.on(GetAccessKeyLastUsedCommand).resolves({ UserName: 'example' });
    iam.on(ListAccessKeysCommand).resolves({ AccessKeyMetadata: [{ AccessKeyId: KEY, Status: 'Active' }] });
    await thereAndBack(deactivateAccessKey(new IAMClient(REGION)), KEY);
    const status = () => iam.commandCalls(UpdateAccessKeyCommand).map((call) => call.args[0].input.Status);
    expect(status()).toEqual(['Inactive', 'Active']);
    iam.on(ListAccessKeysCommand).resolves({ AccessKeyMetadata: [{ AccessKeyId: KEY, Status: 'Inactive' }] });
    await thereAndBack(deactivateAccessKey(new IAMClient(REGION)), KEY);
    expect(status().slice(2)).toEqual(['Inactive']);
  });

  test('closes a security group, and opens it as it was, twice if need be', async () => {
    ec2.on(DescribeSecurityGroupRulesCommand).resolves({
      SecurityGroupRules: [
        {
          SecurityGroupRuleId: 'sgr-1',
          IsEgress: false,
          IpProtocol: 'tcp',
          FromPort: 22,
          ToPort: 22,
          CidrIpv4: '0.0.0.0/0',
        },
        { SecurityGroupRuleId: 'sgr-2', IsEgress: true, IpProtocol: '-1', CidrIpv4: '0.0.0.0/0' },
      ],
    });
    const there = Object.assign(new Error(''), { name: 'InvalidPermission.Duplicate' });
    ec2.on(AuthorizeSecurityGroupIngressCommand).rejects(there);
    expect(await thereAndBack(isolateSecurityGroup(new EC2Client(REGION)), GROUP)).toHaveLength(1);
    expect(
      ec2.commandCalls(RevokeSecurityGroupIngressCommand)[0]?.args[0].input.SecurityGroupRuleIds,
    ).toEqual(['sgr-1']);
    expect(ec2.commandCalls(AuthorizeSecurityGroupIngressCommand)[0]?.args[0].input.IpPermissions).toEqual([
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    ]);
  });

  test.each<[string, ContainmentAction, string]>([
    ['no bucket', blockPublicAccess(new S3Client(REGION)), TRAIL],
    ['no snapshot', unshareSnapshot(new RDSClient(REGION)), TRAIL],
    ['no trail', restartTrail(new CloudTrailClient(REGION)), 'main'],
    ['no long-term key', deactivateAccessKey(new IAMClient(REGION)), 'ASIAEXAMPLEEXAMPLE'],
    ['no security group', isolateSecurityGroup(new EC2Client(REGION)), 'vpc-0123456789abcdef0'],
  ])('refuses a target that is %s, without repeating it', async (_name, action, target) => {
    const { message } = await action.apply(target, {}).then(
      () => new Error(''),
      (error: Error) => error,
    );
    expect(message).toContain("'target' must be");
    expect(message).not.toContain(target);
  });
});

describe('what is switched on', () => {
  test('is all that is taken; a dry run of the rest changes and reads nothing', async () => {
    const actions = awsContainmentActions(['restart-trail']);
    await expect(actions.apply('block-public-access', 'records', {})).rejects.toThrow("'kind'");
    await expect(actions.undo('block-public-access', 'records', { block: null })).rejects.toThrow("'kind'");
    expect(await actions.observe('block-public-access', 'records')).toEqual({ before: {}, changes: [] });
    expect(s3.calls()).toHaveLength(0);
    trail.on(GetTrailStatusCommand).resolves({ IsLogging: false });
    expect((await actions.observe('restart-trail', TRAIL)).before).toEqual({ logging: false });
  });
});
