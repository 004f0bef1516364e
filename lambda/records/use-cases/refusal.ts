import type { SignInRefusal } from '../domain/session/judge-identity';

/** Why a request is refused, as the audit log names it. */
export type RefusalReason =
  | SignInRefusal
  | 'noSession'
  | 'sessionOver'
  | 'tokenRefused'
  | 'tooManyFailures'
  | 'notPermitted'
  | 'ownAccount'
  | 'absent'
  | 'taken'
  | 'versionConflict'
  | 'badRequest'
  | 'badInput'
  | 'bodyTooLarge'
  | 'answerTooLarge'
  | 'wrongContentType'
  | 'versionMissing'
  | 'purposeMissing'
  | 'foreignOrigin'
  | 'noSuchRoute'
  | 'wrongMethod';

/** A request that is refused: nothing was changed and nothing is told. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
  }
}
