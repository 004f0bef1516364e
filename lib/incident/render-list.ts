import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { tone } from '../report/color';
import type { Layout } from '../report/paragraph';
import { plural } from '../report/plural';
import type { CaseSummary } from './case-summary';
import { dayWords } from './date-words';

/** How a list is laid out, and what it is of. */
export interface ListContext {
  readonly asOf: CivilDate;
  readonly state: string;
  readonly layout: Layout;
}

/** Cases as a table, or as short lines where the terminal is narrow; a pipe gets the short lines. */
export function renderList(
  cases: readonly CaseSummary[],
  cursor: string | null,
  { asOf, state, layout }: ListContext,
): string {
  const title = `${plural(cases.length, 'case')}, ${state === 'all' ? 'every state' : state}, ${asOf}`;
  return `${[
    tone(title, 'heading', layout.color),
    ...((state === 'all' || cases.length === 0 ? undefined : table(cases, layout)) ??
      cases.map((one) => card(one, asOf, layout))),
    ...(cursor === null ? [] : ['There may be more:', `  --cursor ${cursor}`]),
  ].join('\n')}\n`;
}

const HEAD = ['case', 'severity', 'day 0', 'next date', 'stage'] as const;

/** Undefined where a line of it would not fit. */
function table(cases: readonly CaseSummary[], { columns, color }: Layout): readonly string[] | undefined {
  const rows = cases.map((one) => [one.id, one.severity, one.dayZero, dueWords(one), stage(one)]);
  const widths = HEAD.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const [head = '', ...lines] = [HEAD, ...rows].map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return columns === null || [head, ...lines].some(({ length }) => length > columns)
    ? undefined
    : [tone(head, 'faint', color), ...lines.map((text, row) => late(cases[row], text, color))];
}

/** How far the work has got, in a word. */
function stage({ state, acknowledged, contained, assessed }: CaseSummary): string {
  if (state !== 'open') return state;
  return assessed ?? (contained ? 'contained' : acknowledged ? 'acknowledged' : 'unanswered');
}

function card(one: CaseSummary, asOf: CivilDate, layout: Layout): string {
  const what = one.signal ?? one.reported ?? 'not judged';
  return [
    tone(one.id, 'heading', layout.color),
    `  ${one.severity.toUpperCase()}, ${one.state}: ${what}`,
    `  day 0: ${one.dayZero} (${dayWords(one.dayZero, asOf)})`,
    ...(one.state === 'open' ? [late(one, `  next: ${dueWords(one)}`, layout.color), `  ${marks(one)}`] : []),
    ...(one.linkedTo === null ? [] : [`  carried on in ${one.linkedTo}`]),
  ].join('\n');
}

/** The key first: `individual-notice, 17 days left`. */
function dueWords({ next, openObligations }: CaseSummary): string {
  if (next === null)
    return openObligations === 0 ? 'nothing owed' : `${openObligations} to look into, no date`;
  return `${next.key}, ${next.left}`;
}

function marks({ acknowledged, contained, assessed }: CaseSummary): string {
  return [
    acknowledged ? 'acknowledged' : 'not acknowledged',
    ...(contained ? ['contained'] : []),
    assessed === null ? 'not assessed' : assessed,
  ].join(', ');
}

function late(one: CaseSummary | undefined, text: string, color: boolean): string {
  return one?.next?.status === 'overdue' ? tone(text, 'bad', color) : text;
}
