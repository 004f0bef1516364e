import { canonicalJson } from '../../../shared/audit-chain/canonical-json';
import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { caseWords } from '../alerts/case-words';
import { daysLeft } from '../alerts/days-left';
import { computeDeadlines, type DeadlinesResult } from '../deadlines/compute-deadlines';
import { currentObligations } from '../incident/close-guard';
import type { Incident } from '../incident/incident';
import { obligationKey } from '../incident/obligation-key';
import type { TimelineEntry } from '../register/timeline-entry';
import { assessmentSection, holdsSection, sendingsSection } from './case-sections';
import { type TimelineLine, timelineLine } from './timeline-line';

/** The one line that travels with every case file. */
const CASE_FILE_LIMIT =
  'Technical record, not legal advice: it shows what was recorded, not whether that is true; the entity has the burden of proof (45 CFR 164.414(b)).';

/** A case on paper: for people, for machines, and the chain itself, which anybody can verify. */
export interface CaseFile {
  readonly markdown: string;
  readonly json: string;
  /** One chain record a line: `hipaa audit verify` reads it. */
  readonly timeline: string;
}

/** The most entries that the Markdown lists; the timeline has all of them. */
const MAX_LISTED = 500;

/**
 * The case file as of a day. The same case and the same day give the same bytes.
 *
 * @see 45 CFR 164.530(j)
 */
export function caseFile(incident: Incident, entries: readonly TimelineEntry[], asOf: CivilDate): CaseFile {
  const deadlines = {
    ...computeDeadlines({ ...incident.facts, asOf }),
    obligations: currentObligations(incident, asOf),
  };
  const lines = entries.map(timelineLine);
  return {
    markdown: markdownOf(incident, deadlines, lines, asOf),
    json: `${canonicalJson(plain({ schemaVersion: 1, limit: CASE_FILE_LIMIT, asOf, incident, deadlines, timeline: lines.map(({ record }) => record) }))}\n`,
    timeline: entries.map(({ line }) => `${line}\n`).join(''),
  };
}

function markdownOf(
  incident: Incident,
  deadlines: DeadlinesResult,
  lines: readonly TimelineLine[],
  asOf: CivilDate,
): string {
  const { title, citations } = caseWords(incident);
  const { subject, assessed, closed, contained, acknowledged } = incident;
  const shown = lines.slice(0, MAX_LISTED);
  return `${[
    `> ${CASE_FILE_LIMIT}`,
    `# Case ${incident.id}`,
    `${title}. As of ${asOf}.`,
    table([
      ['State', incident.state],
      ['Severity', incident.severity],
      ['Signal', incident.signal ?? incident.reported ?? 'none'],
      ['Safeguards', citations.map((citation) => `45 CFR ${citation}`).join(', ')],
      ['Account', subject.account ?? 'not told'],
      ['Region', subject.region ?? 'not told'],
      ['Resource', subject.resource ?? 'not told'],
      ['Who', subject.actor ?? 'not told'],
      ['Happened', incident.happenedAt ?? incident.facts.occurredOn ?? 'not known'],
      ['Discovered', `${incident.discoveredAt}; day 0 is ${deadlines.dayZero}`],
      ['Acknowledged', acknowledged?.at ?? 'no'],
      ['Contained', contained?.at ?? 'not marked'],
      ['Assessed', assessed === null ? 'no: a breach is presumed' : `${assessed.outcome}, ${assessed.at}`],
      ['Closed', closed === null ? 'no' : `${closed.at}; kept until ${closed.retainUntil}`],
      ['Carries on', incident.linkedFrom.join(', ') || 'none'],
      ['Carried on in', incident.linkedTo ?? 'none'],
    ]),
    '## Obligations',
    deadlines.notABreach === null
      ? 'A breach is presumed.'
      : `No HIPAA notice is owed while this stands: ${deadlines.notABreach}.`,
    obligationsTable(deadlines, incident, asOf),
    '## Assessment',
    ...assessmentSection(lines),
    '## Notices sent',
    ...sendingsSection(lines),
    '## Holds by law enforcement',
    ...holdsSection(lines),
    '## Timeline',
    'Each entry is a record of a hash chain; its hash is that of the record in the timeline file.',
    [
      '| seq | at (UTC) | entry | by | hash |',
      '|---|---|---|---|---|',
      ...shown.map(
        (line) => `| ${line.seq} | ${line.at} | ${line.words} | ${line.by} | \`${line.hash.slice(0, 16)}\` |`,
      ),
    ].join('\n'),
    ...(lines.length > shown.length
      ? [`${lines.length - shown.length} further entries stand in the timeline file.`]
      : []),
    `Newest record: seq ${incident.head.seq}, hash \`${incident.head.hash}\`.`,
  ].join('\n\n')}\n`;
}

function obligationsTable({ obligations }: DeadlinesResult, { settled }: Incident, asOf: CivilDate): string {
  if (obligations.length === 0) {
    return 'None.';
  }
  return [
    '| obligation | due | status | citation |',
    '|---|---|---|---|',
    ...obligations.map((owed) => {
      const key = obligationKey(owed);
      const found = settled.find(({ id }) => id === key);
      const status = found === undefined ? owed.status : `not owed: found ${found.at}`;
      const left = owed.due === null || owed.status === 'sent' ? '' : ` (${daysLeft(owed.due, asOf)})`;
      return `| ${key} | ${owed.due ?? 'no date'}${left} | ${status} | ${owed.citation} |`;
    }),
  ].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
