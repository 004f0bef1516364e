import { isIP } from 'node:net';
import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { judgeAccountSetting } from '../account-setting';
import { answered } from '../answered';
import type { AwsAccount } from '../aws-account';
import { probe } from '../probe';

const WAYS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/** The account's block of public access to S3. @see 45 CFR 164.312(a)(1) */
export const publicAccessBlockProbe = probe({
  id: 'public-access-block',
  title: 'S3 public access block of the account',
  actions: ['s3:GetAccountPublicAccessBlock'],
  read: async (account, ask): Promise<readonly string[]> =>
    await ask('s3:GetAccountPublicAccessBlock', async () => {
      await refuseAddress(account);
      const command = new GetPublicAccessBlockCommand({ AccountId: account.id });
      const call = account.client(S3ControlClient).send(command);
      const found = (await answered(call, 'NoSuchPublicAccessBlockConfiguration'))
        ?.PublicAccessBlockConfiguration;
      return WAYS.filter((way) => found?.[way] !== true);
    }),
  judge: (open, plan) =>
    judgeAccountSetting(
      { field: 'publicAccessBlock', what: "the account's block of public access to S3" },
      open.map((way) => `it lacks ${way}`),
      plan,
    ),
});

/** The SDK puts the account before the name of the host, which an address has not got: it would complain aloud. */
async function refuseAddress(account: AwsAccount): Promise<void> {
  const host = (await account.standIn())?.hostname ?? '';
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) {
    throw Object.assign(new Error('an address cannot stand in for S3 Control'), { code: 'ENOTFOUND' });
  }
}
