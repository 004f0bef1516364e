import { failureOf, isAnswer } from '../../lib/preflight/failure';
import { awsError } from './fake-account';

const coded = (code: string) => Object.assign(new Error('detail'), { code });

describe('a failed call', () => {
  it.each([
    [awsError('CredentialsProviderError'), 'no-credentials'],
    [awsError('ExpiredToken'), 'rejected-credentials'],
    [awsError('InvalidClientTokenId'), 'rejected-credentials'],
    [awsError('AuthFailure'), 'rejected-credentials'],
    [awsError('AccessDenied'), 'denied'],
    [awsError('UnauthorizedOperation'), 'denied'],
    [awsError('AuthorizationErrorException'), 'denied'],
    [awsError('ThrottlingException'), 'throttled'],
    [awsError('RequestLimitExceeded'), 'throttled'],
    [awsError('TimeoutError'), 'unreachable'],
    [awsError('OptInRequired'), 'not-available'],
    [coded('ENOTFOUND'), 'unreachable'],
    [coded('CERT_HAS_EXPIRED'), 'unreachable'],
    [new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), 'unreachable'],
    [new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'unreachable'],
    [awsError('InternalFailure'), 'other'],
    ['text', 'other'],
    [undefined, 'other'],
  ])('%s is sorted', (error, kind) => {
    expect(failureOf(error).kind).toBe(kind);
  });

  it.each([['Bad name: \u001b[31m'], ['x'.repeat(81)], ['']])('shows no name like %j', (name) => {
    expect(failureOf(awsError(name)).name).toBe('UnknownError');
  });

  it('is told from an answer by its name alone', () => {
    expect(isAnswer(awsError('NoSuchEntity'), 'NoSuchEntityException', 'NoSuchEntity')).toBe(true);
    expect(isAnswer(awsError('Other'), 'NoSuchEntity')).toBe(false);
  });
});
