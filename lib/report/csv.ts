import type { Verdict } from '../checks/verdict';
import { SAFEGUARDS } from '../safeguards/catalogue';
import { LIMIT } from './limit';
import { printable } from './printable';

const COLUMNS = [
  'as of',
  'environment',
  'profile',
  'citation',
  'title',
  'kind',
  'basis',
  'status',
  'evidence',
  'limit',
] as const;

/**
 * The safeguards as a table for spreadsheets (RFC 4180): a line for each environment and safeguard, evidence joined by ` | `. No cell is
 * a formula, whatever it is named in a template.
 */
export function renderCsv({ asOf, environments }: Verdict): string {
  const rows = environments.flatMap(({ environment, safeguards }) =>
    safeguards.map(({ profile, citation, title, basis, status, evidence }) => {
      const kind = SAFEGUARDS.find((row) => row.profile === profile && row.citation === citation)?.kind ?? '';
      return [
        asOf,
        environment ?? '',
        profile,
        citation,
        title,
        kind,
        basis,
        status,
        evidence.join(' | '),
        LIMIT,
      ];
    }),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets calculate what begins like this, full-width forms and leading white space included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  const text = printable(harmless);
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
