import { type Tone, tone } from '../report/color';
import { type Layout, paragraph } from '../report/paragraph';
import { printable } from '../report/printable';
import { plainCounts } from './count-findings';
import type { FindingStatus } from './finding';
import { objectLiteral } from './object-literal';
import { type Preflight, STATUSES, statusOf, verdictOf } from './preflight';
import type { SurveyRow } from './survey';

const HEADINGS: Readonly<Record<FindingStatus, readonly [heading: string, tone: Tone]>> = {
  blocks: ['A deployment would fail on', 'bad'],
  unknown: ['Could not be looked at', 'heading'],
  attention: ['To know before a deployment', 'heading'],
  ok: ['Fine', 'good'],
};

/** Every finding, the worst first, and the configuration that fits. */
export function renderPreflightText(preflight: Preflight, layout: Layout): string {
  const { account, region, environment, rows } = preflight;
  const what = environment === null ? 'a new environment' : `environment '${environment}'`;
  return [
    tone(`Account ${account}, ${region}, ${what}`, 'heading', layout.color),
    '',
    ...STATUSES.flatMap((status) => renderGroup(status, rows, layout)),
    ...renderMissing(rows, layout),
    ...renderConfiguration(preflight, layout),
    paragraph(summary(rows), '', '', layout),
    paragraph(
      'This is one look at one account: it is no proof of compliance, and a deployment can fail on what no call shows.',
      '',
      '',
      layout,
    ),
    '',
  ].join('\n');
}

function renderGroup(status: FindingStatus, rows: readonly SurveyRow[], layout: Layout): readonly string[] {
  const group = rows.filter(({ findings }) => statusOf(findings) === status);
  if (group.length === 0) return [];
  const [heading, color] = HEADINGS[status];
  return [
    tone(`${heading} (${group.length}):`, color, layout.color),
    ...group.flatMap(({ id, title, findings }) =>
      findings
        .filter((finding) => status === 'ok' || finding.status !== 'ok')
        .flatMap(({ text, fix }) => [
          paragraph(`${title} [${id}]: ${printable(text)}`, '  ', '    ', layout),
          ...(fix === undefined ? [] : [paragraph(`→ ${printable(fix)}`, '    ', '      ', layout)]),
        ]),
    ),
    '',
  ];
}

function renderMissing(rows: readonly SurveyRow[], layout: Layout): readonly string[] {
  const missing = [...new Set(rows.flatMap(({ missingAction }) => missingAction ?? []))].sort();
  return missing.length === 0
    ? []
    : [
        paragraph(
          `Missing actions (hipaa preflight --print-policy prints the policy with all): ${missing.join(', ')}`,
          '',
          '  ',
          layout,
        ),
        '',
      ];
}

function renderConfiguration({ environment, configuration }: Preflight, layout: Layout): readonly string[] {
  const { changes } = configuration;
  if (environment !== null && changes.length === 0) {
    return [`Nothing in the configuration of '${environment}' has to change for what was seen.`, ''];
  }
  const name = environment === null ? 'it' : `'${environment}'`;
  return [
    tone(
      `The configuration that fits (lib/config/environments/), where ${name} changes:`,
      'heading',
      layout.color,
    ),
    ...(changes.length === 0 ? ['  nothing: every default fits'] : []),
    ...changes.map(({ field, from, to }) => `  ${field}: ${objectLiteral(from)} → ${objectLiteral(to)}`),
    '',
    `const environment: EnvironmentInput = ${objectLiteral(configuration.environment)};`,
    '',
  ];
}

function summary(rows: readonly SurveyRow[]): string {
  const { blocks, unknown, attention, ok } = plainCounts(rows);
  const verdict = {
    fits: 'Nothing that was seen stops a deployment',
    blocked: 'A deployment would fail',
    'not-run': 'Nothing of the account could be read',
  }[verdictOf(rows)];
  return `${verdict}: ${blocks} to repair, ${attention} to know, ${ok} fine, ${unknown} not looked at.`;
}
