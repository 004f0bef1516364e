import type { BaselineRule } from './baseline-rule';
import { archiveRetention } from './rules/archive-retention';
import { auditLogRetention } from './rules/audit-log-retention';
import { backupVaultLock } from './rules/backup-vault-lock';
import { hsts } from './rules/hsts';
import { keyDeletionWindow } from './rules/key-deletion-window';
import { listenerTls } from './rules/listener-tls';
import { targetGroupTls } from './rules/target-group-tls';

/** Every rule of our own, a row each. */
export const BASELINE_RULES: readonly BaselineRule[] = [
  archiveRetention,
  auditLogRetention,
  backupVaultLock,
  hsts,
  keyDeletionWindow,
  listenerTls,
  targetGroupTls,
];
