import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { ContainmentKind } from '../domain/containment/containment-kinds';

/** What a target was like before anything changed, and whether there is anything to do. No PHI: settings, ids and flags. */
export interface Observation {
  /** All that `undo` needs. */
  readonly before: JsonObject;
  /** What would change, a sentence each without names; empty where it is contained already. */
  readonly changes: readonly string[];
}

/** The reversible actions on AWS. Each is idempotent, and refuses a target that is not of its kind. */
export interface ContainmentActions {
  /** What this environment has switched on. */
  readonly enabled: ReadonlySet<ContainmentKind>;
  /** Reads alone: the dry run. */
  readonly observe: (kind: ContainmentKind, target: string) => Promise<Observation>;
  readonly apply: (kind: ContainmentKind, target: string, before: JsonObject) => Promise<void>;
  readonly undo: (kind: ContainmentKind, target: string, before: JsonObject) => Promise<void>;
}
