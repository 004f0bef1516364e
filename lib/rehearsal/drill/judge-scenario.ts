import { currentObligations } from '../../../lambda/breach/domain/incident/close-guard';
import type { Incident } from '../../../lambda/breach/domain/incident/incident';
import { obligationKey } from '../../../lambda/breach/domain/incident/obligation-key';
import { headKey } from '../../../lambda/breach/use-cases/evidence-keys';
import { readTimeline } from '../../../lambda/breach/use-cases/read-timeline';
import { today } from '../../../lambda/shared/calendar/today';
import { verifyCase } from '../../incident/verify-case';
import type { ReceivedAlert } from '../endpoint/alert-inbox';
import type { Scenario } from '../scenarios/scenario';
import type { ScenarioResult } from './scenario-result';
import type { World } from './world';

/** What a scenario left behind. */
export interface Aftermath {
  /** The case that its alert was about. */
  readonly id: string | undefined;
  /** Every case that was not there before. */
  readonly opened: readonly Incident[];
  /** Every alert that came meanwhile. */
  readonly received: readonly ReceivedAlert[];
}

/** What is told of a scenario once it is over. */
export type Judgement = Pick<
  ScenarioResult,
  'problems' | 'incident' | 'alerts' | 'timeline' | 'chain' | 'obligations'
>;

/** Judges what a scenario left behind: how many cases and alerts, and whether its case is what it has to be. */
export async function judgeScenario(
  scenario: Scenario,
  { id, opened, received }: Aftermath,
  world: World,
): Promise<Judgement> {
  const mine = received.filter((alert) => belongsTo(alert, id));
  const counted = countProblems(scenario, opened, mine);
  const alerts = mine.map(({ subject, body }) => ({
    kind: String(body.kind),
    severity: typeof body.severity === 'string' ? body.severity : null,
    subject,
  }));
  const incident = id === undefined ? undefined : await world.path.store.get(id);
  if (incident === undefined) {
    return { problems: counted, incident: null, alerts, timeline: [], chain: null, obligations: [] };
  }
  const { problems, chain, timeline, obligations } = await tell(incident, world);
  const { state, severity, signal, facts } = incident;
  return {
    problems: [...counted, ...problems, ...caseProblems(scenario, incident, obligations)],
    incident: { id: incident.id, state, severity, signal, dayZero: facts.discoveredOn },
    alerts,
    timeline,
    chain,
    obligations,
  };
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

/** What the register and the archive have of a case. */
async function tell(incident: Incident, { path }: World) {
  const problems: string[] = [];
  const entries = await readTimeline(path.store, incident.id, incident.head.seq);
  const chain = verifyCase(entries, incident.head);
  if (chain.verdict === 'broken') problems.push(`its timeline is broken: ${chain.problem}`);
  if (incident.state === 'closed') {
    const head = await path.archive.get(headKey(incident.id, incident.head.seq));
    if (head === undefined) problems.push('no signed head was filed when it was closed');
  }
  const day = today({ now: () => path.clock.now() }, path.settings.timeZone);
  return {
    problems,
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
