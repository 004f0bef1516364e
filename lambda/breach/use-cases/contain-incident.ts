import { canonicalJson } from '../../shared/audit-chain/canonical-json';
import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { CivilDate } from '../../shared/calendar/civil-date';
import type { ContainmentKind } from '../domain/containment/containment-kinds';
import { startContainment, startUndo } from '../domain/containment/containment-steps';
import { referenceOf } from '../domain/containment/target-reference';
import { accepted, type Refusal } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import { retainUntil } from '../domain/incident/retention';
import type { ContainmentActions } from '../ports/containment-actions';
import type { EvidenceArchive } from '../ports/evidence-archive';
import { type CaseDependencies, type CaseOutcome, changeCase } from './change-case';
import { documentKey } from './evidence-keys';

/** What containing needs besides the register. */
export interface ContainDependencies extends CaseDependencies {
  readonly archive: EvidenceArchive;
  readonly actions: ContainmentActions;
}

/** An action on one target, which the responder names: the register has only its reference. */
export interface ContainmentRequest {
  readonly kind: ContainmentKind;
  readonly target: string;
  /** That the responder means a target that the case does not name. */
  readonly confirmed: boolean;
}

/** A dry run: what would change, and what stands against it. */
export interface ContainmentPlan {
  readonly outcome: 'planned';
  readonly changes: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Reads alone, and changes nothing: not even the register. */
export async function planContainment(
  id: string,
  request: ContainmentRequest,
  { store, actions, settings }: ContainDependencies,
): Promise<ContainmentPlan | CaseOutcome> {
  const incident = await store.get(id);
  if (incident === undefined) {
    return { outcome: 'unknown' };
  }
  const decision = startContainment(incident, request, settings.names, actions.enabled);
  const { changes } = await actions.observe(request.kind, request.target);
  return { outcome: 'planned', changes, refusals: decision.outcome === 'refused' ? decision.refusals : [] };
}

/**
 * Contains a target. What was there before is kept as evidence and the intent recorded before anything changes, so that
 * a crash at any point leaves what undoing needs, and running it again ends what was begun.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export async function applyContainment(
  id: string,
  request: ContainmentRequest,
  by: string,
  dependencies: ContainDependencies,
): Promise<CaseOutcome> {
  const { actions, settings, ids, archive } = dependencies;
  const target = referenceOf(request.target, settings.names);
  const begun = await changeCase(
    id,
    async (incident, { at, today: day }) => {
      const start = startContainment(incident, request, settings.names, actions.enabled);
      if (start.outcome !== 'start') {
        return start.outcome === 'refused' ? start : accepted();
      }
      const { before } = await actions.observe(request.kind, request.target);
      const actionId = ids.next();
      const key = documentKey(id, 'containment', actionId, 'json');
      await putBefore(archive, key, before, day);
      return accepted({
        type: 'containment-started',
        by,
        record: {
          id: actionId,
          kind: request.kind,
          target,
          state: 'started',
          startedAt: at,
          by,
          before: key,
        },
      });
    },
    dependencies,
  );
  const record =
    begun.outcome === 'done' ? unfinished(begun.incident, request.kind, target, 'started') : undefined;
  if (record === undefined) {
    return begun;
  }
  await actions.apply(request.kind, request.target, await readBefore(archive, record.before));
  return changeCase(
    id,
    (incident) =>
      incident.containment.some((one) => one.id === record.id && one.state === 'started')
        ? accepted({ type: 'containment-moved', by, id: record.id, state: 'applied' })
        : accepted(),
    dependencies,
  );
}

/** Puts back what an action changed, from the evidence of before. */
export async function undoContainment(
  id: string,
  actionId: string,
  target: string,
  by: string,
  dependencies: ContainDependencies,
): Promise<CaseOutcome> {
  const { actions, settings, archive } = dependencies;
  const begun = await changeCase(
    id,
    (incident) => startUndo(incident, actionId, referenceOf(target, settings.names), by),
    dependencies,
  );
  const record =
    begun.outcome === 'done'
      ? begun.incident.containment.find((one) => one.id === actionId && one.state === 'undo-started')
      : undefined;
  if (record === undefined) {
    return begun;
  }
  await actions.undo(record.kind, target, await readBefore(archive, record.before));
  return changeCase(
    id,
    (incident) =>
      incident.containment.some((one) => one.id === actionId && one.state === 'undo-started')
        ? accepted({ type: 'containment-moved', by, id: actionId, state: 'undone' })
        : accepted(),
    dependencies,
  );
}

function unfinished(
  { containment }: Incident,
  kind: ContainmentKind,
  target: string,
  state: 'started',
): Incident['containment'][number] | undefined {
  return containment.find((one) => one.kind === kind && one.target === target && one.state === state);
}

async function putBefore(
  archive: EvidenceArchive,
  key: string,
  before: JsonObject,
  day: CivilDate,
): Promise<void> {
  await archive.put({
    key,
    body: canonicalJson(before),
    contentType: 'application/json',
    retainUntil: retainUntil(day),
  });
}

async function readBefore(archive: EvidenceArchive, key: string): Promise<JsonObject> {
  const text = await archive.get(key);
  if (text === undefined) {
    throw new RangeError('the evidence of an action must be in the archive, got: nothing');
  }
  return JSON.parse(text);
}
