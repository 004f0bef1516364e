import type { CaseOutcome } from '../../lambda/breach/use-cases/change-case';
import type { ContainmentPlan, ContainmentRequest } from '../../lambda/breach/use-cases/contain-incident';

/**
 * The actions that an environment approved in advance. Throws a RangeError for a target that is not of the action's kind.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export interface Containment {
  /** Reads alone. */
  readonly plan: (id: string, request: ContainmentRequest) => Promise<ContainmentPlan | CaseOutcome>;
  readonly apply: (id: string, request: ContainmentRequest) => Promise<CaseOutcome>;
  readonly undo: (id: string, actionId: string, target: string) => Promise<CaseOutcome>;
}

const OFF = { reason: 'no action is switched on in this environment', citation: null };

/** Where an environment approved nothing. */
export const NO_CONTAINMENT: Containment = {
  plan: async () => ({ outcome: 'planned', changes: [], refusals: [OFF] }),
  apply: async () => ({ outcome: 'refused', refusals: [OFF] }),
  undo: async () => ({ outcome: 'refused', refusals: [OFF] }),
};
