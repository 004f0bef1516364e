import { ACCESS_CONTROL_RULES } from './config-rules/access-control';
import { ADMINISTRATION_RULES } from './config-rules/administration';
import { AUDIT_CONTROLS_RULES } from './config-rules/audit-controls';
import { AUTHENTICATION_RULES } from './config-rules/authentication';
import type { ConfigRule, ConfigRuleRow } from './config-rules/config-rule';
import { CONTINGENCY_RULES } from './config-rules/contingency';
import { DROPPED_FROM_PACK_RULES } from './config-rules/dropped-from-pack';
import { ENCRYPTION_AT_REST_RULES } from './config-rules/encryption-at-rest';
import { INTEGRITY_RULES } from './config-rules/integrity';
import { TRANSMISSION_SECURITY_RULES } from './config-rules/transmission-security';

/** Where the rules were read, and when they were last compared with it. */
export const CONFIG_RULES_SOURCE = {
  /** AWS's conformance pack "Operational Best Practices for HIPAA Security". */
  pack: 'https://github.com/awslabs/aws-config-rules/blob/1c527eab397842f0e88920714ce814471309c64b/aws-config-conformance-packs/Operational-Best-Practices-for-HIPAA-Security.yaml',
  /** The rules that cdk-nag still checks, and the citations that it gives. */
  nag: 'https://github.com/cdklabs/cdk-nag/blob/v3.0.2/RULES.md',
  comparedOn: '2026-11-21',
} as const;

/**
 * Every managed rule of AWS Config that AWS's HIPAA Security pack has, and those that it dropped.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const CONFIG_RULES: readonly ConfigRule[] = [
  ...inPack(ACCESS_CONTROL_RULES),
  ...inPack(ADMINISTRATION_RULES),
  ...inPack(AUDIT_CONTROLS_RULES),
  ...inPack(AUTHENTICATION_RULES),
  ...inPack(CONTINGENCY_RULES),
  ...inPack(ENCRYPTION_AT_REST_RULES),
  ...inPack(INTEGRITY_RULES),
  ...inPack(TRANSMISSION_SECURITY_RULES),
  ...DROPPED_FROM_PACK_RULES.map((row) => ({ ...row, inAwsPack: false })),
];

function inPack(rows: readonly ConfigRuleRow[]): readonly ConfigRule[] {
  return rows.map((row) => ({ ...row, inAwsPack: true }));
}
