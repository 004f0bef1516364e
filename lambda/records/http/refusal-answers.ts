import type { RefusalReason } from '../use-cases/refusal';

/** What a client hears of a refusal. */
export interface RefusalAnswer {
  readonly status: number;
  readonly code: string;
}

const SIGN_IN: RefusalAnswer = { status: 401, code: 'signInRefused' };
const NO_SESSION: RefusalAnswer = { status: 401, code: 'sessionRequired' };
const FORBIDDEN: RefusalAnswer = { status: 403, code: 'forbidden' };
const BAD_REQUEST: RefusalAnswer = { status: 400, code: 'badRequest' };

/** The audit log knows why; the client hears no more than helps somebody who may. */
export const REFUSAL_ANSWERS: Readonly<Record<RefusalReason, RefusalAnswer>> = {
  notAPerson: SIGN_IN,
  nonceMismatch: SIGN_IN,
  staleSignIn: SIGN_IN,
  noSecondFactor: SIGN_IN,
  unknownUser: SIGN_IN,
  inactiveUser: SIGN_IN,
  groupMismatch: SIGN_IN,
  tokenRefused: SIGN_IN,
  tooManyFailures: { status: 429, code: 'tooManyRequests' },
  noSession: NO_SESSION,
  sessionOver: NO_SESSION,
  notPermitted: FORBIDDEN,
  ownAccount: FORBIDDEN,
  foreignOrigin: FORBIDDEN,
  absent: { status: 404, code: 'notFound' },
  noSuchRoute: { status: 404, code: 'notFound' },
  wrongMethod: { status: 405, code: 'methodNotAllowed' },
  taken: { status: 409, code: 'conflict' },
  versionConflict: { status: 412, code: 'versionConflict' },
  versionMissing: { status: 428, code: 'versionRequired' },
  bodyTooLarge: { status: 413, code: 'bodyTooLarge' },
  answerTooLarge: { status: 422, code: 'answerTooLarge' },
  wrongContentType: { status: 415, code: 'wrongContentType' },
  purposeMissing: { status: 400, code: 'purposeRequired' },
  badInput: { status: 400, code: 'badInput' },
  badRequest: BAD_REQUEST,
};

/** What a client hears when something of ours does not work: nothing was told and nothing was changed. */
export const UNAVAILABLE: RefusalAnswer = { status: 503, code: 'unavailable' };
