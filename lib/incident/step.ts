import type { CaseOutcome } from '../../lambda/breach/use-cases/change-case';
import type { ExitCode } from '../commands/command';
import { UsageError } from '../commands/command';
import { tone } from '../report/color';
import { caseView } from './case-view';
import type { Desk } from './desk';
import { refusalWords, renderCase } from './render-case';
import { dayOf, type Session } from './session';

/** What is told of a step beside the case. */
export interface StepResult {
  /** The name of the subcommand. */
  readonly command: string;
  /** What was done, one sentence. */
  readonly done: string;
  /** Further fields of the JSON document. @default none */
  readonly more?: Readonly<Record<string, unknown>>;
}

/**
 * Tells what came of a step: the case as it stands now with 0, or every reason against the step with 1.
 *
 * @throws UsageError where there is no such case
 */
export function tellStep(
  outcome: CaseOutcome,
  { command, done, more = {} }: StepResult,
  session: Session,
  desk: Desk,
): ExitCode {
  const asOf = dayOf(desk);
  const base = { schemaVersion: 1, command: `incident ${command}`, environment: session.environment, asOf };
  const { layout } = session.surroundings;
  if (outcome.outcome === 'unknown') throw unknownCase();
  if (outcome.outcome === 'refused') {
    const { refusals } = outcome;
    session.write(
      { ...base, outcome: 'refused', refusals, ...more },
      `${[
        tone('REFUSED, nothing was recorded:', 'bad', layout.color),
        ...refusals.map(({ reason, citation }) => `  ${refusalWords(reason, citation)}`),
      ].join('\n')}\n`,
    );
    return 1;
  }
  const view = caseView(outcome.incident, asOf);
  session.write(
    { ...base, outcome: 'done', incident: view, ...more },
    `${tone(done, 'good', layout.color)}\n\n${renderCase(view, asOf, layout)}`,
  );
  return 0;
}

/** The error for an id that no case has. */
export function unknownCase(): UsageError {
  return new UsageError('ID must be the id of a case of this environment (hipaa incident list shows them)');
}
