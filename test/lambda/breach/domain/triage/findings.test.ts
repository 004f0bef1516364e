import { FINDING_SOURCES } from '../../../../../lambda/breach/domain/triage/findings/sources';
import type { TriageOptions } from '../../../../../lambda/breach/domain/triage/options';
import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import type { TriageVerdict } from '../../../../../lambda/breach/domain/triage/verdict';
import { findingEvent, OWN, PARTNER, STRANGER } from './events';

type Expected = readonly [TriageVerdict['verdict'], string | null, string?];

const guardDuty = (fields: object): object =>
  findingEvent('aws.guardduty', 'GuardDuty Finding', {
    id: 'f',
    type: 'UnauthorizedAccess:EC2/SSHBruteForce',
    service: { archived: false },
    ...fields,
  });
const macie = (fields: object): object =>
  findingEvent('aws.macie', 'Macie Finding', {
    id: 'f',
    sample: false,
    archived: false,
    severity: { description: 'Low', score: 1 },
    ...fields,
  });
const bucket = (effectivePermission: string | undefined, sharedAccess = 'NOT_SHARED'): object => ({
  category: 'CLASSIFICATION',
  type: 'SensitiveData:S3Object/Personal',
  resourcesAffected: {
    s3Bucket: { arn: 'arn:aws:s3:::b', publicAccess: { effectivePermission }, sharedAccess },
  },
});
const hub = (...findings: object[]): object =>
  findingEvent('aws.securityhub', 'Security Hub Findings - Imported', { findings });
const asff = (fields: object): object => ({
  Id: 'f',
  AwsAccountId: OWN,
  RecordState: 'ACTIVE',
  Workflow: { Status: 'NEW' },
  ...fields,
});
const control = (Status: string, fields: object = {}): object =>
  asff({
    Compliance: { Status, SecurityControlId: 'IAM.4' },
    Severity: { Label: 'CRITICAL' },
    Title: 'IAM root user access key should not exist',
    ...fields,
  });
const config = (complianceType: string | undefined, configRuleName = 'cloudtrail-enabled'): object =>
  findingEvent('aws.config', 'Config Rules Compliance Change', {
    configRuleName,
    configRuleARN: 'arn:x',
    resourceId: 'r',
    newEvaluationResult: { complianceType },
  });
const analyzer = (fields: object, detailType = 'Access Analyzer Finding'): object =>
  findingEvent('aws.access-analyzer', detailType, {
    id: 'f',
    status: 'ACTIVE',
    isDeleted: false,
    isPublic: false,
    principal: { AWS: STRANGER },
    resource: 'arn:aws:s3:::b',
    accountId: OWN,
    ...fields,
  });
const backup = (state: string, detailType = 'Backup Job State Change'): object =>
  findingEvent('aws.backup', detailType, { backupJobId: 'j', state });
const alarm = (alarmName: string, value = 'ALARM'): object =>
  findingEvent('aws.cloudwatch', 'CloudWatch Alarm State Change', { alarmName, state: { value } });
const health = (service: string, eventTypeCode: string, statusCode = 'open'): object =>
  findingEvent('aws.health', 'AWS Health Event', { eventArn: 'a', service, eventTypeCode, statusCode });
const objectDeleted = (name: string, fields: object): object =>
  findingEvent('aws.s3', 'Object Deleted', {
    bucket: { name },
    object: { key: 'k', 'version-id': 'v' },
    reason: 'DeleteObject',
    'deletion-type': 'Permanently Deleted',
    ...fields,
  });

const TABLE: readonly (readonly [string, object, Expected])[] = [
  ['GuardDuty below 4', guardDuty({ severity: 3.9 }), ['review', 'guardduty-finding', 'low']],
  ['GuardDuty at 4', guardDuty({ severity: 4 }), ['incident', 'guardduty-finding', 'medium']],
  ['GuardDuty at 4, as a text', guardDuty({ severity: '4.0' }), ['incident', 'guardduty-finding', 'medium']],
  ['GuardDuty below 7', guardDuty({ severity: 6.9 }), ['incident', 'guardduty-finding', 'medium']],
  ['GuardDuty at 7', guardDuty({ severity: 7 }), ['incident', 'guardduty-finding', 'high']],
  ['GuardDuty at 9', guardDuty({ severity: 9 }), ['incident', 'guardduty-finding', 'critical']],
  ['GuardDuty without severity', guardDuty({}), ['review', 'guardduty-finding']],
  [
    'GuardDuty sample',
    guardDuty({ severity: 8, service: { additionalInfo: { sample: true } } }),
    ['ignore', null],
  ],
  [
    'GuardDuty sample, packed',
    guardDuty({ severity: 8, service: { additionalInfo: { type: 'default', value: '{"sample":true}' } } }),
    ['ignore', null],
  ],
  ['GuardDuty archived', guardDuty({ severity: 8, service: { archived: true } }), ['ignore', null]],
  [
    'GuardDuty attack sequence',
    guardDuty({ type: 'AttackSequence:IAM/CompromisedCredentials', severity: 9 }),
    ['incident', 'guardduty-attack-sequence', 'critical'],
  ],
  [
    'GuardDuty attack sequence without severity',
    guardDuty({ type: 'AttackSequence:S3/CompromisedData' }),
    ['incident', 'guardduty-attack-sequence', 'critical'],
  ],
  [
    'GuardDuty attack sequence, sample',
    guardDuty({ type: 'AttackSequence:S3/CompromisedData', service: { additionalInfo: { sample: true } } }),
    ['ignore', null],
  ],
  [
    'malware in an object',
    findingEvent('aws.guardduty', 'GuardDuty Malware Protection Object Scan Result', {
      scanResultDetails: { scanResultStatus: 'THREATS_FOUND' },
    }),
    ['incident', 'malware-found'],
  ],
  [
    'no malware in an object',
    findingEvent('aws.guardduty', 'GuardDuty Malware Protection Object Scan Result', {
      scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' },
    }),
    ['ignore', null],
  ],
  [
    'an object that was not scanned',
    findingEvent('aws.guardduty', 'GuardDuty Malware Protection Object Scan Result', {
      scanResultDetails: { scanResultStatus: 'ACCESS_DENIED' },
    }),
    ['review', 'malware-found'],
  ],
  [
    'a detector without health',
    findingEvent('aws.guardduty', 'GuardDuty Runtime Protection Unhealthy', { resourceAccountId: OWN }),
    ['review', 'detector-unhealthy'],
  ],
  [
    'a detector in health',
    findingEvent('aws.guardduty', 'GuardDuty Runtime Protection Healthy', { resourceAccountId: OWN }),
    ['ignore', null],
  ],
  ['sensitive data, public', macie(bucket('PUBLIC')), ['incident', 'sensitive-data-reachable', 'critical']],
  [
    'sensitive data, shared outside',
    macie(bucket('NOT_PUBLIC', 'EXTERNAL')),
    ['incident', 'sensitive-data-reachable'],
  ],
  [
    'sensitive data where it belongs',
    macie({ ...bucket('NOT_PUBLIC'), severity: { description: 'High', score: 3 } }),
    ['review', 'sensitive-data-reachable'],
  ],
  ['sensitive data, access unknown', macie(bucket(undefined)), ['review', 'sensitive-data-reachable']],
  ['sensitive data, sample', macie({ ...bucket('PUBLIC'), sample: true }), ['ignore', null]],
  ['sensitive data, archived', macie({ ...bucket('PUBLIC'), archived: true }), ['ignore', null]],
  [
    'a bucket made public',
    macie({ category: 'POLICY', type: 'Policy:IAMUser/S3BucketPublic' }),
    ['incident', 'macie-policy-finding'],
  ],
  [
    'a bucket shared with a distribution',
    macie({
      category: 'POLICY',
      type: 'Policy:IAMUser/S3BucketSharedWithCloudFront',
      severity: { description: 'Medium', score: 2 },
    }),
    ['review', 'macie-policy-finding'],
  ],
  ['a failed check', hub(control('FAILED')), ['review', 'compliance-check-failed']],
  ['a check with a warning', hub(control('WARNING')), ['review', 'compliance-check-failed']],
  ['a passed check', hub(control('PASSED')), ['ignore', null]],
  ['a check that does not apply', hub(control('NOT_AVAILABLE')), ['ignore', null]],
  [
    'a failed check of public data',
    hub(control('FAILED', { Compliance: { Status: 'FAILED', SecurityControlId: 'S3.2' } })),
    ['incident', 'compliance-check-failed'],
  ],
  [
    'a failed check of public data, by its title',
    hub(control('FAILED', { Title: 'RDS snapshot should be private, not publicly restorable' })),
    ['incident', 'compliance-check-failed'],
  ],
  [
    'a failed check of a public address',
    hub(control('FAILED', { Title: 'EC2 instances in the cluster should not have a public IPv4 address' })),
    ['review', 'compliance-check-failed'],
  ],
  [
    'a failed check, resolved',
    hub(control('FAILED', { Workflow: { Status: 'RESOLVED' } })),
    ['ignore', null],
  ],
  [
    'a failed check of public data, suppressed',
    hub(
      control('FAILED', { Title: 'S3 bucket allows public read access', Workflow: { Status: 'SUPPRESSED' } }),
    ),
    ['ignore', null],
  ],
  ['a finding, HIGH', hub(asff({ Severity: { Label: 'HIGH' } })), ['incident', 'security-finding', 'high']],
  [
    'a finding, CRITICAL',
    hub(asff({ Severity: { Label: 'CRITICAL' } })),
    ['incident', 'security-finding', 'critical'],
  ],
  ['a finding, MEDIUM', hub(asff({ Severity: { Label: 'MEDIUM' } })), ['review', 'security-finding']],
  [
    'a finding at 70 of 100',
    hub(asff({ Severity: { Normalized: 70 } })),
    ['incident', 'security-finding', 'high'],
  ],
  ['a finding at 69 of 100', hub(asff({ Severity: { Normalized: 69 } })), ['review', 'security-finding']],
  ['a finding without severity', hub(asff({})), ['review', 'security-finding']],
  [
    'a finding, archived',
    hub(asff({ Severity: { Label: 'HIGH' }, RecordState: 'ARCHIVED' })),
    ['ignore', null],
  ],
  [
    'GuardDuty through the hub at 5',
    hub(asff({ ProductName: 'GuardDuty', Severity: { Label: 'MEDIUM', Product: 5 } })),
    ['incident', 'security-finding', 'medium'],
  ],
  [
    'GuardDuty through the hub at 2',
    hub(asff({ ProductName: 'GuardDuty', Severity: { Label: 'LOW', Product: 2 } })),
    ['review', 'security-finding'],
  ],
  [
    'a GuardDuty sample through the hub',
    hub(
      asff({
        ProductName: 'GuardDuty',
        Severity: { Label: 'HIGH' },
        ProductFields: { 'aws/guardduty/service/additionalInfo/sample': 'true' },
      }),
    ),
    ['ignore', null],
  ],
  [
    'external access through the hub',
    hub(asff({ Types: ['Effects/Data Exposure/External Access Granted'], Severity: { Label: 'LOW' } })),
    ['incident', 'security-finding'],
  ],
  [
    'a finding of the newer schema',
    findingEvent('aws.securityhub', 'Findings Imported V2', {
      findings: [{ severity: 'High', severity_id: 4, status: 'New', finding_info: { uid: 'u' } }],
    }),
    ['incident', 'security-finding'],
  ],
  [
    'insight results',
    findingEvent('aws.securityhub', 'Security Hub Insight Results', { insightName: 'x' }),
    ['ignore', null],
  ],
  ['a rule that is not met', config('NON_COMPLIANT'), ['review', 'config-rule-failed']],
  [
    'a rule on public data that is not met',
    config('NON_COMPLIANT', 's3-bucket-public-read-prohibited'),
    ['incident', 'config-rule-failed'],
  ],
  ['a rule that is met', config('COMPLIANT'), ['ignore', null]],
  ['a rule without a result', config(undefined), ['review', 'config-rule-failed']],
  [
    'a configuration item',
    findingEvent('aws.config', 'Config Configuration Item Change', {
      messageType: 'ConfigurationItemChangeNotification',
    }),
    ['ignore', null],
  ],
  [
    'a delivery that failed',
    findingEvent('aws.config', 'Config Configuration Snapshot Delivery Status', {
      messageType: 'ConfigurationSnapshotDeliveryFailed',
    }),
    ['review', 'config-delivery-failed'],
  ],
  ['external access', analyzer({}), ['incident', 'external-access', 'high']],
  [
    'external access to everyone',
    analyzer({ isPublic: true, principal: { AWS: '*' } }),
    ['incident', 'external-access', 'critical'],
  ],
  [
    'external access to a federation',
    analyzer({ principal: { Federated: 'accounts.google.com' } }),
    ['incident', 'external-access'],
  ],
  ['external access, archived', analyzer({ status: 'ARCHIVED' }), ['ignore', null]],
  ['external access, resolved', analyzer({ status: 'RESOLVED' }), ['ignore', null]],
  ['external access, deleted', analyzer({ isDeleted: true }), ['ignore', null]],
  [
    'an analysis that failed',
    analyzer({ error: 'ACCESS_DENIED', principal: undefined }),
    ['review', 'external-access'],
  ],
  ['external access of nobody', analyzer({ principal: undefined }), ['review', 'external-access']],
  [
    'an access preview',
    analyzer({ accessPreviewId: 'p', status: 'COMPLETED' }, 'Access Preview State Change'),
    ['ignore', null],
  ],
  ['a preview finding', analyzer({ accessPreviewId: 'p' }, 'Access Preview Finding'), ['ignore', null]],
  [
    'unused access',
    analyzer({ findingType: 'UnusedIAMRole' }, 'Unused Access Finding for IAM entities'),
    ['review', 'internal-access'],
  ],
  ['a failed backup', backup('FAILED'), ['review', 'backup-failed']],
  ['an expired backup', backup('EXPIRED'), ['review', 'backup-failed']],
  ['a completed backup', backup('COMPLETED'), ['ignore', null]],
  ['a failed copy', backup('FAILED', 'Copy Job State Change'), ['review', 'backup-failed']],
  ['a deleted vault', backup('DELETED', 'Backup Vault State Change'), ['incident', 'backup-vault-deleted']],
  ['a created vault', backup('CREATED', 'Backup Vault State Change'), ['ignore', null]],
  ['an alarm on root', alarm('CIS-RootAccountUsage'), ['incident', 'alarm-raised']],
  [
    'an alarm on sign-ins without a second factor',
    alarm('ConsoleSigninWithoutMFA'),
    ['incident', 'alarm-raised'],
  ],
  ['an alarm on lost keys', alarm('DisableOrDeleteCMK'), ['incident', 'alarm-raised']],
  ['an alarm on denied calls', alarm('UnauthorizedAPICalls'), ['review', 'alarm-raised']],
  ['an alarm on failed root sign-ins', alarm('RootLoginFailures-SignInFailed'), ['review', 'alarm-raised']],
  ['an alarm on load', alarm('HighCPU'), ['review', 'alarm-raised']],
  ['an alarm on findings', alarm('GuardDutyHighSeverityFindings'), ['incident', 'alarm-raised']],
  ['an alarm on what handles findings', alarm('GuardDutyFindings-LambdaErrors'), ['review', 'alarm-raised']],
  [
    'malware in a backup',
    findingEvent('aws.backup', 'Scan Job State Change', {
      state: 'COMPLETED',
      scanResult: { scanResultStatus: 'THREATS_FOUND' },
    }),
    ['incident', 'security-finding'],
  ],
  [
    'a clean backup',
    findingEvent('aws.backup', 'Scan Job State Change', {
      state: 'COMPLETED',
      scanResult: { scanResultStatus: 'NO_THREATS_FOUND' },
    }),
    ['ignore', null],
  ],
  [
    'an alarm on root that was deleted',
    findingEvent('aws.cloudwatch', 'CloudWatch Alarm Configuration Change', {
      alarmName: 'CIS-RootAccountUsage',
      operation: 'delete',
    }),
    ['incident', 'alarm-silenced'],
  ],
  [
    'an alarm on load that was deleted',
    findingEvent('aws.cloudwatch', 'CloudWatch Alarm Configuration Change', {
      alarmName: 'HighCPU',
      operation: 'delete',
    }),
    ['review', 'alarm-silenced'],
  ],
  [
    'an alarm that was created',
    findingEvent('aws.cloudwatch', 'CloudWatch Alarm Configuration Change', {
      alarmName: 'CIS-RootAccountUsage',
      operation: 'create',
    }),
    ['ignore', null],
  ],
  ['an alarm that is over', alarm('CIS-RootAccountUsage', 'OK'), ['ignore', null]],
  ['an alarm without data', alarm('CIS-RootAccountUsage', 'INSUFFICIENT_DATA'), ['ignore', null]],
  [
    'exposed credentials',
    health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'),
    ['incident', 'credential-compromised', 'critical'],
  ],
  [
    'exposed credentials, in other words',
    health('IAM', 'AWS_IAM_EXPOSED_CREDENTIALS'),
    ['incident', 'credential-compromised', 'critical'],
  ],
  ['exposed credentials, closed', health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED', 'closed'), ['ignore', null]],
  ['abuse', health('ABUSE', 'AWS_ABUSE_DOS_REPORT'), ['incident', 'abuse-reported']],
  ['a security notice', health('EC2', 'AWS_EC2_SECURITY_NOTIFICATION'), ['review', 'security-notice']],
  ['an outage', health('EC2', 'AWS_EC2_OPERATIONAL_ISSUE'), ['ignore', null]],
  [
    'a key that is gone',
    findingEvent('aws.kms', 'KMS CMK Deletion', { 'key-id': 'k' }),
    ['incident', 'key-lost', 'critical'],
  ],
  [
    'key material that expired',
    findingEvent('aws.kms', 'KMS Imported Key Material Expiration', { 'key-id': 'k' }),
    ['incident', 'key-lost'],
  ],
  ['a rotated key', findingEvent('aws.kms', 'KMS CMK Rotation', { 'key-id': 'k' }), ['ignore', null]],
  ['a version deleted for good', objectDeleted('b', {}), ['incident', 'object-destroyed']],
  [
    'an object hidden by a marker',
    objectDeleted('b', { 'deletion-type': 'Delete Marker Created' }),
    ['ignore', null],
  ],
  ['an object without versions', objectDeleted('b', { object: { key: 'k' } }), ['ignore', null]],
  ['an object that expired', objectDeleted('b', { reason: 'Lifecycle Expiration' }), ['ignore', null]],
  [
    'an audit record',
    objectDeleted('cloudtrail-archive', { 'deletion-type': 'Delete Marker Created' }),
    ['incident', 'object-destroyed'],
  ],
  [
    'an audit record that expired',
    objectDeleted('cloudtrail-archive', { reason: 'Lifecycle Expiration' }),
    ['review', 'object-destroyed'],
  ],
  [
    'an object list changed',
    findingEvent('aws.s3', 'Object ACL Updated', { bucket: { name: 'b' } }),
    ['review', 'object-access-changed'],
  ],
  [
    'an object that came',
    findingEvent('aws.s3', 'Object Created', { bucket: { name: 'b' } }),
    ['ignore', null],
  ],
  [
    'a weakness, HIGH',
    findingEvent('aws.inspector2', 'Inspector2 Finding', {
      findingArn: 'a',
      severity: 'HIGH',
      status: 'ACTIVE',
    }),
    ['incident', 'inspector-finding'],
  ],
  [
    'a weakness, MEDIUM',
    findingEvent('aws.inspector2', 'Inspector2 Finding', {
      findingArn: 'a',
      severity: 'MEDIUM',
      status: 'ACTIVE',
    }),
    ['review', 'inspector-finding'],
  ],
  [
    'a weakness, closed',
    findingEvent('aws.inspector2', 'Inspector2 Finding', {
      findingArn: 'a',
      severity: 'HIGH',
      status: 'CLOSED',
    }),
    ['ignore', null],
  ],
  [
    'exposed access keys',
    findingEvent('aws.trustedadvisor', 'Trusted Advisor Check Item Refresh Notification', {
      'check-name': 'Exposed Access Keys',
      status: 'ERROR',
    }),
    ['incident', 'advisor-check-failed'],
  ],
  [
    'another check',
    findingEvent('aws.trustedadvisor', 'Trusted Advisor Check Item Refresh Notification', {
      'check-name': 'Low Utilization',
      status: 'WARN',
    }),
    ['review', 'advisor-check-failed'],
  ],
  [
    'a check that holds',
    findingEvent('aws.trustedadvisor', 'Trusted Advisor Check Item Refresh Notification', {
      'check-name': 'Exposed Access Keys',
      status: 'OK',
    }),
    ['ignore', null],
  ],
  [
    'unusual activity',
    findingEvent('aws.cloudtrail', 'AWS Insight via CloudTrail', {
      eventCategory: 'Insight',
      eventName: 'x',
      insightDetails: { state: 'Start', eventName: 'DeleteTrail' },
    }),
    ['review', 'unusual-activity'],
  ],
  [
    'unusual activity that is over',
    findingEvent('aws.cloudtrail', 'AWS Insight via CloudTrail', {
      eventCategory: 'Insight',
      insightDetails: { state: 'End' },
    }),
    ['ignore', null],
  ],
];

describe('findings of services', () => {
  test.each(TABLE)('%s', (_, event, [verdict, signal, severity]) => {
    expect(triageEvent(event)).toMatchObject({
      verdict,
      signal,
      ...(severity === undefined ? {} : { severity }),
    });
  });

  it('has a case for every row', () => {
    const seen = new Set(TABLE.map(([, , [, signal]]) => signal));
    const rows = FINDING_SOURCES.flatMap((source) => source.rows.map(({ id }) => id)).filter(
      (id) => id !== 'access-preview',
    );
    expect(rows.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('knows a finding by its detail type when the source is missing', () => {
    expect(triageEvent({ ...guardDuty({ severity: 8 }), source: undefined }).verdict).toBe('incident');
  });

  it('does not count access of accounts that are listed as ours', () => {
    const options: TriageOptions = { trustedAccounts: [PARTNER] };
    expect(
      triageEvent(analyzer({ principal: { AWS: `arn:aws:iam::${PARTNER}:root` } }), options).verdict,
    ).toBe('ignore');
    expect(triageEvent(analyzer({ principal: { AWS: PARTNER } })).verdict).toBe('incident');
  });
});

describe('several findings in one event', () => {
  const verdict = triageEvent(
    hub(control('FAILED'), asff({ Id: 'worst', Severity: { Label: 'CRITICAL' } }), control('PASSED')),
  );

  it('says the most serious and lists them all', () => {
    expect(verdict).toMatchObject({ verdict: 'incident', severity: 'critical', signal: 'security-finding' });
    expect(verdict.findings?.map((finding) => finding.verdict)).toEqual(['review', 'incident', 'ignore']);
  });

  it('has the id of the event, and each finding its own', () => {
    expect(verdict.id).toBe('00000000-0000-4000-8000-000000000003');
    expect(verdict.findings?.map((finding) => finding.id)).toEqual(['f', 'worst', 'f']);
  });

  it('lists nothing where there is one', () => {
    expect(triageEvent(hub(control('FAILED')))).not.toHaveProperty('findings');
  });

  it('is no more serious than its worst when all are settled', () => {
    expect(triageEvent(hub(control('PASSED'), control('PASSED'))).verdict).toBe('ignore');
  });
});
