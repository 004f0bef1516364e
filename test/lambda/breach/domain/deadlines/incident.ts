import {
  computeDeadlines,
  type DeadlinesResult,
} from '../../../../../lambda/breach/domain/deadlines/compute-deadlines';
import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import type { Obligation } from '../../../../../lambda/breach/domain/deadlines/obligation';

/** Facts as JSON holds them: a covered entity that lost the records of twelve people in a State that is not modelled. */
export const INCIDENT = {
  role: 'covered-entity',
  occurredOn: '2026-01-10',
  discoveredOn: '2026-01-15',
  businessAssociate: null,
  affected: [{ jurisdiction: 'WY', count: 12 }],
  unreachable: 0,
  phiTypes: ['name', 'ssn', 'diagnosis'],
  secured: null,
  excluded: null,
  assessment: null,
  holds: [],
  sent: [],
  facility: null,
  asOf: '2026-01-20',
} as const;

/** The deadlines of {@link INCIDENT} with some of its facts replaced. */
export function deadlinesOf(changes: Readonly<Record<string, unknown>> = {}): DeadlinesResult {
  return computeDeadlines(parseFacts({ ...INCIDENT, ...changes }));
}

/** The only obligation with an id; undefined where there is none. */
export function find(result: DeadlinesResult, id: string): Obligation | undefined {
  const found = result.obligations.filter((obligation) => obligation.id === id);
  expect(found.length).toBeLessThan(2);
  return found.at(0);
}

/** The due date of the only obligation with an id. */
export function dueOf(changes: Readonly<Record<string, unknown>>, id: string): string | null | undefined {
  return find(deadlinesOf(changes), id)?.due;
}

/** The ids of all obligations, in order. */
export function idsOf(result: DeadlinesResult): readonly string[] {
  return result.obligations.map(({ id }) => id);
}
