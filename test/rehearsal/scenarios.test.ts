import { triageLine } from '../../lambda/breach/domain/triage/triage-line';
import { parseCivilDate } from '../../lambda/shared/calendar/civil-date';
import type { Stage } from '../../lib/rehearsal/scenarios/scenario';
import { SCENARIOS } from '../../lib/rehearsal/scenarios/scenarios';

let ids = 0;
const STAGE: Stage = {
  account: '111122223333',
  region: 'us-east-1',
  now: '2026-03-04T05:06:07.000Z',
  day: () => parseCivilDate('2026-03-04'),
  uuid: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`,
};

describe('the scenarios of a drill', () => {
  it('are all that a drill promises', () => {
    expect(SCENARIOS.map(({ id }) => id)).toEqual([
      'trail-stopped',
      'bucket-public',
      'snapshot-shared',
      'credentials-exfiltrated',
      'sensitive-data-public',
      'benign-burst',
      'repeated-call',
      'duplicate-storm',
      'breach-of-600',
      'low-probability',
      'law-enforcement-hold',
      'ransomware',
      'lost-laptop',
      'heartbeat-stopped',
    ]);
  });

  it.each(
    SCENARIOS.filter(({ events }) => events !== undefined).map(
      (scenario) => [scenario.id, scenario] as const,
    ),
  )('expects of %s what triage says of its events', (_, { events, expected }) => {
    for (const { source, detailType, detail } of events?.(STAGE) ?? []) {
      const { verdict, signal, severity } = triageLine(
        JSON.stringify({ id: 'e', source, 'detail-type': detailType, account: STAGE.account, detail }),
      );
      expect(verdict).toBe(expected.verdict === 'silence' ? 'ignore' : 'incident');
      expect(signal ?? undefined).toBe(expected.signal);
      expect(severity ?? undefined).toBe(expected.severity);
    }
  });

  it('begins each with an event, a report or a step of the clock', () => {
    for (const { events, report, steps } of SCENARIOS) {
      expect(events ?? report ?? steps).toBeDefined();
    }
  });

  it('carries cases to the end and stops one at a step that is refused', () => {
    const steps = SCENARIOS.flatMap((scenario) => scenario.steps?.(STAGE) ?? []);
    expect(steps.filter(({ does }) => does === 'close').length).toBeGreaterThan(3);
    expect(steps.filter((step) => 'refused' in step && step.refused !== undefined).length).toBeGreaterThan(3);
  });
});
