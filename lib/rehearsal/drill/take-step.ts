import { InvokeCommand } from '@aws-sdk/client-lambda';
import { parseAssessment } from '../../../lambda/breach/domain/assessment/assessment-input';
import { openObligations } from '../../../lambda/breach/domain/incident/close-guard';
import { obligationKey } from '../../../lambda/breach/domain/incident/obligation-key';
import { parseNoticeDetails } from '../../../lambda/breach/domain/notices/notice-details';
import { assessIncident } from '../../../lambda/breach/use-cases/assess-incident';
import type { CaseOutcome } from '../../../lambda/breach/use-cases/change-case';
import { closeIncident } from '../../../lambda/breach/use-cases/close-incident';
import { draftNotice } from '../../../lambda/breach/use-cases/draft-notice';
import { tick } from '../../../lambda/breach/use-cases/tick';
import { type CaseStep, workOnCase } from '../../../lambda/breach/use-cases/work-on-case';
import type { CivilDate } from '../../../lambda/shared/calendar/civil-date';
import { today } from '../../../lambda/shared/calendar/today';
import type { Step } from '../scenarios/scenario';
import type { ScenarioResult } from './scenario-result';
import type { World } from './world';

/** How long an alert may take that the clock has asked for, and a beat to come through, in ms. */
const PATIENCE_MS = 20_000;

/** What came of a step: nothing wrong, or what was. */
interface StepResult {
  readonly problems: readonly string[];
  readonly drafts?: ScenarioResult['drafts'];
}

const FINE: StepResult = { problems: [] };

/** Takes a step of a scenario; what is not as it has to be is an answer. */
export async function takeStep(step: Step, id: string, world: World): Promise<StepResult> {
  const { path } = world;
  switch (step.does) {
    case 'case':
      return judged(await workOnCase(id, step.step, path.by, path), step.step.step, step.refused);
    case 'assess':
      return judged(await assessIncident(id, parseAssessment(step.input), path.by, path), 'assess');
    case 'close':
      return judged(await closeIncident(id, path.by, path), 'close', step.refused);
    case 'draft':
      return draft(step, id, world);
    case 'send-everything':
      return sendEverything(step, id, world);
    case 'beat':
      return beat(world);
    case 'clock':
      return alerted(step.alert, id, world, () => runClock(world));
    case 'later':
      return alerted(step.alert, id, world, () => passTime(step.minutes, world));
  }
}

function judged(outcome: CaseOutcome, what: string, refused?: string): StepResult {
  if (outcome.outcome === 'unknown') return { problems: [`${what}: the case is not in the register`] };
  if (refused === undefined) {
    return outcome.outcome === 'done'
      ? FINE
      : { problems: outcome.refusals.map(({ reason }) => `${what} was refused: ${reason}`) };
  }
  if (outcome.outcome === 'done') return { problems: [`${what} was accepted against 45 CFR ${refused}`] };
  return outcome.refusals.some(({ citation }) => citation?.includes(refused))
    ? FINE
    : { problems: [`${what} was refused for another reason than 45 CFR ${refused}`] };
}

async function draft(
  { kinds, details }: Extract<Step, { readonly does: 'draft' }>,
  id: string,
  { path }: World,
): Promise<StepResult> {
  const drafts: { kind: string; missing: readonly string[] }[] = [];
  const problems: string[] = [];
  for (const kind of kinds) {
    const { outcome, notice } = await draftNotice(id, kind, parseNoticeDetails(details), path.by, path);
    problems.push(...judged(outcome, `draft of ${kind}`).problems);
    if (notice !== undefined) drafts.push({ kind, missing: notice.missing });
  }
  return { problems, drafts };
}

async function sendEverything(
  { on, basis }: { readonly on: CivilDate; readonly basis: string },
  id: string,
  { path }: World,
): Promise<StepResult> {
  const incident = await path.store.get(id);
  if (incident === undefined) return { problems: ['the case is not in the register'] };
  const day = today({ now: () => path.clock.now() }, path.settings.timeZone);
  const problems: string[] = [];
  for (const owed of openObligations(incident, day)) {
    const key = obligationKey(owed);
    const proof = { sha256: null, reference: `Mail room, drill, ${key}` };
    const step: CaseStep =
      owed.status === 'check'
        ? { step: 'settle', id: key, basis }
        : { step: 'sent', sending: { id: key, on, proof, despiteHold: null } };
    problems.push(...judged(await workOnCase(id, step, path.by, path), key).problems);
  }
  return { problems };
}

async function alerted(
  kind: string,
  id: string,
  { inbox }: World,
  act: () => Promise<StepResult>,
): Promise<StepResult> {
  const from = inbox.alerts.length;
  const { problems } = await act();
  const alert = await inbox.waitFor(
    ({ body }) => body.kind === kind && (body.incidentId === id || kind === 'heartbeat-missing'),
    from,
    PATIENCE_MS,
  );
  return { problems: alert === undefined ? [...problems, `no alert of the kind ${kind} came`] : problems };
}

/** As its schedule calls it. */
async function runClock({ functions, clockFunction }: World): Promise<StepResult> {
  const { FunctionError: failed } = await functions.send(
    new InvokeCommand({ FunctionName: clockFunction, Payload: JSON.stringify({ task: 'tick' }) }),
  );
  return { problems: failed === undefined ? [] : [`the clock function failed: ${failed}`] };
}

/** The function's own use case on the same register, with a clock that is ahead, and a bus that no beat gets through. */
async function passTime(minutes: number, { path }: World): Promise<StepResult> {
  const now = new Date(path.clock.now().getTime() + minutes * 60_000);
  const { failed } = await tick({
    ...path,
    clock: { now: () => now },
    heartbeats: {
      send: async () => undefined,
      arrived: (sentAt) => path.heartbeats.arrived(sentAt),
      last: () => path.heartbeats.last(),
    },
  });
  return { problems: failed === 0 ? [] : [`${failed} parts of the clock failed`] };
}

async function beat(world: World): Promise<StepResult> {
  const since = world.path.clock.now();
  const { problems } = await runClock(world);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const last = await world.path.heartbeats.last();
    if (last !== undefined && last >= since) return { problems };
  }
  return { problems: [...problems, 'no heartbeat came through the path'] };
}
