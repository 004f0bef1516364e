import type { ContainmentPlan, ContainmentRequest } from '../../lambda/breach/use-cases/contain-incident';
import { type ExitCode, UsageError } from '../commands/command';
import { tone } from '../report/color';
import { confirmId } from './confirm';
import { refusalWords } from './render-case';
import { dayOf, type Session } from './session';
import { tellStep, unknownCase } from './step';

/** Shows what an action would change; takes it only where that is asked for and confirmed. */
export async function containTarget(
  id: string,
  request: ContainmentRequest,
  apply: boolean,
  session: Session,
): Promise<ExitCode> {
  const desk = await session.desk();
  const plan = await onTarget(() => desk.containment.plan(id, request));
  if (plan.outcome === 'unknown') throw unknownCase();
  if (plan.outcome !== 'planned') {
    return tellStep(plan, { command: 'contain', done: 'Done.' }, session, desk);
  }
  if (!apply || plan.refusals.length > 0) return tellPlan(id, request, plan, session, dayOf(desk));
  for (const change of plan.changes) session.dialogue.tell(`  ${change}`);
  const what =
    plan.changes.length === 0
      ? 'It is contained already; the register will say so.'
      : `${request.kind} will change that; it can be undone.`;
  await confirmId(id, what, session);
  const outcome = await onTarget(() => desk.containment.apply(id, request));
  const more = { action: request.kind, changes: plan.changes };
  return tellStep(outcome, { command: 'contain', done: `${request.kind} is done.`, more }, session, desk);
}

/** An action refuses a target that is not of its kind. @throws UsageError that says so, without the target */
export async function onTarget<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function tellPlan(
  id: string,
  { kind }: ContainmentRequest,
  { changes, refusals }: ContainmentPlan,
  session: Session,
  asOf: string,
): ExitCode {
  const { color } = session.surroundings.layout;
  const refused = refusals.length > 0;
  const { environment } = session;
  session.write(
    {
      schemaVersion: 1,
      command: 'incident contain',
      environment,
      asOf,
      outcome: refused ? 'refused' : 'planned',
      id,
      action: kind,
      changes,
      refusals,
    },
    `${[
      tone(`Dry run of ${kind}: nothing was changed.`, 'heading', color),
      ...(changes.length === 0 ? ['  Nothing would change.'] : changes.map((change) => `  ${change}`)),
      ...(refused ? [tone('It would be refused:', 'bad', color)] : []),
      ...refusals.map(({ reason, citation }) => `  ${refusalWords(reason, citation)}`),
      ...(refused ? [] : ['With --apply it is done.']),
    ].join('\n')}\n`,
  );
  return refused ? 1 : 0;
}
