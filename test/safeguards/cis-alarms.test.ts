import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { triageEvent } from '../../lambda/breach/domain/triage/triage-event';
import { CIS_ALARMS } from '../../lib/safeguards/cis-alarms';
import { matchesPattern } from '../support/filter-pattern';
import { SUBPART_C_AND_D } from './paragraphs';

/** A call as the trail writes it to its log group. */
function call(service: string, eventName: string, more: object = {}) {
  return {
    eventVersion: '1.11',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    eventType: 'AwsApiCall',
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/some/session' },
    ...more,
  };
}

const ROOT = { type: 'Root', arn: 'arn:aws:iam::111122223333:root' };
const SIGN_IN = {
  eventType: 'AwsConsoleSignIn',
  userIdentity: { type: 'IAMUser', userName: 'someone' },
  additionalEventData: { MFAUsed: 'No' },
  responseElements: { ConsoleLogin: 'Success' },
};

type Row = readonly [alarm: string, what: string, record: object, counts: boolean];
const row = (alarm: string, what: string, record: object, counts: boolean): Row => [
  alarm,
  what,
  record,
  counts,
];
const each = (
  alarm: string,
  service: string,
  counted: readonly string[],
  passedOver: readonly string[],
): Row[] => [
  ...counted.map((name) => row(alarm, name, call(service, name), true)),
  ...passedOver.map((name) => row(alarm, name, call(service, name), false)),
];

const RECORDS: readonly Row[] = [
  row('RootUsage', 'root in the console', call('iam', 'GetUser', { userIdentity: ROOT }), true),
  row(
    'RootUsage',
    'root’s sign-in',
    call('signin', 'ConsoleLogin', { ...SIGN_IN, userIdentity: ROOT }),
    true,
  ),
  row(
    'RootUsage',
    'a service on behalf of root',
    call('kms', 'Decrypt', { userIdentity: { ...ROOT, invokedBy: 'rds.amazonaws.com' } }),
    false,
  ),
  row(
    'RootUsage',
    'an event of AWS itself',
    call('kms', 'RotateKey', { userIdentity: ROOT, eventType: 'AwsServiceEvent' }),
    false,
  ),
  row('RootUsage', 'a role', call('iam', 'GetUser'), false),
  row(
    'UnauthorizedApiCalls',
    'a refusal by EC2',
    call('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }),
    true,
  ),
  row('UnauthorizedApiCalls', 'a refusal', call('s3', 'GetObject', { errorCode: 'AccessDenied' }), true),
  row(
    'UnauthorizedApiCalls',
    'another refusal',
    call('kms', 'Decrypt', { errorCode: 'AccessDeniedException' }),
    true,
  ),
  row(
    'UnauthorizedApiCalls',
    'too many calls',
    call('ec2', 'X', { errorCode: 'ThrottlingException' }),
    false,
  ),
  row('UnauthorizedApiCalls', 'a success', call('s3', 'GetObject'), false),
  row('SignInWithoutMfa', 'a user without', call('signin', 'ConsoleLogin', SIGN_IN), true),
  row(
    'SignInWithoutMfa',
    'a user with',
    call('signin', 'ConsoleLogin', { ...SIGN_IN, additionalEventData: { MFAUsed: 'Yes' } }),
    false,
  ),
  row(
    'SignInWithoutMfa',
    'a federated sign-in, which always says no',
    call('signin', 'ConsoleLogin', { ...SIGN_IN, userIdentity: { type: 'AssumedRole' } }),
    false,
  ),
  row(
    'SignInWithoutMfa',
    'a failed sign-in',
    call('signin', 'ConsoleLogin', { ...SIGN_IN, responseElements: { ConsoleLogin: 'Failure' } }),
    false,
  ),
  ...each(
    'IamPolicyChanges',
    'iam',
    [
      'DeleteGroupPolicy',
      'DeleteRolePolicy',
      'DeleteUserPolicy',
      'PutGroupPolicy',
      'PutRolePolicy',
      'PutUserPolicy',
      'CreatePolicy',
      'DeletePolicy',
      'CreatePolicyVersion',
      'DeletePolicyVersion',
      'AttachRolePolicy',
      'DetachRolePolicy',
      'AttachUserPolicy',
      'DetachUserPolicy',
      'AttachGroupPolicy',
      'DetachGroupPolicy',
    ],
    ['GetPolicy', 'ListPolicies'],
  ),
  row('IamPolicyChanges', 'a policy of IoT', call('iot', 'CreatePolicy'), false),
  ...each(
    'TrailChanges',
    'cloudtrail',
    ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'],
    ['DescribeTrails', 'LookupEvents'],
  ),
  row(
    'ConsoleSignInFailures',
    'a wrong password',
    call('signin', 'ConsoleLogin', { errorMessage: 'Failed authentication' }),
    true,
  ),
  row('ConsoleSignInFailures', 'a sign-in', call('signin', 'ConsoleLogin', SIGN_IN), false),
  ...each(
    'KeyDisabledOrDeletionScheduled',
    'kms',
    ['DisableKey', 'ScheduleKeyDeletion'],
    ['EnableKey', 'CancelKeyDeletion', 'Decrypt'],
  ),
  ...each(
    'BucketPolicyChanges',
    's3',
    [
      'PutBucketAcl',
      'PutBucketPolicy',
      'PutBucketCors',
      'PutBucketLifecycle',
      'PutBucketReplication',
      'DeleteBucketPolicy',
      'DeleteBucketCors',
      'DeleteBucketLifecycle',
      'DeleteBucketReplication',
    ],
    ['GetBucketPolicy', 'PutObject'],
  ),
  ...each(
    'ConfigChanges',
    'config',
    ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
    ['PutEvaluations', 'DescribeConfigRules'],
  ),
  ...each(
    'SecurityGroupChanges',
    'ec2',
    [
      'AuthorizeSecurityGroupIngress',
      'AuthorizeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
      'RevokeSecurityGroupEgress',
      'CreateSecurityGroup',
      'DeleteSecurityGroup',
    ],
    ['DescribeSecurityGroups'],
  ),
  ...each(
    'NetworkAclChanges',
    'ec2',
    [
      'CreateNetworkAcl',
      'CreateNetworkAclEntry',
      'DeleteNetworkAcl',
      'DeleteNetworkAclEntry',
      'ReplaceNetworkAclEntry',
      'ReplaceNetworkAclAssociation',
    ],
    ['DescribeNetworkAcls'],
  ),
  ...each(
    'NetworkGatewayChanges',
    'ec2',
    [
      'CreateCustomerGateway',
      'DeleteCustomerGateway',
      'AttachInternetGateway',
      'CreateInternetGateway',
      'DeleteInternetGateway',
      'DetachInternetGateway',
    ],
    ['DescribeInternetGateways'],
  ),
  ...each(
    'RouteTableChanges',
    'ec2',
    [
      'CreateRoute',
      'CreateRouteTable',
      'ReplaceRoute',
      'ReplaceRouteTableAssociation',
      'DeleteRouteTable',
      'DeleteRoute',
      'DisassociateRouteTable',
    ],
    ['DescribeRouteTables'],
  ),
  row('RouteTableChanges', 'a route of an API', call('apigateway', 'CreateRoute'), false),
  ...each(
    'VpcChanges',
    'ec2',
    [
      'CreateVpc',
      'DeleteVpc',
      'ModifyVpcAttribute',
      'AcceptVpcPeeringConnection',
      'CreateVpcPeeringConnection',
      'DeleteVpcPeeringConnection',
      'RejectVpcPeeringConnection',
      'AttachClassicLinkVpc',
      'DetachClassicLinkVpc',
      'DisableVpcClassicLink',
      'EnableVpcClassicLink',
    ],
    ['DescribeVpcs'],
  ),
];

function alarmOf(name: string) {
  const alarm = CIS_ALARMS.find((candidate) => candidate.name === name);
  if (alarm === undefined) throw new Error(`'name' must be an alarm, got: ${name}`);
  return alarm;
}

describe('the alarms of the CIS benchmark', () => {
  it('are the fourteen of Security Hub, each once', () => {
    expect(CIS_ALARMS.map(({ id }) => id)).toEqual(
      Array.from({ length: 14 }, (_, index) => `CloudWatch.${index + 1}`),
    );
    expect(new Set(CIS_ALARMS.map(({ name }) => name)).size).toBe(14);
  });

  it.each(RECORDS)('%s: %s', (name, _what, record, counts) => {
    expect(matchesPattern(alarmOf(name).pattern, record)).toBe(counts);
  });

  it('are each seen to count something and to pass something over', () => {
    for (const counts of [true, false]) {
      const names = RECORDS.filter((record) => record[3] === counts).map(([name]) => name);
      expect([...new Set(names)].sort()).toEqual(CIS_ALARMS.map(({ name }) => name).sort());
    }
  });

  it.each(CIS_ALARMS)('name in $id only calls that a record shows it to count', ({ name, pattern }) => {
    const named = [...pattern.matchAll(/\$\.eventName\s*=\s*"?(\w+)/g)].map(([, call]) => call);
    const counted = RECORDS.filter(([alarm, , , counts]) => alarm === name && counts).map(
      ([, , record]) => (record as { eventName: string }).eventName,
    );
    expect(named.filter((call) => call !== undefined && !counted.includes(call))).toEqual([]);
  });

  it.each(CIS_ALARMS)('cite paragraphs of the rules in $id', ({ citations }) => {
    const known = SUBPART_C_AND_D.map(({ citation }) => citation);
    expect(citations.filter((citation) => !known.includes(citation))).toEqual([]);
    expect(citations.length).toBeGreaterThan(0);
  });

  it.each(CIS_ALARMS)('mean to triage what $id says', ({ name, level }) => {
    const verdict = triageEvent({
      id: '0',
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      account: '111122223333',
      region: 'us-east-1',
      detail: {
        alarmName: `sandbox-Detection-CisAlarms${name}1A2B3C4D-5E6F7G8H`,
        state: { value: 'ALARM' },
        configuration: {
          metrics: [{ metricStat: { metric: { name, namespace: 'HipaaBaseline/sandbox' } } }],
        },
      },
    });
    expect(verdict.verdict).toBe(level);
  });

  it.each(CIS_ALARMS)('are listed in docs/detection.md: $id', ({ id, name, threshold, level }) => {
    const page = readFileSync(join(__dirname, '../../docs/detection.md'), 'utf8');
    expect(page).toContain(`| \`${name}\` (${id}) | ${threshold} | ${level} |`);
  });

  it('are within what a metric filter may say', () => {
    for (const { pattern } of CIS_ALARMS) expect(pattern.length).toBeLessThanOrEqual(1024);
  });
});
