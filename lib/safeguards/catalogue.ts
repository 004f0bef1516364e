import { ADMINISTRATIVE_OPERATIONS } from './catalogue/administrative-operations';
import { ADMINISTRATIVE_SECURITY } from './catalogue/administrative-security';
import { BREACH_NOTICE } from './catalogue/breach-notice';
import { BREACH_REPORTING } from './catalogue/breach-reporting';
import { DOCUMENTATION } from './catalogue/documentation';
import { generalRules } from './catalogue/general';
import { NPRM } from './catalogue/nprm-2025';
import { ORGANIZATIONAL } from './catalogue/organizational';
import { PHYSICAL } from './catalogue/physical';
import { PRIVACY } from './catalogue/privacy';
import { TECHNICAL } from './catalogue/technical';
import { compareCitations } from './citation';
import { CONFIG_RULES } from './config-rules';
import { ADDED_CONFIG_RULES } from './config-rules/added-rules';
import { OWN_CONFIG_RULES } from './config-rules/own-rules';
import { rulesCiting } from './rule-citations';
import type { Safeguard, SafeguardRow } from './safeguard';

const SUBPART_C: readonly SafeguardRow[] = [
  ...ADMINISTRATIVE_SECURITY,
  ...ADMINISTRATIVE_OPERATIONS,
  ...PHYSICAL,
  ...TECHNICAL,
  ...ORGANIZATIONAL,
  ...DOCUMENTATION,
];

const CURRENT: readonly SafeguardRow[] = [
  ...generalRules(SUBPART_C.filter(({ kind }) => kind === 'standard').map(({ citation }) => citation)),
  ...SUBPART_C,
  ...BREACH_NOTICE,
  ...BREACH_REPORTING,
  ...PRIVACY,
];

/** Every rule of AWS Config that the audit stack deploys: AWS's own, and ours. */
const WATCHING = [...CONFIG_RULES, ...ADDED_CONFIG_RULES, ...OWN_CONFIG_RULES];

/**
 * Every standard and specification of the Security and Breach Notification Rules, what the two lean on, and after them the proposal of
 * 2025, each in the order of the rule book. The one catalogue that reports, packs and tests derive from.
 *
 * @see 45 CFR 164.306–164.316, 164.400–164.414
 */
export const SAFEGUARDS: readonly Safeguard[] = [
  ...[...CURRENT].sort((a, b) => compareCitations(a.citation, b.citation)).map(withCurrentRules),
  ...NPRM.map((row) => ({ ...row, rules: [], configRules: [] })),
];

/** Rules cite the paragraphs in force; a proposed paragraph of the same number is another one. */
function withCurrentRules(row: SafeguardRow): Safeguard {
  return {
    ...row,
    rules: rulesCiting(row.citation),
    configRules: WATCHING.filter(({ citations }) => citations.includes(row.citation)).map(({ name }) => name),
  };
}
