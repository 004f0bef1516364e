import type { Template, TemplateResource } from './template';
import type { Severity } from './verdict';

/** One resource of a template, and what stands around it. */
export interface RuleSubject {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  /** The template that the resource is in. */
  readonly template: Template;
  /** Every template of the same environment, that of the resource included. */
  readonly templates: readonly Template[];
}

/**
 * A rule of our own: a pure function over plain template JSON, so that it judges templates that somebody else wrote
 * just the same. To add one, write its file in `rules/` and its row in `baseline-rules.ts`.
 */
export interface BaselineRule {
  readonly id: `Baseline-${string}` | `Eligibility-${string}`;
  readonly severity: Severity;
  /** What the rule demands, in one line. */
  readonly info: string;
  /** Why it matters. */
  readonly explanation: string;
  /** What to change. */
  readonly fix: string;
  /** Paragraphs of 45 CFR, without "45 CFR". */
  readonly citations: readonly string[];
  /** What the demand, with its figures, rests on. */
  readonly basis: 'law' | 'guidance' | 'practice';
  /** What is wrong with the resource, one sentence each; empty when the rule is met or does not apply. */
  readonly evaluate: (subject: RuleSubject) => readonly string[];
}
