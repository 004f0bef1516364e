import { isObligationId } from '../../../lambda/breach/domain/deadlines/obligation-ids';
import { workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { printable } from '../../report/printable';
import { answerTo } from '../answer';
import { COMMON_OPTIONS } from '../common-options';
import { confirmId } from '../confirm';
import { MOST, reviewText } from '../review-text';
import { startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/** Records that a duty of which no rule tells is not owed. @see 45 CFR 164.414(b) */
export const settleSubcommand: Subcommand = {
  name: 'settle',
  summary: 'records why an obligation without a modelled rule is not owed',
  synopsis: 'ID OBLIGATION [--basis TEXT]',
  details: `  OBLIGATION     one with the status check, like state:WY:not-modelled
  --basis TEXT   why it is not owed, and who found so, without names of people

What is known to be owed cannot be settled: it has to be sent.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident settle', args, {
      ...COMMON_OPTIONS,
      basis: { type: 'string' },
    });
    const [first = '', obligation, ...surplus] = positionals;
    const id = caseId([first, ...surplus]);
    if (obligation === undefined || !isObligation(obligation)) {
      throw new UsageError(
        `OBLIGATION must be one of the case, like state:WY:not-modelled (hipaa incident show lists them), got: ${obligation === undefined ? 'nothing' : `'${printable(obligation.slice(0, 80))}'`}`,
      );
    }
    const session = startSession(values, tools, 'writes');
    const question = 'Why is it not owed, and which role found so? Without names of people:';
    const text = await answerTo(
      { option: '--basis', given: values.basis, question, read: (answer) => answer },
      session,
    );
    const basis = await reviewText({ field: 'basis', text, most: MOST.basis }, session);
    const desk = await session.desk();
    await confirmId(id, `${obligation} of ${id} will stand as not owed.`, session);
    const outcome = await workOnCase(id, { step: 'settle', id: obligation, basis }, desk.by, desk);
    return tellStep(outcome, { command: 'settle', done: `${obligation} is settled.` }, session, desk);
  },
};

function isObligation(text: string): boolean {
  return isObligationId(text);
}
