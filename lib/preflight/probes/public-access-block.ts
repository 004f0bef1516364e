import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { judgeAccountSetting } from '../account-setting';
import { answered } from '../answered';
import { probe } from '../probe';

/** The account's block of public access to S3. @see 45 CFR 164.312(a)(1) */
export const publicAccessBlockProbe = probe({
  id: 'public-access-block',
  title: 'S3 public access block of the account',
  actions: ['s3:GetAccountPublicAccessBlock'],
  read: async (account, ask): Promise<boolean> =>
    await ask('s3:GetAccountPublicAccessBlock', async () => {
      const call = account
        .client(S3ControlClient)
        .send(new GetPublicAccessBlockCommand({ AccountId: account.id }));
      return (await answered(call, 'NoSuchPublicAccessBlockConfiguration')) !== null;
    }),
  judge: (exists, plan) =>
    judgeAccountSetting(
      { field: 'accountPublicAccessBlock', what: 'a block of public access to S3' },
      exists,
      plan,
    ),
});
