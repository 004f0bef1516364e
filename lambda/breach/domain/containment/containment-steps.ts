import { accepted, type Decision, notIn, outOfOrder, type Refusal, refused } from '../incident/decision';
import type { Incident } from '../incident/incident';
import type { Names } from '../register/names';
import type { ContainmentKind } from './containment-kinds';
import { isNamedBy, referenceOf } from './target-reference';

/** The most actions of a case. */
const MAX_ACTIONS = 50;

/** `start`: nothing was begun yet. `resume`: it was begun, and nobody knows how it ended. `done`: it holds already. */
export type ContainmentStart =
  | { readonly outcome: 'start' | 'resume' | 'done' }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

/** Whether an action may be taken: switched on for the environment, on a target that the case names or somebody means. */
export function startContainment(
  incident: Incident,
  request: { readonly kind: ContainmentKind; readonly target: string; readonly confirmed: boolean },
  names: Names,
  enabled: ReadonlySet<ContainmentKind>,
): ContainmentStart {
  const wrong = notIn(['open'], incident);
  if (wrong?.outcome === 'refused') {
    return wrong;
  }
  const refusals = [
    ...(enabled.has(request.kind)
      ? []
      : [{ reason: `${request.kind} is not switched on in this environment`, citation: null }]),
    ...(request.confirmed ||
    isNamedBy([incident.subject.resource, incident.subject.actor], request.target, names)
      ? []
      : [{ reason: 'the case does not name this target: confirm that it is meant', citation: null }]),
    ...(incident.containment.length >= MAX_ACTIONS
      ? [{ reason: `'containment' must have at most ${MAX_ACTIONS} entries`, citation: null }]
      : []),
  ];
  if (refusals.length > 0) {
    return { outcome: 'refused', refusals };
  }
  const target = referenceOf(request.target, names);
  const before = incident.containment.find(
    (one) => one.kind === request.kind && one.target === target && one.state !== 'undone',
  );
  if (before === undefined) {
    return { outcome: 'start' };
  }
  if (before.state === 'undo-started') {
    return {
      outcome: 'refused',
      refusals: [{ reason: `undoing it was begun (${before.id}): end that first`, citation: null }],
    };
  }
  return { outcome: before.state === 'started' ? 'resume' : 'done' };
}

/**
 * Whether an action can be undone: it was applied, and the target is the one that it was applied to. That stays possible after
 * the case was linked: its actions stay with it.
 */
export function startUndo(incident: Incident, actionId: string, target: string, by: string): Decision {
  const wrong = notIn(['open', 'linked'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  const record = incident.containment.find(({ id }) => id === actionId);
  if (record === undefined) {
    return outOfOrder("'action' must be an action of this case");
  }
  if (record.target !== target) {
    return refused({ reason: 'the action was taken on another target', citation: null });
  }
  if (record.state === 'undone' || record.state === 'undo-started') {
    return accepted();
  }
  // An action that was begun may have changed something: it can be undone like one that was ended.
  return accepted({ type: 'containment-moved', by, id: actionId, state: 'undo-started' });
}
