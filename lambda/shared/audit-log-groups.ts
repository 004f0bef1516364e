/** Names that AWS demands or custom gives to groups of audit records: who did what, and which connection was made. */
const AUDIT_NAMES =
  /^aws-waf-logs-|^\/aws\/(cloudtrail|vpc|config|route53|guardduty|network-?firewall)([/_-]|$)|cloud-?trail|flow-?logs?/i;

/** Whether a log group is called like one of audit records, where masking can blind the alarms and the responder. */
export function isCalledAuditLogGroup(name: string): boolean {
  return AUDIT_NAMES.test(name);
}
