import { linkIncidents } from '../../../lambda/breach/use-cases/link-incidents';
import { parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { confirmId } from '../confirm';
import { startSession } from '../session';
import { tellStep, unknownCase } from '../step';
import { caseIds, type Subcommand } from '../subcommand';

/**
 * Carries one case on in another.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export const linkSubcommand: Subcommand = {
  name: 'link',
  summary: 'carries a case on in another, with the earliest discovery of both',
  synopsis: 'FROM INTO',
  details: `People are added up. What was sent for one case is not taken as sent for both, holds are stated again, and an
assessment that found no breach is void. This cannot be undone.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident link', args, COMMON_OPTIONS);
    const [from = '', into = ''] = caseIds(positionals, 'FROM', 'INTO');
    const session = startSession(values, tools, 'writes');
    const desk = await session.desk();
    if ((await desk.store.get(from)) === undefined || (await desk.store.get(into)) === undefined) {
      throw unknownCase();
    }
    await confirmId(from, `${from} will be carried on in ${into}, and cannot be taken out again.`, session);
    const outcome = await linkIncidents(from, into, desk.by, desk);
    return tellStep(
      outcome,
      { command: 'link', done: `${from} is carried on here.`, more: { from, into } },
      session,
      desk,
    );
  },
};
