import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { judgeAccountSetting } from '../account-setting';
import { answered } from '../answered';
import { probe } from '../probe';

const WAYS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/** The account's block of public access to S3. @see 45 CFR 164.312(a)(1) */
export const publicAccessBlockProbe = probe({
  id: 'public-access-block',
  title: 'S3 public access block of the account',
  actions: ['s3:GetAccountPublicAccessBlock'],
  read: async (account, ask): Promise<readonly string[]> =>
    await ask('s3:GetAccountPublicAccessBlock', async () => {
      const command = new GetPublicAccessBlockCommand({ AccountId: account.id });
      const call = account.client(S3ControlClient).send(command);
      const found = (await answered(call, 'NoSuchPublicAccessBlockConfiguration'))
        ?.PublicAccessBlockConfiguration;
      return WAYS.filter((way) => found?.[way] !== true);
    }),
  judge: (open, plan) =>
    judgeAccountSetting(
      { field: 'publicAccessBlock', what: "the account's block of public access to S3" },
      open,
      plan,
    ),
});
