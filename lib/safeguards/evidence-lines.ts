import { describeState } from './attestations/attestation-violations';
import { ATTESTATION_KINDS } from './attestations/kinds';
import type { RowFindings } from './row-findings';
import type { Safeguard, Status } from './safeguard';
import type { StatusInput } from './status-input';

/** The most places that one line names. */
const MOST_PLACES = 3;

/** What a reader is shown for a status, a line each: first what is wrong, then what holds. */
export function evidenceLines(
  row: Safeguard,
  findings: RowFindings,
  rests: readonly { readonly citation: string; readonly status: Status }[],
  origin: StatusInput['origin'],
): readonly string[] {
  return [
    ...(row.notApplicable === undefined ? [] : [`not applicable: ${row.notApplicable}`]),
    ...findings.open.map(({ rule, path }) => `open: ${rule} on ${path}`),
    ...missingLines(row, findings),
    ...rests.map(({ citation, status }) => `rests on ${citation}: ${status}`),
    ...findings.exceptions.map(
      ({ rule, path, owner, expires }) =>
        `exception: ${rule} on ${path}, owned by the ${owner}, until ${expires}`,
    ),
    ...(row.beyond === undefined ? [] : [`beyond a template: ${row.beyond}`]),
    ...findings.needs
      .filter(({ presence }) => presence === 'watched')
      .map(
        ({ need }) =>
          `beyond a template: ${need.what} of the account; the AWS Config rule ${need.watchedBy} tells when it has none`,
      ),
    ...attestationLines(findings),
    ...holdingLines(row, findings),
    ...(origin === 'elsewhere' ? [] : projectLines(row)),
  ];
}

function missingLines(row: Safeguard, { needs, unapplied, software }: RowFindings): readonly string[] {
  const owes = `the software ${row.software?.owes ?? ''}`;
  const isJudged = needs.length > 0 || software === 'shown' || software === 'not-built';
  return [
    ...needs
      .filter(({ presence }) => presence === 'missing')
      .map(({ need }) => `missing: ${need.what} (${need.anyOf.join(' or ')})`),
    ...(isJudged && unapplied.length > 0 ? [`not applied: ${unapplied.join(', ')}`] : []),
    ...(software === 'not-built' ? [`not built: ${owes}`] : []),
    ...(software === 'elsewhere' ? [`not shown by a template: ${owes}`] : []),
    ...(needs.length > 0 && row.rules.length === 0 ? ['no rule checks what is there'] : []),
  ];
}

function attestationLines({ attestations }: RowFindings): readonly string[] {
  return attestations.map(({ kind, state }) => {
    const { states } = ATTESTATION_KINDS[kind];
    switch (state.state) {
      case 'held': {
        const { statedBy, statedOn, validUntil, evidence } = state.attestation;
        return `attested by the ${statedBy} on ${statedOn}, until ${validUntil}: ${states}; evidence: ${evidence}`;
      }
      case 'does-not-apply': {
        const { statedBy, statedOn, validUntil } = state.attestation;
        return `stated by the ${statedBy} on ${statedOn}, until ${validUntil}, not to apply: ${states}`;
      }
      default:
        return `unattested (${describeState(state)}): ${states}`;
    }
  });
}

function holdingLines(row: Safeguard, findings: RowFindings): readonly string[] {
  const { needs, unapplied, deployed, excluded, software } = findings;
  const applied = row.rules.filter((rule) => !unapplied.includes(rule));
  return [
    ...needs
      .filter(({ presence }) => presence === 'shown')
      .map(({ need, resources }) => `${need.what}: ${places(resources.map(({ path }) => path))}`),
    ...(applied.length === 0 ? [] : [`rules applied: ${applied.join(', ')}`]),
    ...(software === 'shown'
      ? [`the software ${row.software?.owes ?? ''}: ${(row.software?.tests ?? []).join(', ')}`]
      : []),
    ...(deployed.length === 0
      ? []
      : [
          `watched by ${deployed.length} of ${row.configRules.length} AWS Config rules: ${deployed.join(', ')}`,
        ]),
    ...excluded.map(({ rule, reason }) => `without the AWS Config rule ${rule}: ${reason}`),
    ...(row.awsResponsibility === undefined ? [] : [`AWS's part: ${row.awsResponsibility}`]),
  ];
}

/** Where in the project it is made and proved; says nothing about templates that somebody else wrote. */
function projectLines({ constructs = [], tests = [] }: Safeguard): readonly string[] {
  return [
    ...constructs.map(({ file, name }) => `${name} (${file})`),
    ...tests.map((file) => `proved by ${file}`),
  ];
}

function places(paths: readonly string[]): string {
  const more = paths.length > MOST_PLACES ? ` and ${paths.length - MOST_PLACES} more` : '';
  return `${paths.slice(0, MOST_PLACES).join(', ')}${more}`;
}
