import { ATTESTATION_KINDS, attestationKindInfo } from '../../lib/safeguards/attestations/kinds';
import { UNCOVERED_CHANNELS } from '../../lib/safeguards/business-associates/uncovered-channels';
import { KNOWN_VENDORS } from '../../lib/safeguards/business-associates/vendors';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { CITATION_DIFFERENCES } from '../../lib/safeguards/rule-citations/citation-differences';
import type { Safeguard } from '../../lib/safeguards/safeguard';

/** A table of the documentation: its heading, and its rows as the data have them. */
export interface DocumentedTable {
  readonly page: string;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const SECTIONS: readonly (readonly [heading: string, prefix: RegExp])[] = [
  ['General rules (164.306)', /^164\.306/],
  ['Administrative safeguards (164.308)', /^164\.308/],
  ['Physical safeguards (164.310)', /^164\.310/],
  ['Technical safeguards (164.312)', /^164\.312/],
  ['Organizational requirements (164.314)', /^164\.314/],
  ['Policies, procedures and documentation (164.316)', /^164\.316/],
  ['Breach notification (164.400–414)', /^164\.4/],
  ['What the two rules lean on (164.502, 164.514, 164.530)', /^164\.5/],
];

/** Every table that the pages repeat from the data. */
export const DOCUMENTED_TABLES: readonly DocumentedTable[] = [
  ...SECTIONS.map(([heading, prefix]) => safeguardTable(heading, 'current', prefix)),
  safeguardTable('The proposal of 2025', 'nprm-2025', /^164/),
  {
    page: 'docs/safeguards.md',
    heading: 'Where we read a rule otherwise',
    columns: ['rules', 'cdk-nag cites', 'we cite', 'why'],
    rows: CITATION_DIFFERENCES.map(({ rules, nag, ours, reason }) => [
      rules === 'all' ? 'all' : rules.map(code).join(', '),
      nag ?? '–',
      ours ?? '–',
      reason,
    ]),
  },
  {
    page: 'docs/attestations.md',
    heading: 'Kinds',
    columns: ['kind', 'we state that …', 'paragraphs', 'months', 'evidence', 'may not apply'],
    rows: kindRows(undefined),
  },
  {
    page: 'docs/attestations.md',
    heading: 'Kinds for the proposal of 2025',
    columns: ['kind', 'we state that …', 'paragraphs', 'months', 'evidence', 'may not apply'],
    rows: kindRows('nprm-2025'),
  },
  {
    page: 'docs/business-associates.md',
    heading: 'Where agreements are made',
    columns: ['vendor', 'id', 'where', 'covers', 'looked up', 'confidence', 'source'],
    rows: KNOWN_VENDORS.map(({ name, id, signedAt, covers, asOf, confidence, source }) => [
      name,
      code(id),
      signedAt,
      covers,
      asOf,
      confidence,
      `<${source}>`,
    ]),
  },
  {
    page: 'docs/business-associates.md',
    heading: 'Channels that are commonly not covered',
    columns: ['channel', 'recognized by', 'may the register say otherwise', 'why'],
    rows: UNCOVERED_CHANNELS.map(({ name, mailDomains, hosts, protocols, coverable, reason }) => [
      name,
      [...(mailDomains ?? []), ...(hosts ?? []), ...(protocols ?? [])].map(code).join(', '),
      coverable ? 'yes' : 'no',
      reason,
    ]),
  },
];

/** A table as Markdown. */
export function renderTable({ columns, rows }: DocumentedTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function safeguardTable(heading: string, profile: Safeguard['profile'], prefix: RegExp): DocumentedTable {
  const rows = SAFEGUARDS.filter((row) => row.profile === profile && prefix.test(row.citation));
  return {
    page: 'docs/safeguards.md',
    heading,
    columns: ['paragraph', 'title', 'kind', 'asks', 'met by'],
    rows: rows.map((row) => [row.citation, row.title, row.kind, row.asks, metBy(row)]),
  };
}

function metBy({
  notApplicable,
  needs,
  software,
  attestations,
  restsOn,
  awsResponsibility,
}: Safeguard): string {
  return [
    ...(notApplicable ? [`not applicable: ${notApplicable}`] : []),
    ...(needs ? [needs.map(({ what }) => what).join(', ')] : []),
    ...(software ? [`software that ${software.owes}${software.tests.length > 0 ? '' : ' (not built)'}`] : []),
    ...(attestations ? [attestations.map(code).join(', ')] : []),
    ...(restsOn ? [`rests on ${restsOn.length} ${restsOn.length === 1 ? 'row' : 'rows'}`] : []),
    ...(awsResponsibility ? ["AWS's part"] : []),
  ].join('; ');
}

function kindRows(profile: 'nprm-2025' | undefined): readonly (readonly string[])[] {
  return Object.keys(ATTESTATION_KINDS).flatMap((kind) => {
    const info = attestationKindInfo(kind);
    if (info === undefined || info.profile !== profile) return [];
    const citations = SAFEGUARDS.filter(
      (row) => row.profile === (profile ?? 'current') && row.attestations?.some((id) => id === kind),
    ).map(({ citation }) => citation);
    return [
      [
        code(kind),
        info.states,
        citations.join(', '),
        String(info.maximumAgeMonths),
        info.evidence,
        info.mayNotApply ? 'yes' : 'no',
      ],
    ];
  });
}

function code(text: string): string {
  return `\`${text}\``;
}
