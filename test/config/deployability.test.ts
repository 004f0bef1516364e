import { deployability } from '../../lib/config/deployability';
import { deploymentTarget } from '../../lib/config/deployment-target';
import type { EnvironmentInput } from '../../lib/config/schema';
import { configOf, minimalProduction, minimalSandbox } from './minimal-environment';

const ALERTED = { alertEmail: 'security@clinic.org' } as const;

/** An environment, and the one sentence that says what to set; null where it can be deployed. */
const ROWS: readonly (readonly [name: string, input: EnvironmentInput, reason: string | null])[] = [
  ['a sandbox with an address', minimalSandbox(ALERTED), null],
  ['production with an address', minimalProduction({ account: '123456789012' }), null],
  [
    'a sandbox without an address',
    minimalSandbox(),
    "To deploy 'sandbox', set alertEmail (or pass -c alertEmail=…) to your own: nobody would get its alerts.",
  ],
  [
    'an address under .example',
    minimalSandbox({ alertEmail: 'security@hospital.example' }),
    "To deploy 'sandbox', set alertEmail to your own: example domains and account 111122223333 belong to nobody.",
  ],
  [
    'an example account',
    minimalSandbox({ ...ALERTED, account: '111122223333' }),
    "To deploy 'sandbox', set account to your own: example domains and account 111122223333 belong to nobody.",
  ],
  [
    'example administrators',
    minimalSandbox({
      ...ALERTED,
      keys: {
        administratorArns: ['arn:aws:iam::111122223333:role/A', 'arn:aws:iam::111122223333:role/B'],
      },
    }),
    "To deploy 'sandbox', set keys.administratorArns to your own: example domains and account 111122223333 belong to nobody.",
  ],
  [
    'administrators of its own beside an example of none',
    minimalSandbox({ ...ALERTED, keys: { administratorArns: ['arn:aws:iam::123456789012:role/A'] } }),
    null,
  ],
  [
    'all of it',
    minimalSandbox({
      account: '111122223333',
      keys: { administratorArns: ['arn:aws:iam::111122223333:user/A'] },
    }),
    "To deploy 'sandbox', set alertEmail (or pass -c alertEmail=…), account, keys.administratorArns to your own: example domains and account 111122223333 belong to nobody.",
  ],
];

describe('deployability', () => {
  it.each(ROWS)('of %s', (_name, input, reason) => {
    expect(deployability(configOf(input))).toEqual(
      reason === null ? { deployable: true } : { deployable: false, reason },
    );
  });

  it.each([
    ['a@hospital.example', false],
    ['a@deep.hospital.EXAMPLE', false],
    ['a@example.com', false],
    ['a@mail.example.org', false],
    ['a@example.net', false],
    ['a@hospital.test', false],
    ['a@hospital.invalid', false],
    ['a@host.localhost', false],
    ['a@counterexample.com', true],
    ['a@example.io', true],
    ['example@clinic.org', true],
    ['a.example@clinic.org', true],
    ['a@example.com.clinic.org', true],
    ['a@mytest.org', true],
  ])('of alerts to %s: %s', (alertEmail, deployable) => {
    expect(deployability(configOf(minimalSandbox({ alertEmail }))).deployable).toBe(deployable);
  });

  it('does not take a plain word for a reserved domain', () => {
    const database = { name: 'test' };
    expect(
      deployability(configOf(minimalSandbox({ ...ALERTED, name: 'example', database }))).deployable,
    ).toBe(true);
  });
});

describe('the deployment target', () => {
  it('is the account and region of a deployable environment', () => {
    const input = minimalSandbox({ ...ALERTED, account: '123456789012', region: 'eu-west-1' });
    expect(deploymentTarget(configOf(input))).toEqual({ account: '123456789012', region: 'eu-west-1' });
  });

  it('leaves the account to the credentials where a deployable environment names none', () => {
    expect(deploymentTarget(configOf(minimalSandbox(ALERTED)))).toEqual({ region: 'us-east-1' });
  });

  it.each(ROWS.filter(([, , reason]) => reason !== null))(
    "is AWS's documentation account for %s",
    (_name, input) => {
      const config = configOf({ ...input, region: 'eu-west-1', account: input.account ?? '123456789012' });
      expect(deploymentTarget(config)).toEqual({ account: '111122223333', region: 'eu-west-1' });
    },
  );
});
