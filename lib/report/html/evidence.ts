import { type EvidenceKind, type EvidenceLine, isAdverse, readEvidence } from '../evidence/evidence-line';
import { groupBy } from '../group-by';
import { plural } from '../plural';
import { breakable } from './breakable';
import { type Content, type Markup, markup } from './markup';
import { anchorOf } from './safeguard-groups';

const LABELS: Readonly<Record<EvidenceKind, string>> = {
  open: 'Open',
  missing: 'Missing',
  'not-applied': 'Not applied',
  'not-built': 'Not built',
  'not-shown': 'Not shown',
  unchecked: 'Unchecked',
  'rests-on': 'Rests on',
  exception: 'Exception',
  beyond: 'Beyond a template',
  unattested: 'Unattested',
  attested: 'Attested by',
  stated: 'Stated by',
  part: 'In the templates',
  rules: 'Rules applied',
  software: 'The software',
  watched: 'Watched by',
  unwatched: 'Not watched by',
  scored: 'Scored by',
  aws: 'AWS’s part',
  construct: 'Made by',
  proof: 'Proved by',
  'not-applicable': 'Reason',
  other: 'Further',
};

/** The evidence of a safeguard: what stands against it, then what it stands on, each kind under its name. */
export function renderEvidence(evidence: readonly string[]): Markup {
  const kinds = groupBy(evidence.map(readEvidence), ({ kind }) => kind);
  return markup`<dl class="evidence">${[...kinds.values()].map(renderKind)}</dl>`;
}

/** The line that says most about a status: what stands against it first, otherwise how much speaks for it. */
export function leadOf(evidence: readonly string[]): string {
  const lines = evidence.map(readEvidence);
  const lead =
    lines.find(({ kind }) => isAdverse(kind)) ?? lines.find(({ kind }) => kind === 'not-applicable');
  if (lead === undefined) return `${plural(lines.length, 'line')} of evidence`;
  const others = lines.length - 1;
  return `${LABELS[lead.kind]}: ${shown(lead)}${others === 0 ? '' : `, and ${plural(others, 'more line')}`}`;
}

function renderKind(lines: readonly EvidenceLine[]): Markup | null {
  const [first] = lines;
  if (first === undefined) return null;
  return markup`<div class="${weightOf(first.kind)}"><dt>${LABELS[first.kind]}</dt>${renderLines(first.kind, lines)}</div>`;
}

function renderLines(kind: EvidenceKind, lines: readonly EvidenceLine[]): Content {
  if (kind === 'rests-on') return markup`<dd>${lines.map(renderRest)}</dd>`;
  if (kind === 'construct' || kind === 'proof') {
    return markup`<dd>${breakable(lines.map(({ text }) => text).join(', '))}</dd>`;
  }
  return lines.map((line) => markup`<dd>${renderLine(line)}</dd>`);
}

/** Whether a kind breaks a safeguard, limits it, or speaks for it. */
function weightOf(kind: EvidenceKind): 'against' | 'limit' | 'for' {
  if (kind === 'open' || kind === 'missing' || kind === 'not-applied' || kind === 'not-built')
    return 'against';
  return isAdverse(kind) ? 'limit' : 'for';
}

function renderLine(line: EvidenceLine): Markup {
  if (line.kind === 'rules' || line.kind === 'not-applied') return renderRules(line.text.split(', '));
  return breakable(shown(line));
}

/** Rule ids by pack, the name of the pack once: `AwsSolutions: EB3, N2`. */
function renderRules(rules: readonly string[]): Markup {
  const packs = groupBy(rules, (rule) => rule.split('-', 1)[0] ?? rule);
  return markup`${[...packs].map(([pack, ids]) => {
    const names = ids.map((id) => (id.startsWith(`${pack}-`) ? id.slice(pack.length + 1) : id));
    return markup`<span class="pack"><b>${pack}</b> ${names.join(', ')}</span> `;
  })}`;
}

/** A link to the row that another rests on; a proposal too rests on rows in force. */
function renderRest({ text }: EvidenceLine): Markup {
  const [citation = '', status = ''] = text.split(': ', 2);
  return markup`<span class="rest"><a href="#${anchorOf('current', citation)}">${citation}</a> ${status}</span> `;
}

/** What is stated comes before how it stands: `(none filed): x` reads `x (none filed)`. */
function shown({ kind, text }: EvidenceLine): string {
  const end = text.indexOf('): ');
  return kind === 'unattested' && end > 0 ? `${text.slice(end + 3)} ${text.slice(0, end + 1)}` : text;
}
