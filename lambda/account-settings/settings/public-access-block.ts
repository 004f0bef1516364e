import {
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  type S3ControlClient,
} from '@aws-sdk/client-s3-control';
import * as z from 'zod';
import type { AccountStateRow } from '../account-state';
import { yesOrNo } from '../text-values';

const SWITCHES = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

/** Which ways to make a bucket public the account shuts. */
export type AccountPublicAccessBlock = Readonly<Record<(typeof SWITCHES)[number], boolean>>;

const schema = z.strictObject({
  BlockPublicAcls: yesOrNo,
  IgnorePublicAcls: yesOrNo,
  BlockPublicPolicy: yesOrNo,
  RestrictPublicBuckets: yesOrNo,
});

/**
 * The account's block on public buckets, of every region. Nothing is put back: buckets that nobody thought of would be
 * public again.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export function publicAccessBlock(
  s3: S3ControlClient,
  accountId: string,
): AccountStateRow<AccountPublicAccessBlock> {
  return {
    name: 'public-access-block',
    schema,
    read: () => read(s3, accountId),
    strengthen: (found, wanted) => ({
      BlockPublicAcls: found.BlockPublicAcls || wanted.BlockPublicAcls,
      IgnorePublicAcls: found.IgnorePublicAcls || wanted.IgnorePublicAcls,
      BlockPublicPolicy: found.BlockPublicPolicy || wanted.BlockPublicPolicy,
      RestrictPublicBuckets: found.RestrictPublicBuckets || wanted.RestrictPublicBuckets,
    }),
    shortfalls: (found, wanted) => SWITCHES.filter((name) => wanted[name] && !found[name]),
    write: async (PublicAccessBlockConfiguration) => {
      await s3.send(
        new PutPublicAccessBlockCommand({ AccountId: accountId, PublicAccessBlockConfiguration }),
      );
    },
  };
}

async function read(s3: S3ControlClient, AccountId: string): Promise<AccountPublicAccessBlock> {
  const found = await configuration(s3, AccountId);
  return {
    BlockPublicAcls: found?.BlockPublicAcls ?? false,
    IgnorePublicAcls: found?.IgnorePublicAcls ?? false,
    BlockPublicPolicy: found?.BlockPublicPolicy ?? false,
    RestrictPublicBuckets: found?.RestrictPublicBuckets ?? false,
  };
}

async function configuration(s3: S3ControlClient, AccountId: string) {
  try {
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ AccountId }));
    return PublicAccessBlockConfiguration;
  } catch (error) {
    // The account never had one.
    if (error instanceof Error && error.name === 'NoSuchPublicAccessBlockConfiguration') return undefined;
    throw error;
  }
}
