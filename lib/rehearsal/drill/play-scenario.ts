import type { ReceivedAlert } from '../endpoint/alert-inbox';
import type { Scenario } from '../scenarios/scenario';
import { allCases } from './all-cases';
import { judgeScenario } from './judge-scenario';
import type { ScenarioResult } from './scenario-result';
import { settled } from './settled';
import { takeStep } from './take-step';
import { stageOf, trigger } from './trigger';
import type { World } from './world';

/** How long an alert may take on a loaded machine, in ms. */
const PATIENCE_MS = 30_000;

/**
 * Plays a scenario against the deployed path, and judges everything that came of it.
 *
 * @param alerted told of the case as soon as its alert came
 */
export async function playScenario(
  scenario: Scenario,
  world: World,
  alerted: (incidentId: string) => Promise<void> = async () => undefined,
): Promise<ScenarioResult> {
  const { path, inbox } = world;
  const started = Date.now();
  const stage = stageOf(world);
  const before = new Set((await allCases(path)).map(({ id }) => id));
  const from = inbox.alerts.length;
  const triggered = Date.now();
  const problems = [...(await trigger(scenario, stage, world))];
  const opens = scenario.expected.verdict === 'incident';
  const first = opens
    ? await inbox.waitFor((alert) => opensCase(alert, before), from, PATIENCE_MS)
    : undefined;
  const id = typeof first?.body.incidentId === 'string' ? first.body.incidentId : undefined;
  if (id !== undefined) await alerted(id);
  const drafts: ScenarioResult['drafts'][number][] = [];
  // Without a case there is nothing to take a step on.
  const steps = id === undefined && opens ? [] : (scenario.steps?.(stage) ?? []);
  for (const step of steps) {
    const result = await takeStep(step, id ?? '', world);
    problems.push(...result.problems);
    drafts.push(...(result.drafts ?? []));
  }
  if (!(await settled(world))) problems.push('the path did not come to rest: look into its dead letters');
  const opened = (await allCases(path)).filter((incident) => !before.has(incident.id));
  const judged = await judgeScenario(scenario, { id, opened, received: inbox.alerts.slice(from) }, world);
  const all = [...problems, ...judged.problems];
  return {
    id: scenario.id,
    title: scenario.title,
    verdict: all.length === 0 ? 'held' : 'fell-short',
    ...judged,
    problems: all,
    drafts,
    alertAfterMs: first === undefined ? null : first.at - triggered,
    durationMs: Date.now() - started,
  };
}

function opensCase({ body }: ReceivedAlert, before: ReadonlySet<string>): boolean {
  return body.kind === 'incident' && typeof body.incidentId === 'string' && !before.has(body.incidentId);
}
