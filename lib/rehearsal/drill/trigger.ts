import { randomUUID } from 'node:crypto';
import { openIncident } from '../../../lambda/breach/use-cases/open-incident';
import { addDays } from '../../../lambda/shared/calendar/calendar-days';
import { today } from '../../../lambda/shared/calendar/today';
import type { BusEvent, Scenario, Stage } from '../scenarios/scenario';
import { putEvents } from './put-events';
import type { World } from './world';

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

/** Begins a scenario: its events, or what a person reports. What is refused is an answer. */
export async function trigger(scenario: Scenario, stage: Stage, world: World): Promise<readonly string[]> {
  const events = scenario.events?.(stage) ?? [];
  if (scenario.delivered === undefined) {
    await putEvents(repeated(events, scenario.times ?? 1), world);
  } else {
    await world.queues.deliver(
      repeated(events, scenario.delivered).map((event) => asDelivered(event, stage)),
    );
  }
  const report = scenario.report?.(stage);
  if (report === undefined) return [];
  const outcome = await openIncident(report as Parameters<typeof openIncident>[0], world.path.by, world.path);
  return outcome.outcome === 'refused'
    ? outcome.refusals.map(({ reason }) => `the report was refused: ${reason}`)
    : [];
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
