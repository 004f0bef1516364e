import type { AccessQuestion, Decision } from '../domain/access/decision';

/** The engine that judges by the policies. */
export interface Authorizer {
  /**
   * One decision for each question, in their order; what cannot be judged is denied.
   * @throws Error when the engine cannot be asked: then nothing may be answered
   */
  decide(questions: readonly AccessQuestion[]): Promise<readonly Decision[]>;
}
