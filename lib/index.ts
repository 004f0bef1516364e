/** The public face of the package: what an app of your own may import. */

export { postgresPreparation } from '../lambda/records/migrations/postgres-preparation';
export { BaselineStage } from './baseline-stage';
export { acknowledge } from './checks/acknowledge';
export type { Acknowledgement } from './checks/acknowledgement';
export { declareNoPhi } from './checks/eligibility/declare-no-phi';
export { endProcess } from './checks/end-process';
export { type EnforceOptions, enforce } from './checks/enforce';
export { type Judgement, type JudgeOptions, judge, OWN_VERDICT_CONTEXT } from './checks/judge';
export type { AcknowledgedFinding, EnvironmentVerdict, Verdict, Violation } from './checks/verdict';
export { ConfigurationError } from './config/configuration-error';
export { loadEnvironments } from './config/load';
export type { EnvironmentConfig, EnvironmentInput } from './config/schema';
export type { EnvironmentFacts, ExcludedConfigRule } from './conformance/environment-facts';
export { type RuleCompliance, type StandardScore, standardScores } from './conformance/standard-scores';
export { AccessAnalyzers, type AccessAnalyzersProps } from './constructs/access-analyzers';
export { AccessLogBucket, type AccessLogBucketProps } from './constructs/access-log-bucket';
export {
  type AccountSettingOptions,
  AccountSettings,
  type AccountSettingsProps,
} from './constructs/account-settings';
export { type AccountSettingModes, hardenAccount } from './constructs/account-settings-wanted';
export { AlertTopic, type AlertTopicProps } from './constructs/alert-topic';
export { ArchiveBucket, type ArchiveBucketProps } from './constructs/archive-bucket';
export { ArchiveIntake, type ArchiveIntakeProps, archiveIntakeRole } from './constructs/archive-intake';
export { AuditStream, type AuditStreamProps } from './constructs/audit-stream';
export { AuditTrail, type AuditTrailProps } from './constructs/audit-trail';
export {
  AuthorizationPolicies,
  type AuthorizationPoliciesProps,
  type NamedPolicy,
} from './constructs/authorization-policies';
export { BreakGlassAlert, type BreakGlassAlertProps } from './constructs/break-glass-alert';
export {
  acknowledgeNoReplica,
  type ReplicationTarget,
  type ReplicationTargets,
  receiveReplicas,
  replicateBucket,
} from './constructs/bucket-replication';
export { CisAlarms, type CisAlarmsProps } from './constructs/cis-alarms';
export { ConfigDeliveryBucket, type ConfigDeliveryBucketProps } from './constructs/config-delivery-bucket';
export { ConfigRecorder, type ConfigRecorderProps } from './constructs/config-recorder';
export { ConformancePacks, type ConformancePacksProps } from './constructs/conformance-packs';
export { DatabaseBackup, type DatabaseBackupProps } from './constructs/database-backup';
export { DecoyAlarm, type DecoyAlarmProps } from './constructs/decoy-alarm';
export { decoyNames, decoyTableArn } from './constructs/decoy-names';
export { Decoys, type DecoysProps } from './constructs/decoys';
export { EncryptedLogGroup, type EncryptedLogGroupProps } from './constructs/encrypted-log-group';
export { EncryptionKey, type EncryptionKeyProps } from './constructs/encryption-key';
export { FhirStore, type FhirStoreProps, type SmartAuthorization } from './constructs/fhir-store';
export { GuardDutyDetector, type GuardDutyDetectorProps } from './constructs/guard-duty-detector';
export { GuardDutyObjectScan, type GuardDutyObjectScanProps } from './constructs/guard-duty-object-scan';
export { HostedSignIn, type HostedSignInProps } from './constructs/hosted-sign-in';
export { IsolatedVpc } from './constructs/isolated-vpc';
export type { IsolatedVpcProps } from './constructs/isolated-vpc-props';
export {
  alertPublishersUse,
  archiveIntakeUse,
  cloudTrailUse,
  cloudWatchLogsUse,
  configDeliveryUse,
  fieldEncryptionUse,
  healthLakeUse,
  macieUse,
  replicationUse,
} from './constructs/key-service-statements';
export {
  provenCertificate,
  SelfSignedCertificate,
  type SelfSignedCertificateProps,
} from './constructs/load-balancer-certificate';
export { receiveLoadBalancerLogs } from './constructs/load-balancer-log-delivery';
export { LockedVault, type LockedVaultProps } from './constructs/locked-vault';
export { MacieDiscovery, type MacieDiscoveryProps } from './constructs/macie-discovery';
export { ManagedPolicyRole, type ManagedPolicyRoleProps } from './constructs/managed-policy-role';
export { OwnConfigRules, type OwnConfigRulesProps } from './constructs/own-config-rules';
export { PhiBucket, type PhiBucketProps } from './constructs/phi-bucket';
export { PhiLogReader, type PhiLogReaderProps } from './constructs/phi-log-reader';
export { PostgresDatabase } from './constructs/postgres-database';
export { RestrictedEndpoint, type RestrictedEndpointProps } from './constructs/restricted-endpoint';
export { SecureBucket, type SecureBucketProps } from './constructs/secure-bucket';
export { SecurityHub, type SecurityHubProps } from './constructs/security-hub';
export { SigningKeys, type SigningKeysProps } from './constructs/signing-keys';
export { StaffPool, type StaffPoolProps } from './constructs/staff-pool';
export { TlsListener, type TlsListenerProps } from './constructs/tls-listener';
export { TlsLoadBalancer, type TlsLoadBalancerProps } from './constructs/tls-load-balancer';
export {
  functionTargetGroup,
  type HttpsTargetGroupProps,
  httpsTargetGroup,
} from './constructs/tls-target-group';
export { TokenKey, type TokenKeyProps } from './constructs/token-key';
export { receiveTrail, trailArnPattern } from './constructs/trail-delivery';
export { VpcFunction, type VpcFunctionProps } from './constructs/vpc-function';
export { WebFirewall, type WebFirewallProps } from './constructs/web-firewall';
