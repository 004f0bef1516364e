import type { BaselineRule } from './baseline-rule';
import { archiveRetention } from './rules/archive-retention';
import { auditLogRetention } from './rules/audit-log-retention';
import { backupCopy } from './rules/backup-copy';
import { backupVaultLock } from './rules/backup-vault-lock';
import { bucketTls } from './rules/bucket-tls';
import { bucketTlsVersion } from './rules/bucket-tls-version';
import { databaseAudited } from './rules/database-audited';
import { databaseIdentity } from './rules/database-identity';
import { databaseLogsSilent } from './rules/database-logs-silent';
import { databaseTls } from './rules/database-tls';
import { fhirStoreKey } from './rules/fhir-store-key';
import { foreignPrincipals } from './rules/foreign-principals';
import { functionProtected } from './rules/function-protected';
import { hsts } from './rules/hsts';
import { keyAdministrationApart } from './rules/key-administration-apart';
import { keyDeletionWindow } from './rules/key-deletion-window';
import { keyPolicyOpen } from './rules/key-policy-open';
import { keyRotation } from './rules/key-rotation';
import { listenerTls } from './rules/listener-tls';
import { lockMode } from './rules/lock-mode';
import { logGroupProtected } from './rules/log-group-protected';
import { phiWords } from './rules/phi-words';
import { publicSharing } from './rules/public-sharing';
import { recoveryPointKey } from './rules/recovery-point-key';
import { secretsInEnvironment } from './rules/secrets-in-environment';
import { secretsInTemplate } from './rules/secrets-in-template';
import { securityGroupPorts } from './rules/security-group-ports';
import { sessionLength } from './rules/session-length';
import { targetGroupTls } from './rules/target-group-tls';
import { topicQueueProtected } from './rules/topic-queue-protected';
import { trailValidation } from './rules/trail-validation';
import { userPoolMfa } from './rules/user-pool-mfa';

/** Every rule of our own, a row each. */
export const BASELINE_RULES: readonly BaselineRule[] = [
  archiveRetention,
  auditLogRetention,
  backupCopy,
  backupVaultLock,
  bucketTls,
  bucketTlsVersion,
  databaseAudited,
  databaseIdentity,
  databaseLogsSilent,
  databaseTls,
  fhirStoreKey,
  foreignPrincipals,
  functionProtected,
  hsts,
  keyAdministrationApart,
  keyDeletionWindow,
  keyPolicyOpen,
  keyRotation,
  listenerTls,
  lockMode,
  logGroupProtected,
  phiWords,
  publicSharing,
  recoveryPointKey,
  secretsInEnvironment,
  secretsInTemplate,
  securityGroupPorts,
  sessionLength,
  targetGroupTls,
  topicQueueProtected,
  trailValidation,
  userPoolMfa,
];
