import { CONTAINMENT_KINDS } from '../../../lambda/breach/domain/containment/containment-kinds';
import { workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import { UsageError } from '../../commands/command';
import { oneOf, parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { confirmId } from '../confirm';
import { containTarget, onTarget } from '../contain-target';
import { MOST, reviewOptional } from '../review-text';
import { startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

/** Each way of containing has options of its own. */
const WAYS = ['action', 'undo', 'done'] as const;

/**
 * Contains an incident by an action that the environment approved in advance, shows it first, and takes it back.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export const containSubcommand: Subcommand = {
  name: 'contain',
  summary: 'contains an incident: a dry run first, then the action, its undo, or the mark that it is done',
  synopsis:
    'ID --action ACTION --target TARGET [--apply] | --undo ACTION-ID --target TARGET | --done [--how TEXT]',
  details: `  --action ACTION    ${CONTAINMENT_KINDS.slice(0, 3).join(', ')},
                     ${CONTAINMENT_KINDS.slice(3).join(', ')}; only what the environment switched on
  --target TARGET    the name or ARN of what it is taken on: the register keeps a token of it alone
  --confirm-target   that a target is meant which the case does not name
  --apply            takes the action; without it nothing is changed, and what would be is shown
  --undo ACTION-ID   puts back what an action changed, from the evidence of before
  --done             marks the incident as contained: what happens later is a new one
  --how TEXT         how, in a few words without names of people

Where an action was cut short, run it again: it goes on with what was there before it.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident contain', args, {
      ...COMMON_OPTIONS,
      action: { type: 'string' },
      target: { type: 'string' },
      'confirm-target': { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      undo: { type: 'string' },
      done: { type: 'boolean', default: false },
      how: { type: 'string' },
    });
    const id = caseId(positionals);
    const { action, target, undo, done, how, apply } = values;
    const ways = WAYS.filter((way) => ({ action, undo, done: done || undefined })[way] !== undefined);
    if (ways.length !== 1) {
      throw new UsageError(
        `one of --action, --undo and --done must be given, got: ${ways.length === 0 ? 'none' : ways.join(' and ')}`,
      );
    }
    const session = startSession(values, tools, action !== undefined && !apply ? 'reads' : 'writes');
    if (done) {
      const text = await reviewOptional('how', how, MOST.reason, session);
      const desk = await session.desk();
      const outcome = await workOnCase(id, { step: 'contained', how: text }, desk.by, desk);
      return tellStep(outcome, { command: 'contain', done: 'Marked as contained.' }, session, desk);
    }
    if (target === undefined || target === '') throw new UsageError("'--target' must be given, got: nothing");
    if (action !== undefined) {
      const kind = oneOf('--action', CONTAINMENT_KINDS, action);
      return await containTarget(id, { kind, target, confirmed: values['confirm-target'] }, apply, session);
    }
    const desk = await session.desk();
    await confirmId(id, 'What the action changed will be put back as it was before.', session);
    const outcome = await onTarget(() => desk.containment.undo(id, undo ?? '', target));
    return tellStep(outcome, { command: 'contain', done: 'Put back as it was before.' }, session, desk);
  },
};
