import { parseFacts } from '../../../lambda/breach/domain/deadlines/facts';
import { workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { FACT_HELP, FACT_OPTIONS, factsOf, reviewPhiTypes } from '../facts-input';
import { reading, readJson } from '../read-json';
import { dayOf, startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/**
 * Sets facts of a case: its dates follow.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export const factsSubcommand: Subcommand = {
  name: 'facts',
  summary: 'sets what was found out: people by State, types of information, dates',
  synopsis: 'ID [--affected STATES …] [--file FILE|-]',
  details: `${FACT_HELP}
  --file FILE           the same as a JSON object, as in docs/deadlines.md

What is given replaces what the case has of it. Day 0 never moves later.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident facts', args, {
      ...COMMON_OPTIONS,
      ...FACT_OPTIONS,
      file: { type: 'string' },
    });
    const id = caseId(positionals);
    const session = startSession(values, tools, 'writes');
    const written = values.file === undefined ? {} : await readJson(values.file, session.surroundings);
    const given: Readonly<Record<string, unknown>> = { ...written, ...factsOf(values) };
    if (Object.keys(given).length === 0) {
      throw new UsageError(
        'a fact must be given, like --affected CA=300 (hipaa incident facts --help lists them)',
      );
    }
    const desk = await session.desk();
    const today = dayOf(desk);
    // What cannot be in any case is bad input, and no refusal of this one.
    reading(() =>
      parseFacts({ role: desk.settings.role, discoveredOn: today, affected: [], ...given, asOf: today }),
    );
    const facts =
      given.phiTypes === undefined
        ? given
        : { ...given, phiTypes: await reviewPhiTypes(given.phiTypes, session) };
    const outcome = await workOnCase(id, { step: 'facts', facts }, desk.by, desk);
    return tellStep(outcome, { command: 'facts', done: 'The facts are set.' }, session, desk);
  },
};
