/** The prefix lets a browser take the cookie over TLS from this host alone, for all of it. */
export const SESSION_COOKIE = '__Host-session';

/** Binds a sign-in to the browser that began it. */
export const SIGN_IN_COOKIE = '__Host-sign-in';

const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** How long somebody may take to sign in, in s. */
const SIGN_IN_SECONDS = 600;

type Header = readonly [name: string, value: string];

/** A session's cookie ends with the browser; the server ends it before that. */
export function sessionCookie(secret: string): Header {
  return ['Set-Cookie', `${SESSION_COOKIE}=${secret}; ${FLAGS}`];
}

export function signInCookie(secret: string): Header {
  return ['Set-Cookie', `${SIGN_IN_COOKIE}=${secret}; ${FLAGS}; Max-Age=${SIGN_IN_SECONDS}`];
}

export function withoutCookie(name: typeof SESSION_COOKIE | typeof SIGN_IN_COOKIE): Header {
  return ['Set-Cookie', `${name}=; ${FLAGS}; Max-Age=0`];
}
