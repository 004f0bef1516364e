import { GetAccountPasswordPolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { judgeAccountSetting } from '../account-setting';
import { answered } from '../answered';
import { probe } from '../probe';

/** The password policy of IAM users: an account has one or none. @see 45 CFR 164.308(a)(5)(ii)(D) */
export const passwordPolicyProbe = probe({
  id: 'password-policy',
  title: 'IAM password policy',
  actions: ['iam:GetAccountPasswordPolicy'],
  read: async (account, ask): Promise<boolean> =>
    await ask('iam:GetAccountPasswordPolicy', async () => {
      const call = account.client(IAMClient, account.home).send(new GetAccountPasswordPolicyCommand({}));
      return (await answered(call, 'NoSuchEntityException', 'NoSuchEntity')) !== null;
    }),
  // How strong one has to be, the deployment itself judges.
  judge: (exists, plan) =>
    judgeAccountSetting(
      { field: 'passwordPolicy', what: 'the password policy' },
      exists ? [] : ['there is none'],
      plan,
    ),
});
