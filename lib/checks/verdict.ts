import type { PackId } from './rule-packs';

/** Whether a rule's own authors call its violation an error or a warning; either fails the check. */
export type Severity = 'error' | 'warning';

/** An open violation: what is wrong, where, and what to do about it. */
export interface Violation {
  readonly rule: string;
  readonly pack: PackId;
  readonly severity: Severity;
  /** Paragraphs of 45 CFR, without "45 CFR": `164.312(e)(1)`. */
  readonly citations: readonly string[];
  /** The stack as `cdk deploy` selects it: `sandbox/Data`; empty when the violation is about the whole environment. */
  readonly stack: string;
  /** The construct path, or the logical id where there are no constructs. */
  readonly path: string;
  /** The logical id; empty when the violation is about the whole stack or environment. */
  readonly resource: string;
  readonly resourceType: string;
  readonly message: string;
  readonly fix: string;
  /** `file:line` relative to the project, null when no line of the project makes the resource. */
  readonly source: string | null;
}

/** An exception that somebody owns and that is in date. */
export interface AcknowledgedFinding {
  readonly rule: string;
  readonly pack: PackId;
  readonly stack: string;
  readonly path: string;
  readonly reason: string;
  /** A role, never a person. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly citations: readonly string[];
}

/** How far one standard or specification of the rules is met. */
export interface SafeguardStatus {
  readonly citation: string;
  readonly title: string;
  readonly basis: 'law' | 'guidance' | 'practice';
  readonly profile: 'current' | 'nprm-2025';
  readonly status:
    | 'enforced'
    | 'partial'
    | 'monitored'
    | 'attested'
    | 'unattested'
    | 'not-applicable'
    | 'gap';
  readonly evidence: readonly string[];
}

/** How much a verdict rests on. */
export interface Counts {
  /** CloudFormation resources. */
  readonly resources: number;
  /** Rules that were applied, schema rules not counted. */
  readonly rules: number;
  /** Applications of a rule to a resource. */
  readonly evaluations: number;
  readonly violations: number;
  readonly acknowledged: number;
}

/** The verdict on one environment, or on templates that someone else wrote (`environment` is null). */
export interface EnvironmentVerdict {
  readonly environment: string | null;
  readonly verdict: 'pass' | 'fail';
  readonly counts: Counts;
  readonly violations: readonly Violation[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly safeguards: readonly SafeguardStatus[];
}

/**
 * What `hipaa check --format json` prints: a stable contract. `pass` means that these checks hold, and nothing more.
 *
 * @see 45 CFR 164.308(a)(8) for the periodic technical evaluation that this is a part of
 */
export interface Verdict {
  readonly schemaVersion: 1;
  /** The date that expiries were compared with, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly verdict: 'pass' | 'fail';
  readonly environments: readonly EnvironmentVerdict[];
}
