import { type SynthesizedResource, type SynthesizedStack, synthesizeStacks } from '../support/baseline';

/**
 * Resource types whose replacement loses data, keys or evidence, or draws in what does: an instance follows its subnet
 * group, and a subnet cannot be replaced while its address range is taken. With another parameter group, an instance
 * forces TLS and audits only after its next restart.
 */
const STATEFUL = new Set([
  'AWS::Backup::BackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBParameterGroup',
  'AWS::RDS::DBSubnetGroup',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

/** One with two zones has no third subnets. */
const ONLY_IN_PRODUCTION = /Subnet3Subnet/;

/** One with a name makes no certificate of its own. */
const ONLY_IN_SANDBOX = /OwnCertificate/;

/** The ids are the same in every environment, but for what only one kind has. */
const PINNED: Readonly<Record<string, readonly string[]>> = {
  Audit: [
    'AWS::CloudTrail::Trail AuditTrail3BF4E139',
    'AWS::Logs::LogGroup AuditLogGroup4CD660E1',
    'AWS::Logs::LogGroup OwnConfigRulesEvaluatorLogs558841E8',
    'AWS::S3::Bucket ConfigDelivery766900BA',
    'AWS::SNS::Topic Alerts91F83244',
    'AWS::SQS::Queue OwnConfigRulesEvaluatorDeadLetters814EFB80',
  ],
  Data: [
    'AWS::Logs::LogGroup DatabaseIamAuthErrorLog7E677473',
    'AWS::Logs::LogGroup DatabaseMonitoringLogGroup7AD16691',
    'AWS::Logs::LogGroup DatabasePostgresqlLog95349A1F',
    'AWS::Logs::LogGroup DatabaseUpgradeLog128D343E',
    'AWS::RDS::DBInstance DatabaseInstanceAA8A5FDE',
    'AWS::RDS::DBParameterGroup DatabaseParametersB8AC9B07',
    'AWS::RDS::DBSubnetGroup DatabaseInstanceSubnetGroupDE121BB6',
    'AWS::S3::Bucket Phi589ACE35',
  ],
  Detection: [
    'AWS::DynamoDB::Table StoresIndex113D962B',
    'AWS::Logs::LogGroup AccountSettingsLogs505D0D1D',
    'AWS::S3::Bucket StoresExportsC217E887',
  ],
  Foundation: [
    'AWS::Backup::BackupVault Vault23237E5B',
    'AWS::KMS::Key AlertsKey9D05DB5E',
    'AWS::KMS::Key AuditKeyB2DBB069',
    'AWS::KMS::Key BackupKey60B97760',
    'AWS::KMS::Key DataKey17AFBB84',
    'AWS::S3::Bucket AccessLogs8B620ECA',
    'AWS::S3::Bucket ArchiveDA4CB258',
  ],
  Network: [
    'AWS::EC2::Subnet VpcDataSubnet1Subnet8E3CA4ED',
    'AWS::EC2::Subnet VpcDataSubnet2Subnet25D1B0F6',
    'AWS::EC2::Subnet VpcDataSubnet3Subnet56FCDCE8',
    'AWS::EC2::Subnet VpcServiceSubnet1Subnet5FDD685C',
    'AWS::EC2::Subnet VpcServiceSubnet2Subnet860B81BA',
    'AWS::EC2::Subnet VpcServiceSubnet3Subnet8189F4CE',
    'AWS::EC2::VPC Vpc8378EB38',
    'AWS::Logs::LogGroup VpcDefaultSecurityGroupCloserLogs9F015A81',
    'AWS::Logs::LogGroup VpcFlowLogLogs3F14F3DE',
  ],
  Records: [
    'AWS::Cognito::UserPool StaffPoolAA7CE776',
    'AWS::KMS::Key AccessHeadsKeyF0A44FA6',
    'AWS::KMS::Key PatientTokensKey799CCD52',
    'AWS::Logs::LogGroup AccessAuditLogB29F4782',
    'AWS::Logs::LogGroup AccessHeadsStreamLog7F6F8007',
    'AWS::Logs::LogGroup DeploymentRunsInvokerHandlerLogs869B80D7',
    'AWS::Logs::LogGroup FirewallLog4D407857',
    'AWS::Logs::LogGroup MigrationFunctionLogsB36B158E',
    'AWS::Logs::LogGroup OwnCertificateMakerHandlerLogs620B4345',
    'AWS::Logs::LogGroup ServiceLogs205D48C6',
    'AWS::Logs::LogGroup SigningKeysRelayLogsD115C6BE',
    'AWS::S3::Bucket AccessAuditWaiting55328D0B',
    'AWS::S3::Bucket AccessHeadsStreamWaiting6DD81B89',
    'AWS::SQS::Queue MigrationFunctionDeadLetters12C0F72C',
    'AWS::SQS::Queue ServiceDeadLetters886BE003',
    'AWS::SQS::Queue SigningKeysDeadLetters95217D99',
  ],
  Register: [
    'AWS::DynamoDB::Table IncidentsTable7D5FD327',
    'AWS::KMS::Key KeysHeadsD23A4B0D',
    'AWS::KMS::Key KeysNames7F4CA704',
  ],
  Response: [
    'AWS::Logs::LogGroup DeadlinesClockLogs94332D5D',
    'AWS::Logs::LogGroup IntakeTakerLogs406AB750',
    'AWS::Logs::LogGroup NotifierSenderLogs565F5602',
    'AWS::Logs::LogGroup TopicWatchLogsDA0BDB45',
    'AWS::SNS::Topic TopicsEscalationC7DC167C',
    'AWS::SNS::Topic TopicsRoutine4E00E9EE',
    'AWS::SNS::Topic TopicsUrgent6585091A',
    'AWS::SQS::Queue DeadlinesClockDeadLetters40259E09',
    'AWS::SQS::Queue IntakeDeadLettersA15864BB',
    'AWS::SQS::Queue IntakeQueue6FB53B87',
    'AWS::SQS::Queue IntakeTakerDeadLetters2D7E4B67',
    'AWS::SQS::Queue NotifierSenderDeadLettersF1563093',
    'AWS::SQS::Queue TopicWatchDeadLettersC66E9238',
  ],
  RecoveryBase: [
    'AWS::Backup::BackupVault Vault23237E5B',
    'AWS::KMS::Key AuditKeyB2DBB069',
    'AWS::KMS::Key BackupKey60B97760',
    'AWS::KMS::Key DataKey17AFBB84',
    'AWS::S3::Bucket AccessLogs8B620ECA',
    'AWS::S3::Bucket ArchiveReplica8292D98B',
    'AWS::S3::Bucket PhiReplica4F3E7DD2',
  ],
};

/** The properties that name what holds data; CloudFormation replaces a resource whose name changes. */
const NAMES = [
  'BackupVaultName',
  'BucketName',
  'DBInstanceIdentifier',
  'LogGroupName',
  'TableName',
  'TrailName',
];

/** The name of the decoy bucket, which is taken in every account and region but ours. */
function exportsOf(environment: string, account: unknown): unknown {
  const parts = [`${environment}-ehr-exports-`, account, '-', { Ref: 'AWS::Region' }];
  return { 'Fn::Join': ['', parts] };
}

/** The names that are fixed, because the service demands one or because something before it has to know. */
const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  'sandbox/Data': [
    '/aws/rds/instance/sandbox-phi/iam-db-auth-error',
    'RDSOSMetrics',
    '/aws/rds/instance/sandbox-phi/postgresql',
    '/aws/rds/instance/sandbox-phi/upgrade',
    'sandbox-phi',
  ],
  'sandbox/Detection': ['sandbox-patient-index', exportsOf('sandbox', { Ref: 'AWS::AccountId' })],
  'sandbox/Records': ['aws-waf-logs-sandbox-records'],
  'sandbox/Foundation': ['sandboxFoundationVault0DD108AD'],
  'production/Data': [
    '/aws/rds/instance/production-phi/iam-db-auth-error',
    'RDSOSMetrics',
    '/aws/rds/instance/production-phi/postgresql',
    '/aws/rds/instance/production-phi/upgrade',
    'production-phi',
  ],
  'production/Detection': ['production-patient-index', exportsOf('production', { Ref: 'AWS::AccountId' })],
  'production/Records': ['aws-waf-logs-production-records'],
  'production/Foundation': ['productionFoundationVault62D88142'],
  'production/RecoveryBase': ['productionRecoveryBaseVault57FC3230'],
};

const stacks = synthesizeStacks();

/** Everything in a stack that holds data, in a fixed order. */
function statefulResources({ template }: SynthesizedStack): (readonly [string, SynthesizedResource])[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => STATEFUL.has(Type))
    .map(([id, resource]) => [`${resource.Type} ${id}`, resource] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('the logical ids of what holds data', () => {
  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    'never change in %s, because CloudFormation would replace the resource and what is in it',
    (name, stack) => {
      const [environment, kind = ''] = name.split('/');
      const pinned = PINNED[kind]?.filter(
        (id) => !(environment === 'production' ? ONLY_IN_SANDBOX : ONLY_IN_PRODUCTION).test(id),
      );
      expect(statefulResources(stack).map(([id]) => id)).toEqual(pinned);
    },
  );

  it('are pinned for every kind of stack', () => {
    const kinds = stacks.map(({ name }) => name.split('/')[1]);
    expect(Object.keys(PINNED).sort()).toEqual([...new Set(kinds)].sort());
  });
});

describe('the names of what holds data', () => {
  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    'never change in %s, because CloudFormation would replace the resource and what is in it',
    (name, stack) => {
      const names = statefulResources(stack).flatMap(([, { Properties = {} }]) =>
        NAMES.flatMap((property) => Properties[property] ?? []),
      );
      expect(names).toEqual(NAMED[name] ?? []);
    },
  );
});
