import { CONFIG_RULES } from './config-rules';
import { ADDED_CONFIG_RULES } from './config-rules/added-rules';
import { OWN_CONFIG_RULES } from './config-rules/own-rules';
import type { RowFindings } from './row-findings';
import type { Safeguard, Status } from './safeguard';

/** Rules that AWS's pack does not have: they support a paragraph, and nothing is called monitored for want of them or for them alone. */
const SUPPORTING: ReadonlySet<string> = new Set([
  ...CONFIG_RULES.filter(({ inAwsPack }) => !inAwsPack).map(({ name }) => name),
  ...ADDED_CONFIG_RULES.map(({ name }) => name),
  ...OWN_CONFIG_RULES.map(({ name }) => name),
]);

/**
 * What a safeguard amounts to by itself, apart from the rows that it rests on; null when it only rests on them. The status names the
 * weakest thing that it stands on: a violation, a missing part, a missing statement, a statement, a rule.
 *
 * @see 45 CFR 164.306(d)
 */
export function ownStatus(row: Safeguard, findings: RowFindings): Status | null {
  if (row.notApplicable !== undefined) return 'not-applicable';
  if (findings.open.length > 0) return 'gap';
  if (isTechnical(findings)) return technicalStatus(row, findings);
  if (findings.attestations.length > 0) return statedStatus(findings);
  if (row.restsOn !== undefined) return null;
  return isMonitored(row, findings) ? 'monitored' : 'gap';
}

/** Whether templates or the project's own software can meet the safeguard; rules alone only support it. */
function isTechnical({ needs, software }: RowFindings): boolean {
  return needs.length > 0 || software === 'shown' || software === 'not-built';
}

function technicalStatus(row: Safeguard, findings: RowFindings): Status {
  if (isLacking(findings)) return 'gap';
  const stated = findings.attestations.length === 0 ? 'not-applicable' : statedStatus(findings);
  if (stated === 'unattested') return 'partial';
  if (row.beyond !== undefined || findings.exceptions.length > 0) return 'partial';
  if (findings.needs.some(({ presence }) => presence === 'watched')) return 'partial';
  if (stated === 'attested') return 'attested';
  if (row.rules.length > 0 || findings.software === 'shown') return 'enforced';
  return isMonitored(row, findings) ? 'monitored' : 'partial';
}

function isLacking({ needs, unapplied, software }: RowFindings): boolean {
  return (
    needs.some(({ presence }) => presence === 'missing') || unapplied.length > 0 || software === 'not-built'
  );
}

/** All statements in force: attested; none of them about us: not applicable; one missing: unattested. */
function statedStatus({ attestations }: RowFindings): 'attested' | 'unattested' | 'not-applicable' {
  const states = attestations.map(({ state }) => state.state);
  if (states.every((state) => state === 'does-not-apply')) return 'not-applicable';
  return states.every((state) => state === 'held' || state === 'does-not-apply') ? 'attested' : 'unattested';
}

/** Whether every rule of AWS's pack for the paragraph watches the account. */
function isMonitored(row: Safeguard, { deployed }: RowFindings): boolean {
  const wanted = row.configRules.filter((rule) => !SUPPORTING.has(rule));
  return wanted.length > 0 && wanted.every((rule) => deployed.includes(rule));
}
