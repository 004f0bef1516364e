import type { PackId } from './rule-packs';
import type { Template } from './template';
import type { Severity } from './verdict';

/** Where a resource is made, for people. */
interface Place {
  /** The construct path, or the logical id where there are no constructs. */
  readonly path: string;
  /** `file:line` relative to the project, null when no line of the project makes it. */
  readonly source: string | null;
}

/** A template under judgement and where it comes from. */
export interface JudgedStack {
  /** The environment that the stack belongs to; null when it belongs to none. */
  readonly environment: string | null;
  /** How people name the stack: `sandbox/Data`, or the file name. */
  readonly name: string;
  /** Where the template lies on disk, absolute. */
  readonly templatePath: string;
  readonly template: Template;
  /** Tells where a resource is made, or the stack itself (null). */
  readonly locate: (logicalId: string | null) => Place;
}

/** What a rule has against a resource, before exceptions are applied. */
export interface Finding {
  readonly pack: PackId;
  readonly rule: string;
  readonly severity: Severity;
  readonly citations: readonly string[];
  readonly message: string;
  readonly fix: string;
  readonly stack: JudgedStack;
  /** Null when the finding is about the stack as a whole. */
  readonly logicalId: string | null;
}

/** What one pack did: how much it looked at, and what it found. */
export interface PackRun {
  readonly pack: PackId;
  /** The rules that were applied. */
  readonly rules: ReadonlySet<string>;
  /** For each stack, how often a rule was applied to a resource; a stack that is absent was not looked at. */
  readonly evaluations: ReadonlyMap<JudgedStack, number>;
  readonly findings: readonly Finding[];
}
