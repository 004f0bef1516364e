import { ignore, incident, type Judgement, review } from '../judgement';
import { statementsOf } from './statements';

/** Policies of AWS that give every right, or the right to take every right. */
const ADMIN_POLICIES = /:policy\/(job-function\/)?(AdministratorAccess|IAMFullAccess)$/;

/** AWS's own answer to a leaked key: its arrival says that AWS holds the credential for compromised. */
const QUARANTINE = /:policy\/AWSCompromisedKeyQuarantine(V\d+)?$/;

/** Whether the ARN is that of a policy of AWS which makes an administrator. */
export function isAdminPolicy(arn: string): boolean {
  return /^arn:[\w-]+:iam::aws:/.test(arn) && ADMIN_POLICIES.test(arn);
}

/** Whether the ARN is that of the quarantine that AWS puts on a leaked key. */
export function isQuarantinePolicy(arn: string): boolean {
  return /^arn:[\w-]+:iam::aws:/.test(arn) && QUARANTINE.test(arn);
}

/** Whether a name says that what bears it administers everything. */
export function namesAdministrators(name: string): boolean {
  return /(^|[^a-z])(admin|admins|administrator|administrators|superuser|superusers|root)([^a-z]|$)/i.test(
    name.slice(0, 200).replace(/([a-z])([A-Z])/g, '$1-$2'),
  );
}

/** What a policy for an identity gives: every right, or the right to take every right, is an incident. */
export function judgeRights(policy: unknown, field: string): Judgement {
  const statements = statementsOf(policy);
  if (statements === undefined) {
    return review(`${field} is absent or cannot be read as a policy`);
  }
  const allowed = statements.filter((statement) => statement.allows);
  if (allowed.length === 0) {
    return ignore(`${field} grants nothing`);
  }
  for (const { actions, notActions, resources } of allowed) {
    const action = actions.find((name) => name === '*' || name === '*:*' || name === 'iam:*');
    if (resources.includes('*') && action !== undefined) {
      return incident(`${field} allows ${action} on *`);
    }
    if (
      resources.includes('*') &&
      notActions.length > 0 &&
      !notActions.some((name) => name === 'iam:*' || name === '*')
    ) {
      return incident(`${field} allows everything but a few actions on *`);
    }
  }
  return review(`${field} grants rights that are not those of an administrator`);
}
