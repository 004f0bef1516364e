import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { triageEvent } from '../../lambda/breach/domain/triage/triage-event';
import { DecoyAlarm, decoyPattern } from '../../lib/constructs/decoy-alarm';
import { decoyNames, decoyTableArn } from '../../lib/constructs/decoy-names';
import { Decoys } from '../../lib/constructs/decoys';
import { matchesPattern } from '../support/filter-pattern';
import { packFindings } from '../support/pack-findings';
import { neighbours, statementOf, testStack } from '../support/test-stack';

function decoysIn(stack: Stack): Decoys {
  return new Decoys(stack, 'Stores', {
    environmentName: 'sandbox',
    removalPolicy: RemovalPolicy.DESTROY,
    ...neighbours(stack),
  });
}

const stack = testStack();
const decoys = decoysIn(stack);
new DecoyAlarm(stack, 'Touches', {
  decoys,
  trailLogGroup: LogGroup.fromLogGroupName(stack, 'Trail', 'some-trail'),
  alertTopic: Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:us-east-1:111122223333:some-alerts'),
  metricNamespace: 'HipaaBaseline/sandbox',
});
const template = Template.fromStack(stack);

/** The decoys as they are called once they are deployed. */
const DEPLOYED = {
  bucketName: 'sandbox-ehr-exports-111122223333-us-east-1',
  tableName: 'sandbox-patient-index',
  secretName: 'sandbox-patient-database-login',
};
const SECRET_ARN = `arn:aws:secretsmanager:us-east-1:111122223333:secret:${DEPLOYED.secretName}-a1B2c3`;
const TABLE_ARN = `arn:aws:dynamodb:us-east-1:111122223333:table/${DEPLOYED.tableName}`;

describe('the decoys', () => {
  it('are a bucket, a table and a secret that do not say what they are', () => {
    const names = Object.values(decoyNames('sandbox'));
    template.hasResourceProperties('AWS::SecretsManager::Secret', { Name: DEPLOYED.secretName });
    template.hasResourceProperties('AWS::DynamoDB::Table', { TableName: 'sandbox-patient-index' });
    template.resourceCountIs('AWS::S3::Bucket', 1);
    template.resourceCountIs('AWS::SecretsManager::Secret', 1);
    const secrets = template.findResources('AWS::SecretsManager::Secret');
    expect([...names, JSON.stringify(secrets)].join()).not.toMatch(/"Description":"[^"]*decoy/i);
    expect([...names, ...Object.keys(secrets)].join()).not.toMatch(/decoy|honey|canary|trap|fake/i);
  });

  it('have names that S3 takes in every region, whatever the environment is called', () => {
    const longest = decoyNames('e'.repeat(20)).bucket.replace(/-\$.*/, '-111122223333-ap-southeast-1');
    expect(longest).toMatch(/^e{20}-ehr-exports-/);
    expect(longest.length).toBeLessThanOrEqual(63);
  });

  it('are guarded like what they pretend to be', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
      BucketEncryption: Match.anyValue(),
      LoggingConfiguration: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: { SSEEnabled: true, KMSMasterKeyId: Match.stringLikeRegexp('^arn:aws:kms:') },
    });
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms:'),
      SecretString: Match.absent(),
    });
  });

  it('take nothing in: the bucket stays empty', () => {
    const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    expect(statementOf(policy?.Properties.PolicyDocument, 'StaysEmpty')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
    });
  });

  it('break no rule that is not acknowledged beside them', () => {
    const { open, acknowledged } = packFindings((stage) => {
      decoysIn(new Stack(stage, 'Own'));
    });
    expect(open.filter((finding) => finding.includes('/Stores/'))).toEqual([]);
    expect(acknowledged.map((finding) => finding.split(' ')[0]).sort()).toEqual([
      'AwsSolutions-SMG4',
      'HIPAA.Security-DynamoDBInBackupPlan',
      'HIPAA.Security-S3BucketReplicationEnabled',
      'HIPAA.Security-SecretsManagerRotationEnabled',
    ]);
  });

  it('are named to triage by name, and the secret by its ARN too', () => {
    expect(decoys.names).toHaveLength(4);
    expect(stack.resolve(decoyTableArn('sandbox'))).toEqual({
      'Fn::Join': ['', expect.arrayContaining([expect.stringContaining(':table/sandbox-patient-index')])],
    });
  });
});

function call(service: string, eventName: string, requestParameters: object, more: object = {}) {
  return {
    eventSource: `${service}.amazonaws.com`,
    eventName,
    eventType: 'AwsApiCall',
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/some/session' },
    requestParameters,
    ...more,
  };
}

const pattern = decoyPattern(DEPLOYED);

/** Calls, and whether they touch a decoy. */
const CALLS: readonly (readonly [string, object, boolean])[] = [
  ['an object read', call('s3', 'GetObject', { bucketName: DEPLOYED.bucketName, key: 'x' }), true],
  ['a list', call('s3', 'ListObjects', { bucketName: DEPLOYED.bucketName }), true],
  [
    'a refused read',
    call('s3', 'GetObject', { bucketName: DEPLOYED.bucketName }, { errorCode: 'AccessDenied' }),
    true,
  ],
  ['another bucket', call('s3', 'GetObject', { bucketName: 'sandbox-ehr-exports-2' }), false],
  ['the table by name', call('dynamodb', 'Scan', { tableName: DEPLOYED.tableName }), true],
  ['the table by ARN', call('dynamodb', 'Query', { tableName: TABLE_ARN }), true],
  [
    'the table in a batch',
    call('dynamodb', 'BatchGetItem', {}, { resources: [{ ARN: TABLE_ARN, type: 'AWS::DynamoDB::Table' }] }),
    true,
  ],
  ['another table', call('dynamodb', 'Scan', { tableName: 'register' }), false],
  ['the secret by name', call('secretsmanager', 'GetSecretValue', { secretId: DEPLOYED.secretName }), true],
  ['the secret by ARN', call('secretsmanager', 'GetSecretValue', { secretId: SECRET_ARN }), true],
  [
    'the secret by part of its ARN',
    call('secretsmanager', 'DescribeSecret', { secretId: SECRET_ARN.slice(0, -7) }),
    true,
  ],
  ['another secret', call('secretsmanager', 'GetSecretValue', { secretId: 'other' }), false],
  [
    'a service that looks at every resource',
    call(
      's3',
      'GetBucketPolicy',
      { bucketName: DEPLOYED.bucketName },
      { userIdentity: { type: 'AssumedRole', invokedBy: 'config.amazonaws.com' } },
    ),
    false,
  ],
];

describe('the alarm on decoys', () => {
  it.each(CALLS)('judges %s', (_what, record, touches) => {
    expect(matchesPattern(pattern, record)).toBe(touches);
  });

  it.each(CALLS.filter(([what, , touches]) => touches && !/batch|part of/.test(what)))(
    'agrees with triage about %s',
    (_what, record) => {
      const event = {
        id: '0',
        source: 'aws.s3',
        'detail-type': 'AWS API Call via CloudTrail',
        account: '111122223333',
        detail: record,
      };
      // The response stack knows names alone: what Secrets Manager adds to the ARN is known to nobody before.
      const known = Object.values(DEPLOYED);
      expect(triageEvent(event, { decoys: known }).signal).toBe('decoy-touched');
      expect(triageEvent(event).signal).not.toBe('decoy-touched');
    },
  );

  it('is told to somebody at the first touch', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'DecoyTouches',
      Threshold: 1,
      TreatMissingData: 'notBreaching',
      AlarmActions: ['arn:aws:sns:us-east-1:111122223333:some-alerts'],
    });
    template.hasResourceProperties('AWS::Logs::MetricFilter', { LogGroupName: 'some-trail' });
  });

  it('is an incident to triage', () => {
    const verdict = triageEvent({
      id: '0',
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      account: '111122223333',
      detail: { alarmName: 'sandbox-Detection-TouchesDecoyTouched1A2B-3C4D', state: { value: 'ALARM' } },
    });
    expect(verdict.verdict).toBe('incident');
  });

  it('has a pattern within what a metric filter may say', () => {
    const longest = { bucketName: 'b'.repeat(63), tableName: 't'.repeat(34), secretName: 's'.repeat(80) };
    expect(decoyPattern(longest).length).toBeLessThanOrEqual(1024);
  });
});
