import { timingSafeEqual } from 'node:crypto';
import { audited } from '../../use-cases/audited';
import { endSession } from '../../use-cases/end-session';
import { openSession } from '../../use-cases/open-session';
import { Refusal } from '../../use-cases/refusal';
import { SECRET_PATTERN } from '../../use-cases/session-secret';
import { json } from '../answers';
import { EXCHANGE_SCHEMA, SESSION_SCHEMA } from '../body-schemas';
import { SESSION_COOKIE, SIGN_IN_COOKIE, sessionCookie, signInCookie, withoutCookie } from '../cookies';
import type { HttpRequest } from '../http-message';
import { PAGE_PATH } from '../page/page';
import { cookieOf } from '../request-headers';
import { type PublicRoute, parseBody, type SessionRoute } from '../route';
import { type SignInSecrets, signInSecrets } from '../sign-in-secrets';

/** Sends the browser to the identity provider, and remembers in a cookie that it began. */
const START: PublicRoute = {
  access: 'public',
  name: 'startSignIn',
  method: 'GET',
  path: '/sign-in',
  takesBody: false,
  takesQuery: false,
  audit: null,
  prepare:
    () =>
    ({ service, settings }) => {
      const secret = service.randomness.secret();
      const { state, nonce, challenge } = signInSecrets(secret);
      const address = new URL(settings.signIn.authorizeUrl);
      address.search = new URLSearchParams({
        response_type: 'code',
        client_id: settings.signIn.clientId,
        redirect_uri: settings.origin + PAGE_PATH,
        scope: 'openid',
        // Whoever comes after somebody else at the same browser signs in for themselves.
        prompt: 'login',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString();
      return Promise.resolve({
        status: 303,
        headers: [['Location', address.href], signInCookie(secret)],
        body: '',
      });
    },
};

/** Gives the page what it needs to exchange its code, in the browser that began the sign-in alone. */
const EXCHANGE: PublicRoute = {
  access: 'public',
  name: 'exchangeSignIn',
  method: 'POST',
  path: '/sign-in/exchange',
  takesBody: true,
  takesQuery: false,
  audit: { action: 'signIn', resourceType: 'session', categories: [] },
  prepare: (body) => {
    const input = parseBody(EXCHANGE_SCHEMA, body);
    return ({ request, trail }) =>
      audited(trail, { action: 'signIn', resourceType: 'session' }, async (confirm) => {
        const secrets = beganWith(request);
        if (secrets === undefined || !equal(secrets.state, input?.state ?? '')) {
          throw new Refusal('nonceMismatch');
        }
        await confirm();
        return json({ verifier: secrets.verifier });
      });
  },
};

const OPEN: PublicRoute = {
  access: 'public',
  name: 'openSession',
  method: 'POST',
  path: '/session',
  takesBody: true,
  takesQuery: false,
  audit: { action: 'sessionOpen', resourceType: 'session', categories: [] },
  prepare: (body) => {
    const input = parseBody(SESSION_SCHEMA, body);
    return async ({ service, request, origin, trail }) => {
      const { secret, role } = await openSession(service, trail, origin, {
        idToken: input?.idToken ?? '',
        nonce: beganWith(request)?.nonce,
      });
      return json({ role, idleMs: service.sessionLimits.idleMs }, 201, [
        sessionCookie(secret),
        withoutCookie(SIGN_IN_COOKIE),
      ]);
    };
  },
};

/** Takes everything out of the browser that it may have kept. */
const END: SessionRoute = {
  access: 'session',
  name: 'endSession',
  method: 'DELETE',
  path: '/session',
  takesBody: false,
  takesPurpose: false,
  takesVersion: false,
  audit: { action: 'sessionEnd', resourceType: 'session', categories: [] },
  prepare:
    () =>
    async ({ service, origin, trail, caller }) => {
      await endSession(service, trail, origin, caller);
      return {
        status: 204,
        headers: [
          ['Clear-Site-Data', '"cache", "cookies", "storage"'],
          withoutCookie(SESSION_COOKIE),
          withoutCookie(SIGN_IN_COOKIE),
        ],
        body: '',
      };
    },
};

export const SIGN_IN_ROUTES = [START, EXCHANGE, OPEN, END] as const;

function beganWith(request: HttpRequest): SignInSecrets | undefined {
  const secret = cookieOf(request, SIGN_IN_COOKIE);
  return secret !== undefined && SECRET_PATTERN.test(secret) ? signInSecrets(secret) : undefined;
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
