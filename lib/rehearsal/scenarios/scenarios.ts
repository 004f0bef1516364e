import { CASE_SCENARIOS } from './cases';
import type { Scenario } from './scenario';
import { TECHNICAL_SCENARIOS } from './technical';

/** The path itself falls silent. The last one: it moves the clock of the whole register on. */
const HEARTBEAT_STOPPED: Scenario = {
  id: 'heartbeat-stopped',
  title: 'The heartbeat stops',
  steps: () => [{ does: 'beat' }, { does: 'later', minutes: 45, alert: 'heartbeat-missing' }],
  expected: { verdict: 'silence' },
};

/** Every rehearsal of a drill, in its order. */
export const SCENARIOS: readonly Scenario[] = [...TECHNICAL_SCENARIOS, ...CASE_SCENARIOS, HEARTBEAT_STOPPED];
