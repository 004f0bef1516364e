import { types } from 'node:util';

/** Why AWS did not answer a call. */
export type FailureKind =
  | 'no-credentials'
  | 'rejected-credentials'
  | 'denied'
  | 'throttled'
  | 'unreachable'
  | 'not-available'
  | 'other';

/** A failed call, as far as it is safe to repeat: never the message, which may name anything. */
export interface Failure {
  readonly kind: FailureKind;
  /** The error's own name: letters, digits and dots. */
  readonly name: string;
}

const KINDS: readonly (readonly [kind: FailureKind, names: readonly string[]])[] = [
  ['no-credentials', ['CredentialsProviderError', 'ProviderError', 'TokenProviderError']],
  [
    'rejected-credentials',
    [
      'ExpiredToken',
      'ExpiredTokenException',
      'RequestExpired',
      'InvalidClientTokenId',
      'InvalidAccessKeyId',
      'UnrecognizedClientException',
      'SignatureDoesNotMatch',
      'InvalidSignatureException',
      'IncompleteSignature',
      'InvalidToken',
      'AuthFailure',
      'NotSignedUp',
    ],
  ],
  [
    'denied',
    [
      'AccessDenied',
      'AccessDeniedException',
      'UnauthorizedOperation',
      'AuthorizationError',
      'AuthorizationErrorException',
      'UnauthorizedAccess',
      'Forbidden',
    ],
  ],
  [
    'throttled',
    [
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      'SlowDown',
    ],
  ],
  ['not-available', ['SubscriptionRequiredException', 'OptInRequired', 'UnknownOperationException']],
  ['unreachable', ['TimeoutError', 'AbortError', 'NetworkingError']],
];

const NETWORK_CODES: readonly string[] = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'EPIPE',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
];

/** TLS that cannot be verified is no answer of AWS either. */
const CERTIFICATE_CODE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** Sorts an error of the SDK, of Node or of anything between. */
export function failureOf(error: unknown): Failure {
  const name = nameOf(error);
  const kind = isNetworkError(error) ? 'unreachable' : KINDS.find(([, names]) => names.includes(name))?.[0];
  return { kind: kind ?? 'other', name };
}

/** Whether AWS gave this very answer, by its name. */
export function isAnswer(error: unknown, ...names: readonly string[]): boolean {
  return names.includes(nameOf(error));
}

/** A connection to several addresses that failed for all of them hides the reasons one level down, as fetch does. */
function isNetworkError(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const below = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  return NETWORK_CODES.includes(code) || CERTIFICATE_CODE.test(code) || below.some(isNetworkError);
}

function nameOf(error: unknown): string {
  const name = types.isNativeError(error) || error instanceof Error ? error.name : 'UnknownError';
  return /^[A-Za-z][A-Za-z0-9.]{0,79}$/.test(name) ? name : 'UnknownError';
}
