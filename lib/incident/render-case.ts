import { reportRow } from '../../lambda/breach/domain/incident/report-types';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { tone } from '../report/color';
import { type Layout, paragraph } from '../report/paragraph';
import { printable } from '../report/printable';
import type { CaseView, ObligationView } from './case-view';
import { dayWords, instantWords } from './date-words';

/** The one line that stands below a case. */
export const CASE_LIMIT =
  'Technical record, not legal advice: dates are outer limits, and notice is due without unreasonable delay.';

const INDENT = '  ';
const HANGING = '    ';

/** A case for the person who works on it: what it is, when everything is due, what has been done and what is missing. */
export function renderCase(view: CaseView, asOf: CivilDate, layout: Layout): string {
  const heading = (text: string) => tone(text, 'heading', layout.color);
  const line = (text: string) => paragraph(printable(text), INDENT, HANGING, layout);
  const rows = (pairs: readonly (readonly [string, string | null])[]) =>
    pairs.flatMap(([name, value]) => (value === null ? [] : [line(`${name}: ${value}`)]));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [heading(view.id), [line(`${view.severity.toUpperCase()}, ${stateWords(view)}: ${view.title}.`)]],
    [heading('What is known'), rows(knownRows(view, asOf))],
    [heading('What is owed'), owedLines(view, asOf, line, layout)],
    [heading('What was done'), rows(doneRows(view))],
    ...(view.state === 'open'
      ? [
          [
            heading('Before it can be closed'),
            view.againstClosing.length === 0
              ? [line('Nothing stands against it.')]
              : view.againstClosing.map(({ reason, citation }) => line(refusalWords(reason, citation))),
          ] as const,
        ]
      : []),
  ];
  return `${sections.map(([title, lines]) => [title, ...lines].join('\n')).join('\n\n')}\n`;
}

/** A reason with its paragraph. */
export function refusalWords(reason: string, citation: string | null): string {
  return citation === null ? reason : `${reason} (${citation})`;
}

function stateWords({ state, linkedTo }: CaseView): string {
  return state === 'linked' ? `carried on in ${linkedTo}` : state;
}

function knownRows(view: CaseView, asOf: CivilDate): readonly (readonly [string, string | null])[] {
  const { subject, happenedAt, occurredOn, discoveredAt, dayZero, reported } = view;
  const states = view.affected.map(({ jurisdiction, count }) => `${jurisdiction} ${count ?? 'unknown'}`);
  return [
    ['Reported as', reported === null ? null : reportWords(reported)],
    ['Account', subject.account],
    ['Region', subject.region],
    ['Resource', subject.resource],
    ['Who', subject.actor],
    ['Happened', happenedAt === null ? (occurredOn ?? 'not known') : instantWords(happenedAt)],
    ['Discovered', discoveredWords(discoveredAt)],
    ['Day 0', `${dayZero} (${dayWords(dayZero, asOf)})`],
    ['Affected', states.length === 0 ? 'not known: taken as 500 or more' : states.join(', ')],
    ['Information', view.phiTypes.length === 0 ? 'not known' : view.phiTypes.join(', ')],
    ['Signals', view.signals.map(({ signal, count }) => `${signal} × ${count}`).join(', ') || null],
    ['Carries on', view.linkedFrom.join(', ') || null],
    ['Earlier case', view.relatedTo],
  ];
}

/** Of what a person reports only the day may be known. */
function discoveredWords(instant: string): string {
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instantWords(instant);
}

function reportWords(reported: string): string {
  return `${reported} (${reportRow(reported as Parameters<typeof reportRow>[0]).title})`;
}

function owedLines(
  view: CaseView,
  asOf: CivilDate,
  line: (text: string) => string,
  layout: Layout,
): readonly string[] {
  const { notABreach, obligations, conditional, holds } = view;
  const held = holds.map(
    ({ kind, statedOn, until }) =>
      `Law enforcement asked for a delay (${kind}, ${statedOn}${until === null ? '' : `, until ${until}`}; 45 CFR 164.412).`,
  );
  const conditions = conditional.map(
    ({ id, due, left, condition, citation }) =>
      `${due ?? 'no date'}, ${left}: ${id}, ${condition} (${citation})`,
  );
  return [
    line(
      notABreach === null
        ? `A breach is presumed (45 CFR 164.402). As of ${asOf}:`
        : `No HIPAA notice is owed while this stands: ${notABreach}.`,
    ),
    ...obligations.map((owed) =>
      tone(line(obligationWords(owed)), owed.status === 'overdue' ? 'bad' : 'faint', isToned(owed, layout)),
    ),
    ...[...conditions, ...held].map(line),
  ];
}

/** What needs nobody any more is faint, what is late stands out. */
function isToned({ status }: ObligationView, { color }: Layout): boolean {
  return color && (status === 'overdue' || status === 'sent' || status === 'settled');
}

function obligationWords({ due, left, status, key, recipient, citation, notBefore }: ObligationView): string {
  const when = left ?? (status === 'check' ? 'find out whether it is owed' : status);
  const held = notBefore === null || status === 'sent' ? '' : `, not before ${notBefore}`;
  return `${due ?? 'no date'}, ${when}${held}: ${key}, to ${recipient} (${citation})`;
}

function doneRows(view: CaseView): readonly (readonly [string, string | null])[] {
  const { acknowledged, contained, assessed, sent, closed } = view;
  return [
    ['Acknowledged', acknowledged === null ? 'no' : instantWords(acknowledged.at)],
    ['Contained', contained === null ? 'not marked' : instantWords(contained.at)],
    ...view.containment.map(
      ({ kind, id, state, target }) => [`Action ${kind}`, `${state}, ${id}, on ${target}`] as const,
    ),
    ['Assessed', assessed === null ? 'no' : `${assessed.outcome}, ${instantWords(assessed.at)}`],
    ['Missing in it', assessed === null ? null : assessed.missing.join(', ') || null],
    ['Sent', sent.map(({ id, on }) => `${id} on ${on}`).join(', ') || 'nothing'],
    ['Closed', closed === null ? null : `${instantWords(closed.at)}, kept until ${closed.retainUntil}`],
  ];
}
