import { type ApiCall, byAwsItself } from '../event/api-call';
import { tailOf } from '../event/resource';
import { showCode } from '../event/show';
import { incident, review, type SignalRow } from '../judgement';
import { CITES } from './citations';

/** Services through which people sign in. */
const SIGN_IN = new Set(['signin', 'sso', 'sso-oauth']);

/** Calls on objects and their lists. */
const OBJECT_CALLS =
  /^(Get|Head|List|Put|Delete|Copy|Select|Restore|Create|Upload|Complete|Post)\w*?(Object|Objects|ObjectsV2|Bucket|Versions|ObjectVersions|Upload|ObjectContent|UploadPart|Part)$/;

/** Names that say: nobody has a reason to touch this. */
const DECOY_NAMES = /honey-?(token|pot|file|user)|canary-?token|(^|[^a-z])decoy([^a-z]|$)/i;

/** The longest name that is searched, in characters. */
const MAX_NAME = 300;

/** Whether the identity itself is a decoy: whatever it does, and whether or not it succeeds, somebody has stolen it. */
export function usesDecoy(call: ApiCall): boolean {
  const { accessKeyId, userName, arn, principalId } = call.actor;
  if (userName !== undefined && DECOY_NAMES.test(userName.slice(0, MAX_NAME))) {
    return true;
  }
  return (
    call.estate.decoys.size > 0 &&
    [accessKeyId, userName, arn, principalId].some((name) => name !== undefined && isListed(name, call))
  );
}

function touchesDecoy(call: ApiCall): boolean {
  const { resource } = call;
  if (resource === undefined) {
    return false;
  }
  const listed = call.estate.decoys.size > 0 && isListed(resource.name, call);
  return (
    (listed || DECOY_NAMES.test(resource.name.slice(0, MAX_NAME))) &&
    !byAwsItself(call) &&
    !call.actor.serviceLinked
  );
}

function isListed(name: string, call: ApiCall): boolean {
  const lower = name.toLowerCase();
  const tail = tailOf(lower);
  return [lower, tail, ...secretNamed(lower, tail)].some((one) => call.estate.decoys.has(one));
}

/** What a secret is called whose ARN this is: Secrets Manager adds a dash and six characters, which callers may leave out. */
function secretNamed(arn: string, tail: string): readonly string[] {
  return arn.startsWith('arn:') && arn.includes(':secret:') ? [tail.replace(/-[a-z0-9]{6}$/, '')] : [];
}

/** What can show in any call, whatever it does. */
export const ANYWHERE_SIGNALS: readonly SignalRow<ApiCall>[] = [
  {
    id: 'decoy-touched',
    title: 'Somebody touched what nobody has a reason to touch',
    question: 'betray',
    severity: 'critical',
    citations: CITES.detection,
    firstStep: 'Take the identity as stolen: deactivate it, then read everything it did.',
    judge: (call) =>
      usesDecoy(call)
        ? incident('userIdentity is a decoy')
        : touchesDecoy(call)
          ? incident(`requestParameters.${call.resource?.field} is a decoy`)
          : undefined,
  },
  {
    id: 'root-used',
    title: 'The root user of an account was used',
    question: 'betray',
    severity: 'critical',
    citations: CITES.identity,
    firstStep: 'Find out who holds the root credentials and why they were needed, then rotate them.',
    judge: (call) =>
      call.actor.kind === 'root' && !byAwsItself(call) ? incident('userIdentity.type is Root') : undefined,
  },
  {
    id: 'anonymous-access',
    title: 'Somebody without an identity reached a store of data',
    question: 'expose',
    severity: 'critical',
    citations: CITES.disclosure,
    firstStep: 'Block public access on the account, then count what was read.',
    judge: (call) =>
      call.actor.kind === 'anonymous' && call.service === 's3' && OBJECT_CALLS.test(call.name)
        ? incident('userIdentity.accountId is ANONYMOUS_PRINCIPAL')
        : undefined,
  },
  {
    id: 'foreign-access',
    title: 'An account that is not ours read from a store of data',
    question: 'watch',
    severity: 'medium',
    citations: CITES.disclosure,
    firstStep: 'Check that the account is a partner under contract, and list it if so.',
    judge: (call) => {
      const { account } = call.actor;
      const foreign = account !== undefined && /^\d{12}$/.test(account) && !call.accounts.own.has(account);
      return foreign &&
        !byAwsItself(call) &&
        call.service === 's3' &&
        /^(Get|List)/.test(call.name) &&
        OBJECT_CALLS.test(call.name)
        ? review(`userIdentity.accountId is ${account}, which is not listed as ours`)
        : undefined;
    },
  },
  {
    id: 'sign-in-failed',
    title: 'A sign-in failed',
    question: 'watch',
    severity: 'medium',
    citations: ['164.308(a)(5)(ii)(C)', '164.312(d)'],
    firstStep: 'Look for more of them from the same address.',
    judge: (call) =>
      SIGN_IN.has(call.service) && call.outcome !== 'done'
        ? review(`eventName is ${showCode(call.name)}, which failed`)
        : undefined,
  },
  {
    id: 'access-denied',
    title: 'A call was denied',
    question: 'watch',
    severity: 'low',
    citations: ['164.308(a)(1)(ii)(D)', '164.312(a)(1)'],
    firstStep: 'Look for more of them from the same identity.',
    judge: (call) =>
      call.outcome === 'denied' ? review('errorCode says that access was denied') : undefined,
  },
];
