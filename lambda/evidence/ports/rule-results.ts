import type { Evaluation, ResourceKey } from '../domain/compliance';

/** What AWS Config keeps of a rule's judgements. */
export interface RuleResults {
  /** The resources that the rule has a judgement on. */
  readonly judged: (ruleName: string) => Promise<readonly ResourceKey[]>;

  /** Answers a question; the same answer twice changes nothing. */
  readonly put: (evaluations: readonly Evaluation[], resultToken: string) => Promise<void>;
}
