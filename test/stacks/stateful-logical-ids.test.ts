import { synthesizeStacks } from '../support/baseline';

/** Resource types whose replacement loses data, keys or evidence. */
const STATEFUL = new Set([
  'AWS::Backup::BackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::VPC',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

/** The ids are the same in every environment. */
const PINNED: Readonly<Record<string, readonly string[]>> = {
  Audit: [
    'AWS::CloudTrail::Trail AuditTrail3BF4E139',
    'AWS::Logs::LogGroup AuditLogGroup4CD660E1',
    'AWS::SNS::Topic Alerts91F83244',
  ],
  Data: [
    'AWS::Logs::LogGroup DatabaseIamAuthErrorLog7E677473',
    'AWS::Logs::LogGroup DatabaseMonitoringLogGroup7AD16691',
    'AWS::Logs::LogGroup DatabasePostgresqlLog95349A1F',
    'AWS::Logs::LogGroup DatabaseUpgradeLog128D343E',
    'AWS::RDS::DBInstance DatabaseInstanceAA8A5FDE',
    'AWS::S3::Bucket Phi589ACE35',
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
    'AWS::EC2::VPC Vpc8378EB38',
    'AWS::Logs::LogGroup VpcDefaultSecurityGroupCloserLogs9F015A81',
    'AWS::Logs::LogGroup VpcFlowLogLogs3F14F3DE',
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

const stacks = synthesizeStacks();

describe('the logical ids of what holds data', () => {
  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    'never change in %s, because CloudFormation would replace the resource and what is in it',
    (name, { template }) => {
      const ids = Object.entries(template.Resources)
        .filter(([, { Type }]) => STATEFUL.has(Type))
        .map(([id, { Type }]) => `${Type} ${id}`)
        .sort();
      expect(ids).toEqual(PINNED[name.split('/')[1] ?? '']);
    },
  );

  it('are pinned for every kind of stack', () => {
    const kinds = stacks.map(({ name }) => name.split('/')[1]);
    expect(Object.keys(PINNED).sort()).toEqual([...new Set(kinds)].sort());
  });
});
