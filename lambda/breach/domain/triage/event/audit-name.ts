import type { Estate } from '../options';

/** Names that say: audit records are kept here. */
const AUDIT =
  /cloud-?trail|audit|flow-?logs?|access-?logs?|log-?archive|security-?logs?|aws-?logs|dns-?logs?|query-?logs?|guard-?duty|security-?hub|macie|aws-?config|config-?(bucket|history|logs?|delivery|recorder)|waf-?logs?|siem|evidence|forensic|(^|[^a-z])trails?([^a-z]|$)/i;

/** Names that say: something is logged here, without saying what. */
const SOME_LOG = /(^|[^a-z])logs?([^a-z]|$)/i;

/** The longest name that is searched, in characters. */
const MAX_NAME = 600;

/** Whether a store keeps audit records: as configured, or as its name says. `perhaps` where it only says that it logs. */
export function keepsAuditRecords(name: string | undefined, estate: Estate): 'yes' | 'perhaps' | 'no' {
  if (name === undefined) {
    return 'perhaps';
  }
  const text = name.slice(0, MAX_NAME);
  const tail = (text.split(/[:/]/).pop() ?? text).toLowerCase();
  if (estate.auditStores.has(text.toLowerCase()) || estate.auditStores.has(tail) || AUDIT.test(text)) {
    return 'yes';
  }
  return SOME_LOG.test(text) ? 'perhaps' : 'no';
}

/** Names that say: alerts of incidents pass here, those that CloudFormation makes for the response stack among them. */
const ALERTS =
  /alert|alarm|incident|breach|secur|page?r-?duty|(^|[^a-z])soc([^a-z]|$)|intake|dead-?letter|dlq|escalat|-response-(?:topics?|notif|clock|urgent|routine|heartbeat|contain)/i;

/** Whether a topic, queue or rule carries alerts or audit records: as configured, or as its name says. */
export function carriesAlerts(name: string | undefined, estate: Estate): boolean {
  return (
    name !== undefined && (keepsAuditRecords(name, estate) === 'yes' || ALERTS.test(name.slice(0, MAX_NAME)))
  );
}
