import { randomUUID } from 'node:crypto';
import { currentObligations } from '../../../lambda/breach/domain/incident/close-guard';
import type { Incident } from '../../../lambda/breach/domain/incident/incident';
import { obligationKey } from '../../../lambda/breach/domain/incident/obligation-key';
import { headKey } from '../../../lambda/breach/use-cases/evidence-keys';
import { openIncident } from '../../../lambda/breach/use-cases/open-incident';
import { readTimeline } from '../../../lambda/breach/use-cases/read-timeline';
import { addDays } from '../../../lambda/shared/calendar/calendar-days';
import { today } from '../../../lambda/shared/calendar/today';
import { verifyCase } from '../../incident/verify-case';
import type { ReceivedAlert } from '../endpoint/alert-inbox';
import type { BusEvent, Scenario, Stage } from '../scenarios/scenario';
import { allCases } from './all-cases';
import { putEvents } from './put-events';
import type { ScenarioResult } from './scenario-result';
import { settled } from './settled';
import { takeStep } from './take-step';
import type { World } from './world';

/** How long an alert may take on a loaded machine, in ms. */
const PATIENCE_MS = 30_000;

/** Plays a scenario against the deployed path, and judges everything that came of it. */
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
  const problems: string[] = [];
  const drafts: ScenarioResult['drafts'][number][] = [];

  const triggered = Date.now();
  await trigger(scenario, stage, world, problems);
  const opens = scenario.expected.verdict === 'incident';
  const first = opens
    ? await inbox.waitFor((alert) => opensCase(alert, before), from, PATIENCE_MS)
    : undefined;
  if (opens && first === undefined) problems.push('no alert came');
  const id = typeof first?.body.incidentId === 'string' ? first.body.incidentId : undefined;
  if (id !== undefined) await alerted(id);
  if (id !== undefined || !opens) {
    for (const step of scenario.steps?.(stage) ?? []) {
      const result = await takeStep(step, id ?? '', world);
      problems.push(...result.problems);
      drafts.push(...(result.drafts ?? []));
    }
  }
  if (!(await settled(world))) problems.push('the path did not come to rest: look into its dead letters');

  const opened = (await allCases(path)).filter((incident) => !before.has(incident.id));
  const alerts = inbox.alerts.slice(from).filter((alert) => belongsTo(alert, id));
  problems.push(...countProblems(scenario, opened, alerts));
  const incident = id === undefined ? undefined : await path.store.get(id);
  const told = incident === undefined ? undefined : await tell(incident, world, problems);
  if (incident !== undefined) problems.push(...caseProblems(scenario, incident, told?.obligations ?? []));
  return {
    id: scenario.id,
    title: scenario.title,
    verdict: problems.length === 0 ? 'held' : 'fell-short',
    problems,
    incident:
      incident === undefined
        ? null
        : {
            id: incident.id,
            state: incident.state,
            severity: incident.severity,
            signal: incident.signal,
            dayZero: incident.facts.discoveredOn,
          },
    alerts: alerts.map(({ subject, body }) => ({
      kind: String(body.kind),
      severity: typeof body.severity === 'string' ? body.severity : null,
      subject,
    })),
    timeline: told?.timeline ?? [],
    chain: told?.chain ?? null,
    obligations: told?.obligations ?? [],
    drafts,
    alertAfterMs: first === undefined ? null : first.at - triggered,
    durationMs: Date.now() - started,
  };
}

/** What a scenario is made with: this moment, this account. */
export function stageOf({ endpoint, path }: Pick<World, 'endpoint' | 'path'>): Stage {
  const now = path.clock.now();
  const day = today({ now: () => now }, path.settings.timeZone);
  return {
    account: endpoint.account,
    region: endpoint.region,
    now: now.toISOString(),
    day: (days) => addDays(day, days),
    uuid: randomUUID,
  };
}

async function trigger(scenario: Scenario, stage: Stage, world: World, problems: string[]): Promise<void> {
  const events = scenario.events?.(stage) ?? [];
  if (scenario.delivered === undefined) {
    await putEvents(repeated(events, scenario.times ?? 1), world);
  } else {
    await world.queues.deliver(
      repeated(events, scenario.delivered).map((event) => asDelivered(event, stage)),
    );
  }
  const report = scenario.report?.(stage);
  if (report === undefined) return;
  const outcome = await openIncident(report as Parameters<typeof openIncident>[0], world.path.by, world.path);
  if (outcome.outcome === 'refused') {
    problems.push(...outcome.refusals.map(({ reason }) => `the report was refused: ${reason}`));
  }
}

function repeated<Item>(items: readonly Item[], times: number): readonly Item[] {
  return Array.from({ length: times }, () => items).flat();
}

/** The same text each time: what EventBridge delivers twice has the same id. */
function asDelivered({ source, detailType, detail }: BusEvent, { account, region, now }: Stage): string {
  return JSON.stringify({
    version: '0',
    id: detail.eventID,
    'detail-type': detailType,
    source,
    account,
    time: `${now.slice(0, 19)}Z`,
    region,
    resources: [],
    detail,
  });
}

function opensCase({ body }: ReceivedAlert, before: ReadonlySet<string>): boolean {
  return body.kind === 'incident' && typeof body.incidentId === 'string' && !before.has(body.incidentId);
}

/** Alerts of other cases may come in between: the clock tells of all of them. */
function belongsTo({ body }: ReceivedAlert, id: string | undefined): boolean {
  return id === undefined
    ? body.kind === 'incident' || body.kind === 'heartbeat-missing'
    : body.incidentId === id;
}

function countProblems(
  { expected }: Scenario,
  opened: readonly Incident[],
  alerts: readonly ReceivedAlert[],
): readonly string[] {
  const wanted = expected.verdict === 'incident' ? 1 : 0;
  const told = alerts.filter(({ body }) => body.kind === 'incident').length;
  return [
    ...(opened.length === wanted ? [] : [`${opened.length} cases were opened instead of ${wanted}`]),
    ...(told === wanted ? [] : [`${told} alerts of an incident came instead of ${wanted}`]),
  ];
}

function caseProblems(
  { expected }: Scenario,
  incident: Incident,
  obligations: ScenarioResult['obligations'],
): readonly string[] {
  const signals = incident.signals.reduce((sum, { count }) => sum + count, 0);
  const differences = (
    [
      ['state', incident.state, expected.state ?? 'open'],
      ['signal', incident.signal, expected.signal ?? null],
      ['severity', incident.severity, expected.severity ?? incident.severity],
      ['number of signals', signals, expected.signals ?? signals],
    ] as const
  ).flatMap(([what, is, wanted]) => (is === wanted ? [] : [`its ${what} is ${is} instead of ${wanted}`]));
  const missing = (expected.obligations ?? []).filter((key) => !obligations.some(({ id }) => id === key));
  return [...differences, ...missing.map((key) => `it does not owe ${key}`)];
}

async function tell(incident: Incident, { path }: World, problems: string[]) {
  const entries = await readTimeline(path.store, incident.id, incident.head.seq);
  const chain = verifyCase(entries, incident.head);
  if (chain.verdict === 'broken') problems.push(`its timeline is broken: ${chain.problem}`);
  if (incident.state === 'closed') {
    const head = await path.archive.get(headKey(incident.id, incident.head.seq));
    if (head === undefined) problems.push('no signed head was filed when it was closed');
  }
  const day = today({ now: () => path.clock.now() }, path.settings.timeZone);
  return {
    chain: chain.verdict,
    timeline: entries.map(({ line }) => typeOf(line)),
    obligations: currentObligations(incident, day).map((owed) => ({
      id: obligationKey(owed),
      due: owed.due,
      status: owed.status,
      citation: owed.citation,
    })),
  };
}

function typeOf(line: string): string {
  const { body }: { readonly body?: { readonly type?: unknown } } = JSON.parse(line);
  return String(body?.type);
}
