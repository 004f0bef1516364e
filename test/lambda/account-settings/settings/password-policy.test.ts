import {
  GetAccountPasswordPolicyCommand,
  NoSuchEntityException,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  DeleteParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import {
  type PasswordPolicy,
  shortfalls,
  strengthen,
} from '../../../../lambda/account-settings/settings/password-policy';
import { request, serviceError, surroundings } from '../requests';

const DEMANDED: PasswordPolicy = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 90,
  PasswordReusePrevention: 24,
  HardExpiry: false,
};
/** As CloudFormation hands it over: every value is text. */
const WANTED = Object.fromEntries(Object.entries(DEMANDED).map(([name, value]) => [name, String(value)]));
const WEAK = { ...DEMANDED, MinimumPasswordLength: 8, RequireSymbols: false, MaxPasswordAge: 0 };

function accountWith(policy: Partial<PasswordPolicy> | 'none') {
  const around = surroundings();
  const read = around.iam.on(GetAccountPasswordPolicyCommand);
  if (policy === 'none') read.rejects(new NoSuchEntityException({ message: '', $metadata: {} }));
  else read.resolves({ PasswordPolicy: policy });
  const written = () =>
    around.iam.commandCalls(UpdateAccountPasswordPolicyCommand).map(({ args }) => args[0].input);
  return { ...around, written };
}

describe('the stronger of two password policies', () => {
  it.each<[string, Partial<PasswordPolicy>, Partial<PasswordPolicy>]>([
    ['a shorter minimum is raised', { MinimumPasswordLength: 8 }, { MinimumPasswordLength: 14 }],
    ['a longer minimum stays', { MinimumPasswordLength: 20 }, { MinimumPasswordLength: 20 }],
    ['no age becomes one', { MaxPasswordAge: 0 }, { MaxPasswordAge: 90 }],
    ['a longer age is shortened', { MaxPasswordAge: 365 }, { MaxPasswordAge: 90 }],
    ['a shorter age stays', { MaxPasswordAge: 30 }, { MaxPasswordAge: 30 }],
    ['fewer remembered become more', { PasswordReusePrevention: 5 }, { PasswordReusePrevention: 24 }],
    ['a missing kind of character is required', { RequireNumbers: false }, { RequireNumbers: true }],
    ['expired users stay locked out where they were', { HardExpiry: true }, { HardExpiry: true }],
  ])('%s', (_what, found, expected) => {
    expect(strengthen({ ...DEMANDED, ...found }, DEMANDED)).toEqual({ ...DEMANDED, ...expected });
  });

  it('names what is weaker, and nothing that is only different', () => {
    expect(shortfalls(WEAK, DEMANDED)).toEqual(['MinimumPasswordLength', 'RequireSymbols', 'MaxPasswordAge']);
    expect(shortfalls({ ...DEMANDED, MinimumPasswordLength: 64, HardExpiry: true }, DEMANDED)).toEqual([]);
    expect(shortfalls({ ...DEMANDED, AllowUsersToChangePassword: false }, DEMANDED)).toEqual([]);
  });
});

describe('the password policy of an account', () => {
  it('is made where there is none, and what was found is kept first', async () => {
    const { ask, written, ssm, iam } = accountWith('none');
    const order: string[] = [];
    ssm.on(PutParameterCommand).callsFake(({ Name, Overwrite }) => {
      order.push(`${Name} ${Overwrite}`);
    });
    iam.on(UpdateAccountPasswordPolicyCommand).callsFake(() => {
      order.push('written');
    });
    expect(await ask(request('Create', 'password-policy', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(written()).toEqual([DEMANDED]);
    expect(order).toEqual(['/hipaa-baseline/sandbox/account-settings/password-policy false', 'written']);
  });

  it('is left alone where it holds already', async () => {
    const { ask, written, ssm } = accountWith({ ...DEMANDED, MinimumPasswordLength: 16 });
    expect(await ask(request('Update', 'password-policy', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(written()).toEqual([]);
    expect(ssm.commandCalls(PutParameterCommand)).toEqual([]);
  });

  it('is made again when a request is delivered twice, and the first record stays', async () => {
    const { ask, ssm } = accountWith(WEAK);
    ssm.on(PutParameterCommand).rejects(new ParameterAlreadyExists({ message: '', $metadata: {} }));
    expect(await ask(request('Create', 'password-policy', WANTED))).toMatchObject({ Status: 'SUCCESS' });
  });

  it('is not changed when what was found cannot be kept', async () => {
    const { ask, ssm, written } = accountWith(WEAK);
    ssm.on(PutParameterCommand).rejects(serviceError('AccessDeniedException'));
    expect(await ask(request('Create', 'password-policy', WANTED))).toMatchObject({ Status: 'FAILED' });
    expect(written()).toEqual([]);
  });

  it('is never put back: what was there before is weaker', async () => {
    const { ask, iam, ssm } = accountWith(DEMANDED);
    ssm.on(DeleteParameterCommand).rejects(new ParameterNotFound({ message: '', $metadata: {} }));
    expect(await ask(request('Delete', 'password-policy', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(iam.calls()).toEqual([]);
  });

  it('stays its owner’s where it is adopted: it is looked at and never written', async () => {
    const strong = accountWith(DEMANDED);
    const adopt = request('Create', 'password-policy', WANTED, { mode: 'adopt' });
    expect(await strong.ask(adopt)).toMatchObject({ Status: 'SUCCESS' });
    expect(strong.written()).toEqual([]);

    const weak = accountWith(WEAK);
    expect(await weak.ask(adopt)).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('MinimumPasswordLength, RequireSymbols, MaxPasswordAge'),
    });
    expect(weak.written()).toEqual([]);
  });

  it('does not hold where an adopting account has none', async () => {
    const { ask } = accountWith('none');
    const adopt = request('Create', 'password-policy', WANTED, { mode: 'adopt' });
    expect(await ask(adopt)).toMatchObject({ Status: 'FAILED' });
  });
});
