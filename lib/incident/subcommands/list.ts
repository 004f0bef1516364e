import { ALERT_CHANNELS } from '../../../lambda/breach/domain/alerts/outbox-message';
import { CASE_STATES, type CaseState } from '../../../lambda/breach/domain/incident/incident';
import { UsageError } from '../../commands/command';
import { oneOf, parseOptions } from '../../commands/parse-options';
import { printable } from '../../report/printable';
import { readPage } from '../case-pages';
import { caseSummary } from '../case-summary';
import { COMMON_OPTIONS, civilDateIn } from '../common-options';
import { renderList } from '../render-list';
import { dayOf, startSession } from '../session';
import type { Subcommand } from '../subcommand';

const SEVERITIES = ALERT_CHANNELS.filter((channel) => channel !== 'escalation');

/** With every state, what has to be worked on comes first. */
const ORDER: readonly CaseState[] = ['open', 'review', 'closed', 'dismissed', 'linked'];

/** Most cases of a page. */
const MOST = 100;

/** Lists cases, the one that changed last first, each with its next date. */
export const listSubcommand: Subcommand = {
  name: 'list',
  summary: 'lists cases with the next date of each',
  synopsis:
    '[--state STATE] [--severity S] [--due-within DAYS] [--overdue] [--since DATE] [--limit N] [--cursor C]',
  details: `  --state STATE        open (default), review, closed, dismissed, linked or all
  --severity S         critical, high, medium or low
  --due-within DAYS    only where something is due within so many days, or overdue
  --overdue            only where something is overdue
  --since DATE         only what changed on this day (UTC) or later
  --limit N            cases of a page, 1 to ${MOST} (default: 25)
  --cursor C           the next page, as the page before named it

The case that changed last comes first.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident list', args, {
      ...COMMON_OPTIONS,
      state: { type: 'string', default: 'open' },
      severity: { type: 'string' },
      'due-within': { type: 'string' },
      overdue: { type: 'boolean', default: false },
      since: { type: 'string' },
      limit: { type: 'string', default: '25' },
      cursor: { type: 'string' },
    });
    const [surplus] = positionals;
    if (surplus !== undefined) {
      throw new UsageError(`'incident list' must stand without a name, got: '${printable(surplus)}'`);
    }
    const session = startSession(values, tools, 'reads');
    const { severity, overdue, cursor, since } = values;
    const filter = {
      states: statesOf(values.state),
      severity: severity === undefined ? undefined : oneOf('--severity', SEVERITIES, severity),
      dueWithin: overdue ? -1 : wholeNumber('--due-within', values['due-within'], 0, 3650),
      updatedSince: since === undefined ? undefined : `${civilDateIn('--since', since)}T00:00:00.000Z`,
    };
    const limit = wholeNumber('--limit', values.limit, 1, MOST) ?? MOST;
    const desk = await session.desk();
    const asOf = dayOf(desk);
    const page = await readPage(desk.store, { ...filter, limit, cursor, asOf });
    const incidents = page.incidents.map((incident) => caseSummary(incident, asOf));
    session.write(
      {
        schemaVersion: 1,
        command: 'incident list',
        environment: session.environment,
        asOf,
        state: values.state,
        incidents,
        cursor: page.cursor,
      },
      renderList(incidents, page.cursor, { asOf, state: values.state, layout: session.surroundings.layout }),
    );
    return 0;
  },
};

function statesOf(value: string): readonly CaseState[] {
  const state = oneOf('--state', [...CASE_STATES, 'all'] as const, value);
  return state === 'all' ? ORDER : [state];
}

function wholeNumber(
  option: string,
  value: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new UsageError(
      `'${option}' must be a whole number from ${least} to ${most}, got: '${printable(value)}'`,
    );
  }
  return number;
}
