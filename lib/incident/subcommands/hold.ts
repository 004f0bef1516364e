import { workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { answerTo, choiceOf, dateOr, optionalDate } from '../answer';
import { COMMON_OPTIONS } from '../common-options';
import { confirmId } from '../confirm';
import { MOST, reviewOptional } from '../review-text';
import { dayOf, startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/**
 * Records that law enforcement asked for a delay.
 *
 * @see 45 CFR 164.412
 */
export const holdSubcommand: Subcommand = {
  name: 'hold',
  summary: 'records that law enforcement asked for a delay of notices',
  synopsis: 'ID --kind written|oral --stated-on DATE [--until DATE] [--official TEXT]',
  details: `  --kind KIND        written, or oral: an oral one holds for 30 days at most
  --stated-on DATE   the day of the statement
  --until DATE       the first day on which notice is allowed again; unknown where a written statement names none
  --official TEXT    the office that made it; an oral statement has to be documented with its official

At a terminal it asks for what was not given. It cannot be taken back: state another one that replaces it.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident hold', args, {
      ...COMMON_OPTIONS,
      kind: { type: 'string' },
      'stated-on': { type: 'string' },
      until: { type: 'string' },
      official: { type: 'string' },
    });
    const id = caseId(positionals);
    const session = startSession(values, tools, 'writes');
    const { dialogue } = session;
    const read = choiceOf('--kind', ['written', 'oral']);
    const kind = await answerTo(
      { option: '--kind', given: values.kind, question: 'Is it written or oral?', read },
      session,
    );
    const stated = values['stated-on'];
    if (stated === undefined && !dialogue.interactive) {
      throw new UsageError("'--stated-on' must be given where nobody can be asked, got: nothing");
    }
    if (stated !== undefined) optionalDate('--stated-on')(stated);
    if (values.until !== undefined) optionalDate('--until')(values.until);
    const desk = await session.desk();
    const today = dayOf(desk);
    const statedOn = await answerTo(
      {
        option: '--stated-on',
        given: stated,
        question: `On which day was it stated? (YYYY-MM-DD, Enter for ${today})`,
        read: dateOr('--stated-on', today),
      },
      session,
    );
    const ask = dialogue.interactive && !session.yes;
    const until =
      values.until === undefined && !ask
        ? null
        : await answerTo(
            {
              option: '--until',
              given: values.until,
              question: 'From which day on is notice allowed again? (YYYY-MM-DD, Enter where it names none)',
              read: optionalDate('--until'),
            },
            session,
          );
    const words =
      values.official ?? (ask ? await dialogue.ask('Which office made it? (Enter for nothing)') : undefined);
    const official = await reviewOptional('official', words, MOST.official, session);
    await confirmId(
      id,
      `Notices of ${id} will be held by law enforcement; this cannot be taken back.`,
      session,
    );
    const hold = { kind, statedOn, until, official };
    const outcome = await workOnCase(id, { step: 'hold', hold }, desk.by, desk);
    return tellStep(
      outcome,
      { command: 'hold', done: 'The hold is recorded; the dates follow it.' },
      session,
      desk,
    );
  },
};
