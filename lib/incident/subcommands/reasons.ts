import { type CaseStep, workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { parseOptions } from '../../commands/parse-options';
import { answerTo } from '../answer';
import { COMMON_OPTIONS } from '../common-options';
import { MOST, reviewText } from '../review-text';
import { startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/** A step that takes a text and nothing else. */
interface ReasonRow {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  readonly option: 'reason' | 'text';
  readonly question: string;
  readonly done: string;
  readonly step: (text: string) => CaseStep;
}

const ROWS: readonly ReasonRow[] = [
  {
    name: 'note',
    summary: 'adds a note to a case',
    details: 'A note cannot be taken back; it goes into the case file.',
    option: 'text',
    question: 'What is to be remembered? Without names of people:',
    done: 'Noted.',
    step: (text) => ({ step: 'note', text }),
  },
  {
    name: 'promote',
    summary: 'makes a review an incident',
    details: 'Its day of discovery stays; the people who are on duty are told.',
    option: 'reason',
    question: 'Why is it an incident? Without names of people:',
    done: 'It is an incident now; the people who are on duty are told.',
    step: (reason) => ({ step: 'promote', reason }),
  },
  {
    name: 'dismiss',
    summary: 'ends a review that needs nothing more',
    details: 'It can be promoted later.',
    option: 'reason',
    question: 'Why does it need nothing more? Without names of people:',
    done: 'Dismissed.',
    step: (reason) => ({ step: 'dismiss', reason }),
  },
  {
    name: 'reopen',
    summary: 'takes up a closed incident again',
    details: 'What was locked stays locked.',
    option: 'reason',
    question: 'Why is it taken up again? Without names of people:',
    done: 'Open again.',
    step: (reason) => ({ step: 'reopen', reason }),
  },
];

/** Steps for which a person says why. */
export const REASON_SUBCOMMANDS: readonly Subcommand[] = ROWS.map(
  ({ name, summary, details, option, question, done, step }) => ({
    name,
    summary,
    synopsis: `ID [--${option} TEXT]`,
    details: `  --${option} TEXT   without names of people, at most ${MOST.reason} characters; asked for at a terminal\n\n${details}`,
    run: async (args, tools) => {
      const { values, positionals } = parseOptions(`incident ${name}`, args, {
        ...COMMON_OPTIONS,
        [option]: { type: 'string' },
      });
      const id = caseId(positionals);
      const session = startSession(values, tools, 'writes');
      const value: unknown = Reflect.get(values, option);
      const given = typeof value === 'string' ? value : undefined;
      const text = await answerTo(
        { option: `--${option}`, given, question, read: (answer) => answer },
        session,
      );
      const kept = await reviewText({ field: option, text, most: MOST.reason }, session);
      const desk = await session.desk();
      return tellStep(
        await workOnCase(id, step(kept), desk.by, desk),
        { command: name, done },
        session,
        desk,
      );
    },
  }),
);
