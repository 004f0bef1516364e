import { parseOptions } from '../../commands/parse-options';
import { caseView } from '../case-view';
import { COMMON_OPTIONS } from '../common-options';
import { readEntries, shownEntry } from '../entries';
import { CASE_LIMIT, renderCase } from '../render-case';
import { renderChain, renderTimeline } from '../render-timeline';
import { dayOf, startSession } from '../session';
import { unknownCase } from '../step';
import { caseId, type Subcommand } from '../subcommand';
import { verifyCase } from '../verify-case';

/** Shows a case whole: what is known, what is owed and when, its timeline, and whether that is intact. */
export const showSubcommand: Subcommand = {
  name: 'show',
  summary: 'shows a case: what is owed and when, its timeline, whether it is intact',
  synopsis: 'ID',
  details: 'Ends with 1 where the timeline was altered.',
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident show', args, COMMON_OPTIONS);
    const id = caseId(positionals);
    const session = startSession(values, tools, 'reads');
    const desk = await session.desk();
    const incident = await desk.store.get(id);
    if (incident === undefined) throw unknownCase();
    const asOf = dayOf(desk);
    const entries = await readEntries(desk.store, incident);
    const chain = verifyCase(entries, incident.head);
    const view = caseView(incident, asOf);
    const timeline = entries.map(shownEntry);
    const { layout } = session.surroundings;
    session.write(
      {
        schemaVersion: 1,
        command: 'incident show',
        environment: session.environment,
        asOf,
        limit: CASE_LIMIT,
        incident: view,
        chain,
        timeline,
      },
      [
        renderCase(view, asOf, layout),
        renderTimeline(timeline, layout),
        renderChain(chain, layout),
        `${CASE_LIMIT}\n`,
      ].join('\n'),
    );
    return chain.verdict === 'intact' ? 0 : 1;
  },
};
