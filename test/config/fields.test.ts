import { minimalSandbox, problemsOf, withField } from './minimal-environment';

type Refusal = string | null;

const SIX_YEARS = 'must be at least 2192 days (six years)';
const ONE_YEAR = 'must be at least 365 days (one year)';
const ACCEPTED_LOGS =
  'must be one of 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (what CloudWatch Logs accepts)';
const CIDR = "must be a private network from /16 to /24 without host bits, like '10.0.0.0/16'";
const REGION = "must be a region of the partition aws or aws-us-gov, like 'us-east-1'";
const CLASS =
  "must be a current instance class of RDS PostgreSQL without 'db.', like 't4g.medium' or 'm7g.large'";
const M7G_SIZE =
  'must have a size that m7g comes in (large, xlarge, 2xlarge, 4xlarge, 8xlarge, 12xlarge, 16xlarge)';
const DB_NAME = 'must be 1 to 63 lower-case letters, digits or underscores and start with a letter';
const RESERVED = 'must not be a key word of SQL or a database that RDS has: RDS refuses those';
const PORT = 'must not be a well-known port (1433, 1521, 3306, 3309, 3389, 4333, 5432)';

const NEEDED = ['events', 'kinesis-firehose', 'kms', 'logs', 'rds', 'secretsmanager', 'sns', 'ssm'];
const HTTPS = "must be an https address, like 'https://sign-in.your-organization.org/token'";
const FUNCTION_ARN = 'must be the ARN of a Lambda function';
const HOST = "must be a host name in lower case, like 'records.your-organization.org'";
const RANGE = "must be an IPv4 network from /8 to /32 without host bits, like '10.0.0.0/8'";
const ZONE = "must be the id of a hosted zone, like 'Z0123456789ABCDEFGHIJ'";

const EXCLUSION = 'The account has no such thing and cannot have it.';

/** Field, value, and what the message says the field must be; null where the value is accepted. */
const ROWS: readonly (readonly [field: string, value: unknown, refusal: Refusal])[] = [
  ['profile', 'staging', "must be one of 'sandbox', 'production'"],
  ['lockMode', 'NONE', "must be one of 'GOVERNANCE', 'COMPLIANCE'"],
  ['lockMode', undefined, "must be one of 'GOVERNANCE', 'COMPLIANCE'"],
  ['removal', 'delete', "must be one of 'retain', 'destroy'"],

  ['account', '012345678901', null],
  ['account', '12345678901', 'must be a string of 12 digits'],
  ['account', '1234567890123', 'must be a string of 12 digits'],
  ['account', '12345678901x', 'must be a string of 12 digits'],
  ['account', '123456789012\n', 'must be a string of 12 digits'],
  ['account', 123456789012, 'must be a string of 12 digits'],
  ['account', '１２３４５６７８９０１２', 'must be a string of 12 digits'],

  ['attestations.demandedFrom', '2027-01-01', null],
  ['attestations.demandedFrom', '2027-02-29', "must be a date that exists, like '2027-01-01'"],
  ['attestations.demandedFrom', '01/01/2027', "must be a date that exists, like '2027-01-01'"],
  ['attestations.demandedFrom', 2027, "must be a date, like '2027-01-01'"],

  ['region', 'eu-central-1', null],
  ['region', 'ap-southeast-3', null],
  ['region', 'us-gov-west-1', null],
  ['region', 'cn-north-1', REGION],
  ['region', 'us-iso-east-1', REGION],
  ['region', 'us-east', REGION],
  ['region', 'us-east-1a', REGION],
  ['region', 'us-east-0', REGION],
  ['region', 'us-east-3', REGION],
  ['region', 'us-east-2', null],
  ['region', 'us-gov-north-1', REGION],
  ['region', 'us-east-1\n', REGION],
  ['region', 'US-EAST-1', REGION],
  ['recoveryRegion', 'us-west-2', null],
  ['recoveryRegion', 'mars-north-1', REGION],

  ['alertEmail', 'security@clinic.org', null],
  ['alertEmail', 'security', 'must be an e-mail address'],
  ['alertEmail', 'security@clinic', 'must be an e-mail address'],
  ['alertEmail', 'a@clinic.org, b@clinic.org', 'must be an e-mail address'],
  ['alertEmail', 'a@clinic.org\r\nBcc: b@clinic.org', 'must be an e-mail address'],
  ['alertEmail', 7, 'must be an e-mail address'],
  ['alertEmail', `${'a'.repeat(243)}@clinic.org`, null],
  ['alertEmail', `${'a'.repeat(244)}@clinic.org`, 'must be an e-mail address of at most 254 characters'],

  ['retention.auditDays', 2191, SIX_YEARS],
  ['retention.auditDays', 2192, null],
  [
    'retention.auditDays',
    2193,
    'must be one of 2192, 2557, 2922, 3288, 3653 days (what CloudWatch Logs accepts)',
  ],
  ['retention.auditDays', 3653, null],
  [
    'retention.auditDays',
    Number.POSITIVE_INFINITY,
    'must be one of 2192, 2557, 2922, 3288, 3653 days (what CloudWatch Logs accepts)',
  ],
  [
    'retention.auditDays',
    '2192',
    'must be one of 2192, 2557, 2922, 3288, 3653 days (what CloudWatch Logs accepts)',
  ],
  ['retention.databaseLogDays', 364, ONE_YEAR],
  ['retention.databaseLogDays', 365, null],
  ['retention.databaseLogDays', 366, ACCEPTED_LOGS],
  ['retention.flowLogDays', 364, ONE_YEAR],
  ['retention.flowLogDays', 365, null],
  ['retention.flowLogDays', 366, ACCEPTED_LOGS],
  ['retention.applicationLogDays', 364, ONE_YEAR],
  ['retention.applicationLogDays', 365, null],
  ['retention.applicationLogDays', 366, ACCEPTED_LOGS],
  ['retention.backupDays', 34, 'must be at least 35 days'],
  ['retention.backupDays', 35, null],
  ['retention.backupDays', 35.5, 'must be a whole number of days'],
  ['retention.backupDays', 3653, null],
  ['retention.backupDays', 3654, 'must be at most 3653 days (ten years)'],
  ['retention.archiveTransitionDays', 29, 'must be at least 30 days'],
  ['retention.archiveTransitionDays', 30, null],
  ['retention.archiveTransitionDays', 30.5, 'must be a whole number of days'],

  ['network.cidr', '10.0.0.0/16', null],
  ['network.cidr', '172.31.255.0/24', null],
  ['network.cidr', '10.0.0.0/15', CIDR],
  ['network.cidr', '10.0.0.0/25', CIDR],
  ['network.cidr', '8.8.0.0/16', CIDR],
  ['network.cidr', '10.0.1.0/16', CIDR],
  ['network.cidr', 10, 'must be a string'],
  ['network.availabilityZones', 1, 'must be 2 or 3'],
  ['network.availabilityZones', 2, null],
  ['network.availabilityZones', 3, null],
  ['network.availabilityZones', 4, 'must be 2 or 3'],
  ['network.zones', undefined, null],
  ['network.zones', ['us-east-1a', 'us-east-1f'], null],
  ['network.zones', ['us-east-1a', 'us-east-1a'], 'must name each zone once'],
  ['network.zones', 'us-east-1a', 'must be an array'],
  ['network.natGateways', -1, 'must be at least 0'],
  ['network.natGateways', 0, null],
  ['network.natGateways', 2, null],
  ['network.natGateways', 4, 'must be at most 3'],
  ['network.natGateways', 0.5, 'must be a whole number'],
  ['network.interfaceEndpoints', [...NEEDED, 'ecr.api', 'ecr.dkr'], null],
  ['network.interfaceEndpoints', ['kms', 'kms'], 'must name each service once'],
  ['network.interfaceEndpoints', 'kms', 'must be an array'],
  ['network.endpointZones', 'none', "must be one of 'one', 'all'"],

  ['fhirStore.access', 'iam', null],
  ['fhirStore.access', 'everybody', "must be one of 'off', 'iam', 'smart-on-fhir'"],
  ['fhirStore.authorizationEndpoint', 'http://sign-in.clinic.org/authorize', HTTPS],
  ['fhirStore.tokenEndpoint', 'https://sign-in.clinic.org/token?x=1', HTTPS],
  ['fhirStore.tokenEndpoint', 'https://someone@sign-in.clinic.org/token', HTTPS],
  ['fhirStore.tokenFunctionArn', 'arn:aws:lambda:us-east-1:111122223333:function:f:1', FUNCTION_ARN],
  ['fhirStore.tokenFunctionArn', 'arn:aws:iam::111122223333:role/f', FUNCTION_ARN],

  ['records.domainName', 'Records.clinic.org', HOST],
  ['records.domainName', 'records', HOST],
  ['records.domainName', 'https://records.clinic.org', HOST],
  ['records.domainName', '*.clinic.org', HOST],
  ['records.domainName', `${'a'.repeat(61)}.org`, HOST],
  ['records.domainName', 'records.clinic.org\n', HOST],
  [
    'records.certificateArn',
    'arn:aws:iam::123456789012:server-certificate/x',
    'must be the ARN of a certificate in ACM',
  ],
  ['records.certificateIssue', 2, null],
  ['records.certificateIssue', 0, 'must be at least 1'],
  ['records.certificateIssue', 1000, 'must be at most 999'],
  ['records.certificateIssue', 1.5, 'must be a whole number'],
  ['records.hostedZoneId', 'records.clinic.org', ZONE],
  ['records.clientRanges', ['10.0.0.0/8', '203.0.113.7/32'], null],
  ['records.clientRanges', ['10.0.0.0/8', '10.0.0.0/8'], 'must name each network once'],
  ['records.firstAdministrator', '0b8d7c6e-1f2a-4b3c-8d4e-5f6a7b8c9d0e', null],
  ['records.firstAdministrator', 'admin', "must be the 'sub' of a user, a UUID in lower case"],
  ['records.sessionHours', 1, null],
  ['records.sessionHours', 9, 'must be at most 8 hours (one shift)'],
  ['records.sessionHours', 0, 'must be at least 1 hour'],
  ['records.requestsPerMinute', 59, 'must be at least 60'],
  ['records.requestsPerMinute', 20_001, 'must be at most 20000'],
  ['records.exposure', 'public', "must be one of 'internal', 'internet'"],
  ['records.http', 'open', "must be one of 'closed', 'redirect'"],
  ['records.hsts', 'off', "must be one of 'subdomains', 'preload'"],

  ['database.engineVersion', '15', null],
  ['database.engineVersion', '18', null],
  ['database.engineVersion', '14', "must be a PostgreSQL major version: one of '15', '16', '17', '18'"],
  ['database.engineVersion', '17.9', "must be a PostgreSQL major version: one of '15', '16', '17', '18'"],
  ['database.instanceClass', 't3.micro', null],
  ['database.instanceClass', 't4g.2xlarge', null],
  ['database.instanceClass', 'r6idn.32xlarge', null],
  ['database.instanceClass', 'm7g.xlarge', null],
  ['database.instanceClass', 'x2iedn.16xlarge', null],
  ['database.instanceClass', 'db.t4g.medium', CLASS],
  ['database.instanceClass', 'm9g.48xlarge', null],
  ['database.instanceClass', 'x2g.large', null],
  ['database.instanceClass', 'm7g.16xlarge', null],
  ['database.instanceClass', 'm7g.24xlarge', M7G_SIZE],
  ['database.instanceClass', 'm7g.10xlarge', M7G_SIZE],
  ['database.instanceClass', 'm7g.0xlarge', M7G_SIZE],
  ['database.instanceClass', 'z1d.12xlarge', CLASS],
  ['database.instanceClass', 'c7g.large', CLASS],
  ['database.instanceClass', 'constructor.large', CLASS],
  ['database.instanceClass', 'm10g.large', CLASS],
  ['database.instanceClass', 't2.micro', CLASS],
  ['database.instanceClass', 'm4.large', CLASS],
  [
    'database.instanceClass',
    't4g.4xlarge',
    'must have a size that t4g comes in (micro, small, medium, large, xlarge, 2xlarge)',
  ],
  ['database.instanceClass', 'm7g.medium', M7G_SIZE],
  ['database.instanceClass', 'm7g', M7G_SIZE],
  ['database.instanceClass', 'm7g.large\n', M7G_SIZE],
  ['database.instanceClass', 'm7g.large.db', M7G_SIZE],
  ['database.instanceClass', 7, 'must be a string'],
  ['database.allocatedStorageGiB', 19, 'must be at least 20 GiB'],
  ['database.allocatedStorageGiB', 20, null],
  ['database.allocatedStorageGiB', 20.5, 'must be a whole number of GiB'],
  ['database.maxAllocatedStorageGiB', 19, 'must be at least 20 GiB'],
  ['database.maxAllocatedStorageGiB', 65_536, null],
  ['database.maxAllocatedStorageGiB', 65_537, 'must be at most 65536 GiB'],
  ['database.port', 1149, 'must be at least 1150'],
  ['database.port', 1150, null],
  ['database.port', 5432, PORT],
  ['database.port', 3306, PORT],
  ['database.port', 5433, null],
  ['database.port', 65_535, null],
  ['database.port', 65_536, 'must be at most 65535'],
  ['database.port', '5442', 'must be a whole number'],
  ['database.name', 'z', null],
  ['database.name', `a${'1'.repeat(62)}`, null],
  ['database.name', `a${'1'.repeat(63)}`, DB_NAME],
  ['database.name', '1a', DB_NAME],
  ['database.name', 'Records', DB_NAME],
  ['database.name', 'a-b', DB_NAME],
  ['database.name', 'user', RESERVED],
  ['database.name', 'users', null],
  ['database.backupRetentionDays', 0, 'must be at least 1 day: automatic backups cannot be switched off'],
  ['database.backupRetentionDays', 1, null],
  ['database.backupRetentionDays', 35, null],
  ['database.backupRetentionDays', 36, 'must be at most 35 days (what RDS accepts)'],

  ['keys.administratorArns', [], null],
  [
    'keys.administratorArns',
    ['arn:aws:iam::123456789012:role/path/Key-Admin_1', 'arn:aws:iam::123456789012:user/a@b'],
    null,
  ],
  ['keys.deletionWindowDays', 30, null],
  ['keys.deletionWindowDays', 29, 'must be 30 days (the longest that KMS offers)'],
  ['keys.deletionWindowDays', 7, 'must be 30 days (the longest that KMS offers)'],
  ['singletons.guardDuty', 'adopt', null],
  ['singletons.publicAccessBlock', 'ignore', "must be one of 'manage', 'adopt'"],
  ['detection.guardDutyPlans', ['s3'], null],
  ['detection.guardDutyPlans', [], 'must name one plan or more'],
  ['detection.guardDutyPlans', ['s3', 's3'], 'must name each plan once'],
  ['detection.macieSchedule', 'hourly', "must be one of 'daily', 'weekly', 'monthly'"],
  ['detection.macieSamplePercent', 0, 'must be at least 1'],
  ['detection.macieSamplePercent', 100, null],
  ['detection.macieSamplePercent', 101, 'must be at most 100'],
  ['detection.macieSamplePercent', 0.5, 'must be a whole number'],
  ['detection.securityHubStandards', ['nist-800-53', 'fsbp'], null],
  ['detection.securityHubStandards', ['fsbp', 'fsbp'], 'must name each standard once'],
  ['detection.findingAggregation', 'all-regions', null],
  ['detection.unusedAccessDays', 365, null],
  ['detection.unusedAccessDays', 366, 'must be at most 365 days'],
  ['detection.unusedAccessDays', 0, 'must be at least 1 day'],
  ['functions.concurrency', 'share', null],
  ['functions.concurrency', 'none', "must be one of 'reserve', 'share'"],
  ['singletons.rdsOsMetricsLogGroup', 'adopt', null],
  ['singletons.rdsOsMetricsLogGroup', 'ignore', "must be one of 'manage', 'adopt'"],
  ['singletons.configRecorder', 'adopt', null],
  ['singletons.configRecorder', 'off', "must be one of 'manage', 'adopt'"],
  ['singletons.configGlobalTypes', 'adopt', null],
  ['singletons.configServiceRole', 'adopt', null],
  ['conformance.excludedRules', [], null],
  ['conformance.excludedRules', [{ rule: 'emr-kerberos-enabled', reason: EXCLUSION }], null],
  [
    'conformance.excludedRules',
    [
      { rule: 'emr-kerberos-enabled', reason: EXCLUSION },
      { rule: 'emr-kerberos-enabled', reason: EXCLUSION },
    ],
    'must name each rule once',
  ],
];

/** Entries of a list, whose place the message names. */
const ENTRIES: readonly (readonly [entry: object, field: string, refusal: string])[] = [
  [
    { rule: 'no-such-rule', reason: EXCLUSION },
    'rule',
    "must be the name of a rule of the catalogue, like 'root-account-hardware-mfa-enabled'",
  ],
  [
    { rule: 'emr-kerberos-enabled', reason: 'not used' },
    'reason',
    'must be one sentence of 20 to 200 characters in one line',
  ],
  [
    { rule: 'emr-kerberos-enabled', reason: `${EXCLUSION}\n${EXCLUSION}` },
    'reason',
    'must be one sentence of 20 to 200 characters in one line',
  ],
];

describe('an excluded rule', () => {
  it.each(ENTRIES)('%j is refused for its %s', (entry, field, refusal) => {
    const [problem = '', ...more] = problemsOf(
      withField(minimalSandbox(), 'conformance.excludedRules', [entry]),
    );
    expect(more).toEqual([]);
    expect(problem.startsWith(`'sandbox.conformance.excludedRules.0.${field}' ${refusal}, got: `)).toBe(true);
  });
});

describe('a field', () => {
  it.each(ROWS)('%s with %p is judged: %s', (field, value, refusal) => {
    const problems = problemsOf(withField(minimalSandbox(), field, value));
    const named = refusal === null ? [] : [expect.stringMatching(new RegExp(`^'sandbox\\.${field}' `))];
    expect(problems).toEqual(named);
    expect(
      problems.map((problem) => problem.slice(`'sandbox.${field}' `.length, problem.lastIndexOf(', got: '))),
    ).toEqual(refusal === null ? [] : [refusal]);
  });

  it('says what it got', () => {
    expect(problemsOf(minimalSandbox({ account: '42' }))).toEqual([
      "'sandbox.account' must be a string of 12 digits, got: '42'",
    ]);
    expect(problemsOf(withField(minimalSandbox(), 'retention.auditDays', 365))).toEqual([
      "'sandbox.retention.auditDays' must be at least 2192 days (six years), got: 365",
    ]);
  });

  it.each([
    'arn:aws:iam::123456789012:root',
    'arn:aws:iam::123456789012:role/*',
    'arn:aws:iam::*:role/KeyAdministrator',
    'arn:aws:iam::12345678901:role/KeyAdministrator',
    'arn:aws-cn:iam::123456789012:role/KeyAdministrator',
    'arn:aws:sts::123456789012:assumed-role/KeyAdministrator/someone',
    '*',
    'KeyAdministrator',
    `arn:aws:iam::123456789012:role/${'a'.repeat(4096)}`,
  ])('of key administrators refuses %j', (arn) => {
    expect(problemsOf(minimalSandbox({ keys: { administratorArns: [arn] } }))).toEqual([
      expect.stringMatching(
        /^'sandbox\.keys\.administratorArns\.0' must be the ARN of an IAM role or user.*, got: /,
      ),
    ]);
  });

  it('of key administrators takes the longest path and name that IAM has', () => {
    const administrator = (length: number): string => `arn:aws:iam::123456789012:role/${'a'.repeat(length)}`;
    expect(problemsOf(minimalSandbox({ keys: { administratorArns: [administrator(576)] } }))).toEqual([]);
    expect(problemsOf(minimalSandbox({ keys: { administratorArns: [administrator(577)] } }))).toHaveLength(1);
  });

  it.each(['us-east-1', 'use1-az1', 'us-west-2-lax-1a', 'us-east-1A', 'us-east-1a\n', 'a', ''])(
    'of zones refuses the entry %j',
    (zone) => {
      expect(problemsOf(withField(minimalSandbox(), 'network.zones', ['us-east-1a', zone]))).toEqual([
        expect.stringMatching(
          /^'sandbox\.network\.zones\.1' must be the name of an availability zone, like 'us-east-1a', got: /,
        ),
      ]);
    },
  );

  it.each(['0.0.0.0/0', '8.0.0.0/7', '10.0.0.1/8', '10.0.0.0', '::/0', '010.0.0.0/8'])(
    'say where a network is none: %s',
    (range) => {
      expect(problemsOf(withField(minimalSandbox(), 'records.clientRanges', ['10.0.0.0/8', range]))).toEqual([
        `'sandbox.records.clientRanges.1' ${RANGE}, got: '${range}'`,
      ]);
    },
  );

  it('of endpoints names the entry that is no known service', () => {
    expect(problemsOf(withField(minimalSandbox(), 'network.interfaceEndpoints', ['kms', 's4']))).toEqual([
      expect.stringMatching(
        /^'sandbox\.network\.interfaceEndpoints\.1' must be one of 'athena', .*, got: 's4'$/,
      ),
    ]);
  });
});
