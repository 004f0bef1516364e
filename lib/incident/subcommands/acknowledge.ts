import { workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/** Says that somebody is at a case: its alerts go no further up. */
export const acknowledgeSubcommand: Subcommand = {
  name: 'acknowledge',
  summary: 'says that you are at it: nobody else is called',
  synopsis: 'ID',
  details: 'Ends the escalation of the case. Again is no change.',
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident acknowledge', args, COMMON_OPTIONS);
    const id = caseId(positionals);
    const session = startSession(values, tools, 'writes');
    const desk = await session.desk();
    const outcome = await workOnCase(id, { step: 'acknowledge' }, desk.by, desk);
    return tellStep(outcome, { command: 'acknowledge', done: 'Acknowledged.' }, session, desk);
  },
};
