import type { ScenarioResult } from './scenario-result';

/** A stack that stood in for another one, and what it lacks. */
interface StandInResult {
  readonly stack: string;
  /** What it has of the resources of the stack that it stands for. */
  readonly resources: number;
  readonly outOf: number;
  /** Values that no resource stands behind. */
  readonly madeUp: readonly string[];
}

/** What a drill showed. */
export interface DrillReport {
  readonly schemaVersion: 1;
  readonly environment: string;
  readonly verdict: 'held' | 'fell-short';
  readonly endpoint: string;
  /** The stack that was deployed as it is, and its resources. */
  readonly stack: string;
  readonly resources: number;
  readonly standIns: readonly StandInResult[];
  readonly scenarios: readonly ScenarioResult[];
  readonly proves: string;
  readonly cannotProve: string;
  readonly durationMs: number;
}

/** What holds where every scenario holds. */
export const PROVES =
  'Proved: wiring, behaviour and what the functions ask of AWS, from an event on the bus to a closed case, with the code and the template that are deployed.';

/** What no emulator shows. */
export const CANNOT_PROVE =
  'Not proved: that AWS enforces the IAM, key and network policies, the encryption and the locks; an emulator enforces none of them.';
