import type { AwsAccount } from './aws-account';
import { CallError, type IamAction } from './call-error';
import type { Finding } from './finding';
import type { Plan } from './plan';

/** Makes a call under the name of the action that it needs, so that a refusal can say which one is missing. */
type Ask<A extends IamAction> = <T>(action: A, call: () => Promise<T>) => Promise<T>;

/** One look at an account: what it reads, and a pure judgement of what it read. */
interface ProbeDefinition<A extends readonly IamAction[], R> {
  /** Lower-case words with hyphens; a contract of the JSON output. */
  readonly id: string;
  /** What is looked at, a few words. */
  readonly title: string;
  /** Every action that the calls need, and no other. */
  readonly actions: A;
  readonly read: (account: AwsAccount, ask: Ask<A[number]>, plan: Plan) => Promise<R>;
  readonly judge: (reading: R, plan: Plan) => readonly Finding[];
}

/** A probe as the table holds it: what it read stays inside. */
export interface Probe {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly IamAction[];
  /** @throws CallError when AWS does not answer */
  readonly look: (account: AwsAccount, plan: Plan) => Promise<readonly Finding[]>;
}

/** A row of the table of probes. */
export function probe<const A extends readonly IamAction[], R>(definition: ProbeDefinition<A, R>): Probe {
  const { id, title, actions, read, judge } = definition;
  return {
    id,
    title,
    actions,
    look: async (account, plan) => judge(await read(account, ask, plan), plan),
  };
}

/** The call itself, or why it was not answered together with the action that it needs. */
export async function ask<T>(action: IamAction, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new CallError(action, error);
  }
}
