import type { Need } from './safeguard';

/** What the rows of the catalogue look for in templates. */
export const NEEDS = {
  trail: { what: 'a trail', anyOf: ['AWS::CloudTrail::Trail'] },
  logGroup: { what: 'a log group', anyOf: ['AWS::Logs::LogGroup'] },
  flowLog: { what: 'a flow log', anyOf: ['AWS::EC2::FlowLog'] },
  alarm: { what: 'an alarm', anyOf: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'] },
  detector: {
    what: 'a threat detector',
    anyOf: ['AWS::GuardDuty::Detector'],
    watchedBy: 'guardduty-enabled-centralized',
  },
  eventRule: { what: 'an event rule', anyOf: ['AWS::Events::Rule'] },
  alertTopic: { what: 'an alert topic', anyOf: ['AWS::SNS::Topic'] },
  incidentRegister: {
    what: 'an incident register',
    anyOf: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  },
  key: { what: 'a customer-managed key', anyOf: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'] },
  bucket: { what: 'a bucket', anyOf: ['AWS::S3::Bucket'] },
  bucketPolicy: { what: 'a bucket policy', anyOf: ['AWS::S3::BucketPolicy'] },
  network: { what: 'a network of its own', anyOf: ['AWS::EC2::VPC'] },
  role: { what: 'a role', anyOf: ['AWS::IAM::Role'] },
  customerPolicy: { what: 'a policy of its own', anyOf: ['AWS::IAM::ManagedPolicy'] },
  userPool: { what: 'a user pool', anyOf: ['AWS::Cognito::UserPool'] },
  userPoolClient: { what: 'a user pool client', anyOf: ['AWS::Cognito::UserPoolClient'] },
  backupVault: {
    what: 'a backup vault',
    anyOf: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  },
  backupPlan: { what: 'a backup plan', anyOf: ['AWS::Backup::BackupPlan'] },
  backupSelection: { what: 'a backup selection', anyOf: ['AWS::Backup::BackupSelection'] },
  restoreTest: { what: 'a restore test', anyOf: ['AWS::Backup::RestoreTestingPlan'] },
  recorder: {
    what: 'a configuration recorder',
    // AWS refuses packs and rules where nothing records: a recorder that is adopted shows in what stands on it.
    anyOf: ['AWS::Config::ConfigurationRecorder', 'AWS::Config::ConformancePack', 'AWS::Config::ConfigRule'],
  },
  vulnerabilityScan: {
    what: 'a vulnerability scanner',
    anyOf: ['AWS::InspectorV2::Filter', 'AWS::InspectorV2::CisScanConfiguration'],
  },
} as const satisfies Record<string, Need>;
