import { GetAccountPasswordPolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { judgeAccountSetting } from '../account-setting';
import { answered } from '../answered';
import { probe } from '../probe';

/** The password policy of IAM users: an account has one. @see 45 CFR 164.308(a)(5)(ii)(D) */
export const passwordPolicyProbe = probe({
  id: 'password-policy',
  title: 'IAM password policy',
  actions: ['iam:GetAccountPasswordPolicy'],
  read: async (account, ask): Promise<boolean> =>
    await ask('iam:GetAccountPasswordPolicy', async () => {
      const client = account.client(IAMClient, account.home);
      return (
        (await answered(
          client.send(new GetAccountPasswordPolicyCommand({})),
          'NoSuchEntityException',
          'NoSuchEntity',
        )) !== null
      );
    }),
  judge: (exists, plan) =>
    judgeAccountSetting({ field: 'passwordPolicy', what: 'a password policy of its own' }, exists, plan),
});
