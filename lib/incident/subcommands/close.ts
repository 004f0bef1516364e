import { closeRefusals } from '../../../lambda/breach/domain/incident/close-guard';
import { closeIncident } from '../../../lambda/breach/use-cases/close-incident';
import { parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { confirmId } from '../confirm';
import { dayOf, startSession } from '../session';
import { tellStep, unknownCase } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/**
 * Closes a case of which nothing is owed any more, and locks its evidence.
 *
 * @see 45 CFR 164.414(b), 164.530(j)
 */
export const closeSubcommand: Subcommand = {
  name: 'close',
  summary: 'closes a case of which nothing is owed any more, and locks its evidence',
  synopsis: 'ID',
  details: `Refused with every paragraph that stands against it: an obligation that is open, a factor that documents nothing. Every
object of evidence is locked for 2192 days from the closing; nobody can shorten that.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident close', args, COMMON_OPTIONS);
    const id = caseId(positionals);
    const session = startSession(values, tools, 'writes');
    const desk = await session.desk();
    const incident = await desk.store.get(id);
    if (incident === undefined) throw unknownCase();
    if (incident.state === 'open' && closeRefusals(incident, dayOf(desk)).length === 0) {
      const what = `${id} will be closed, and its evidence locked for six years: nobody can shorten that.`;
      await confirmId(id, what, session);
    }
    const outcome = await closeIncident(id, desk.by, desk);
    return tellStep(outcome, { command: 'close', done: 'Closed; the evidence is locked.' }, session, desk);
  },
};
