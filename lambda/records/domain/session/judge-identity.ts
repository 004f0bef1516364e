import { ROLES } from '../access/role';
import type { User } from './user';

/** What a sign-in has to show. */
export interface SignIn {
  readonly authenticatedAt: Date;
  readonly nonce: string | null;
  readonly methods: readonly string[] | null;
  readonly groups: readonly string[];
  readonly person: boolean;
}

/** Why a sign-in opens no session. */
export type SignInRefusal =
  | 'notAPerson'
  | 'nonceMismatch'
  | 'staleSignIn'
  | 'noSecondFactor'
  | 'unknownUser'
  | 'inactiveUser'
  | 'groupMismatch';

/** How old a sign-in may be, in ms: a token that was caught is of no use later. */
const OLDEST_SIGN_IN_MS = 5 * 60_000;

/** How far the provider's clock may be ahead, in ms. */
const CLOCK_SKEW_MS = 60_000;

const SECOND_FACTORS: readonly string[] = ['mfa', 'otp', 'swk', 'hwk', 'software_token_mfa'];

/**
 * Why this sign-in must not open a session; undefined where it may. Where the provider tells how the person signed in, a second
 * factor must be among it; where it does not, the pool requires one.
 *
 * @see 45 CFR 164.312(d)
 */
export function judgeIdentity(
  signIn: SignIn,
  expectedNonce: string,
  user: User | undefined,
  now: Date,
): SignInRefusal | undefined {
  const age = now.getTime() - signIn.authenticatedAt.getTime();
  if (!signIn.person) return 'notAPerson';
  if (signIn.nonce === null || signIn.nonce !== expectedNonce) return 'nonceMismatch';
  if (!(age <= OLDEST_SIGN_IN_MS && age >= -CLOCK_SKEW_MS)) return 'staleSignIn';
  if (signIn.methods !== null && !signIn.methods.some((method) => SECOND_FACTORS.includes(method))) {
    return 'noSecondFactor';
  }
  return judgeUser(user, signIn.groups);
}

function judgeUser(user: User | undefined, groups: readonly string[]): SignInRefusal | undefined {
  if (user === undefined) return 'unknownUser';
  if (user.kind !== 'person') return 'notAPerson';
  if (!user.active) return 'inactiveUser';
  const roles = groups.filter((group) => ROLES.some((role) => role === group));
  return roles.length > 0 && !roles.includes(user.role) ? 'groupMismatch' : undefined;
}
