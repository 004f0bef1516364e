import type { ApiCall } from '../event/api-call';
import { firstAt } from '../event/json';
import type { CallJudge } from '../judge/call-judges';
import { ignore, incident, type Judgement, review } from '../judgement';
import { type Grant, type Grantee, grantsOf, type PolicyKind } from './grants';
import { type Statement, statementsOf } from './statements';

/** What a grant to each of them means. */
const MEANING: Readonly<Record<Grantee, 'incident' | 'review'>> = {
  everyone: 'incident',
  outside: 'incident',
  organization: 'review',
  narrowed: 'review',
  unknown: 'review',
  unsourced: 'review',
  own: 'review',
  service: 'review',
};

/** From the most to the least serious. */
const ORDER: readonly Grantee[] = [
  'everyone',
  'outside',
  'organization',
  'unknown',
  'narrowed',
  'unsourced',
  'own',
  'service',
];

/**
 * A policy that says who may use a resource or assume a role. Letting in everyone or an account that is not ours is an
 * incident, any other grant is looked at, and a policy that only denies tightens.
 */
export function opensPolicy(paths: readonly string[], kind: PolicyKind = 'resource'): CallJudge {
  return (call) => judgePolicy(firstAt(call.request, paths), paths[0] ?? 'policy', kind, call);
}

/** As {@link opensPolicy}, for calls in which a policy may be left out: then nothing was changed. */
export function opensPolicyIfGiven(paths: readonly string[], kind: PolicyKind = 'resource'): CallJudge {
  return (call) => {
    const policy = firstAt(call.request, paths);
    return policy === undefined || policy === ''
      ? undefined
      : judgePolicy(policy, paths[0] ?? 'policy', kind, call);
  };
}

/** As {@link opensPolicyIfGiven}, for what is made anew: let in are only ourselves or a service of AWS, so nothing was opened. */
export function createdWithPolicy(paths: readonly string[]): CallJudge {
  const opens = opensPolicyIfGiven(paths);
  return (call) => {
    const judgement = opens(call);
    const worst = worstGrant(statementsOf(firstAt(call.request, paths)) ?? [], 'resource', call);
    return judgement?.level === 'review' && (worst?.grantee === 'own' || worst?.grantee === 'service')
      ? ignore(`${judgement.reasons[0]}, of what was made anew`)
      : judgement;
  };
}

/** The judgement on one policy. */
export function judgePolicy(policy: unknown, field: string, kind: PolicyKind, call: ApiCall): Judgement {
  if (policy === undefined || policy === null || policy === '') {
    return review(`${field} is absent`);
  }
  const statements = statementsOf(policy);
  if (statements === undefined) {
    return review(`${field} cannot be read as a policy`);
  }
  const worst = worstGrant(statements, kind, call);
  return worst === undefined ? ignore(`${field} grants nothing to anybody`) : judged(worst, field);
}

function worstGrant(statements: readonly Statement[], kind: PolicyKind, call: ApiCall): Grant | undefined {
  const grants = grantsOf(statements, kind, call.accounts);
  return ORDER.map((grantee) => grants.find((grant) => grant.grantee === grantee)).find(
    (grant) => grant !== undefined,
  );
}

function judged(grant: Grant, field: string): Judgement {
  const reason = `${field}: ${grant.shown}`;
  if (MEANING[grant.grantee] === 'review') {
    return review(reason);
  }
  return incident(reason, grant.grantee === 'everyone' ? 'critical' : undefined);
}
