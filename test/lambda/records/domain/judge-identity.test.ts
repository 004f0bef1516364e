import { judgeIdentity, type SignIn } from '../../../../lambda/records/domain/session/judge-identity';
import type { User } from '../../../../lambda/records/domain/session/user';

const NOW = new Date('2026-01-15T12:00:00Z');
const SIGN_IN: SignIn = {
  authenticatedAt: new Date('2026-01-15T11:58:00Z'),
  nonce: 'nonce',
  methods: ['pwd', 'mfa'],
  groups: [],
  person: true,
};
const USER: User = { id: 'user', role: 'nurse', active: true, kind: 'person' };

describe('a sign-in', () => {
  it.each<[string, Partial<SignIn>, Partial<User> | null, string | undefined]>([
    ['opens a session', {}, {}, undefined],
    [
      'opens one where the provider tells no methods, which requires the second factor itself',
      { methods: null },
      {},
      undefined,
    ],
    ['with a password alone opens none', { methods: ['pwd'] }, {}, 'noSecondFactor'],
    ['with no method opens none', { methods: [] }, {}, 'noSecondFactor'],
    ['of another browser opens none', { nonce: 'other' }, {}, 'nonceMismatch'],
    ['of no browser opens none', { nonce: null }, {}, 'nonceMismatch'],
    ['of a shared login opens none', { person: false }, {}, 'notAPerson'],
    ['of a machine in the directory opens none', {}, { kind: 'service' }, 'notAPerson'],
    ['of somebody unknown opens none', {}, null, 'unknownUser'],
    ['of somebody who left opens none', {}, { active: false }, 'inactiveUser'],
    ['at five minutes still opens one', { authenticatedAt: new Date('2026-01-15T11:55:00Z') }, {}, undefined],
    [
      'after five minutes opens none',
      { authenticatedAt: new Date('2026-01-15T11:54:59.999Z') },
      {},
      'staleSignIn',
    ],
    ['of the future opens none', { authenticatedAt: new Date('2026-01-15T12:02:00Z') }, {}, 'staleSignIn'],
    ['without a time opens none', { authenticatedAt: new Date(Number.NaN) }, {}, 'staleSignIn'],
    ['with the group of the role opens one', { groups: ['nurse', 'eu-west-1_pool'] }, {}, undefined],
    ['with the group of another role opens none', { groups: ['physician'] }, {}, 'groupMismatch'],
    ['with groups that are no roles opens one', { groups: ['beta'] }, {}, undefined],
  ])('%s', (_what, signIn, user, reason) => {
    expect(
      judgeIdentity(
        { ...SIGN_IN, ...signIn },
        'nonce',
        user === null ? undefined : { ...USER, ...user },
        NOW,
      ),
    ).toBe(reason);
  });
});
