import type { EnvironmentConfig } from '../config/schema';
import type { Finding } from './finding';
import type { Plan } from './plan';

/** A resource of which an account and region has one. */
export interface Singleton {
  /** Its field under `singletons`. */
  readonly field: keyof EnvironmentConfig['singletons'];
  /** Like `a GuardDuty detector`. */
  readonly what: string;
  /** The CloudFormation types under which a stack of the environment would hold it. */
  readonly types: readonly string[];
  /** What a deployment makes of `adopt` where there is none. */
  readonly adoptedAbsent: 'blocks' | 'attention';
}

/** What was found of it. */
export interface SingletonState {
  /** The physical ids that exist; empty where there is none. */
  readonly ids: readonly string[];
  /** What else is worth knowing of it, a sentence. @default nothing */
  readonly remark?: string;
}

/** Whether the choice of the environment can be deployed, and which choice fits. */
export function judgeSingleton(singleton: Singleton, state: SingletonState, plan: Plan): readonly Finding[] {
  const { status, text, fix, fits } = verdictOf(singleton, state, plan);
  const finding: Finding = {
    status: status === 'ok' && state.remark !== undefined ? 'attention' : status,
    text: [text, ...(state.remark === undefined ? [] : [state.remark])].join(' '),
    ...(fix === undefined ? {} : { fix }),
    ...(fits === undefined ? {} : { setting: { path: ['singletons', singleton.field], value: fits } }),
  };
  return [finding];
}

interface Verdict extends Omit<Finding, 'setting'> {
  /** The choice that fits; undefined where nobody can tell. */
  readonly fits?: 'manage' | 'adopt';
}

function verdictOf(singleton: Singleton, { ids }: SingletonState, plan: Plan): Verdict {
  const { field, what, adoptedAbsent } = singleton;
  const adopts = plan.config.singletons[field] === 'adopt';
  if (ids.length === 0) {
    return adopts
      ? {
          status: adoptedAbsent,
          text: `The account has not got ${what} in ${plan.config.region}, and the configuration adopts it.`,
          fix: `Set singletons.${field} to 'manage', or have it made first.`,
          fits: 'manage',
        }
      : { status: 'ok', text: `There is none yet: the deployment makes ${what}.`, fits: 'manage' };
  }
  if (adopts)
    return { status: 'ok', text: `The account has ${what}, and the configuration adopts it.`, fits: 'adopt' };
  if (plan.owned === null) {
    return {
      status: 'unknown',
      text: `The account has ${what}; whether this environment made it could not be read.`,
      fix: 'Allow cloudformation:ListStacks and cloudformation:ListStackResources.',
    };
  }
  return isOwned(singleton, ids, plan)
    ? { status: 'ok', text: `The environment's own stack holds it.`, fits: 'manage' }
    : {
        status: 'blocks',
        text: `The account has ${what} in ${plan.config.region} already; making a second one fails.`,
        fix: `Set singletons.${field} to 'adopt'.`,
        fits: 'adopt',
      };
}

function isOwned({ types }: Singleton, ids: readonly string[], { owned }: Plan): boolean {
  return ids.every((id) => types.some((type) => owned?.has(type, id)));
}
