import {
  type EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  GetEbsDefaultKmsKeyIdCommand,
  GetEbsEncryptionByDefaultCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ResetEbsDefaultKmsKeyIdCommand,
} from '@aws-sdk/client-ec2';
import * as z from 'zod';
import type { AccountStateRow } from '../account-state';
import { yesOrNo } from '../text-values';

/** Whether new volumes and snapshots of the region are encrypted, and under which key. */
export interface EbsEncryption {
  readonly Enabled: boolean;
  /** ARN of a key, or the alias of the one that AWS manages. */
  readonly KeyId: string;
}

/** The key that EC2 falls back to; it is told as an alias, with or without the rest of its ARN. */
const AWS_MANAGED = 'alias/aws/ebs';

const key = z.string().min(1).max(2048);

/**
 * Encryption of new EBS volumes by default, in one region, under a key of ours. When the resource goes, our key may go
 * too, and with it every new volume: the key before is put back, unless somebody has chosen another one since.
 * Encryption itself stays on.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export function ebsEncryption(ec2: EC2Client): AccountStateRow<EbsEncryption> {
  return {
    name: 'ebs-encryption',
    schema: z.strictObject({ Enabled: yesOrNo, KeyId: key }),
    read: () => read(ec2),
    strengthen: (found, wanted) => ({ Enabled: found.Enabled || wanted.Enabled, KeyId: wanted.KeyId }),
    // An account that looks after itself chooses its own key.
    shortfalls: (found, wanted) => (wanted.Enabled && !found.Enabled ? ['Enabled'] : []),
    write: (state) => write(ec2, state),
    restore: { recorded: z.strictObject({ Enabled: z.boolean(), KeyId: key }), target: keyBefore },
  };
}

/** The state with the key of before, or nothing where the present key is not ours. */
export function keyBefore(
  before: EbsEncryption,
  now: EbsEncryption,
  wanted: EbsEncryption,
): EbsEncryption | undefined {
  if (now.KeyId !== wanted.KeyId) return undefined;
  // A record that names our own key says only that it was written too late.
  const earlier = before.KeyId === wanted.KeyId ? AWS_MANAGED : before.KeyId;
  return { Enabled: now.Enabled, KeyId: earlier };
}

async function read(ec2: EC2Client): Promise<EbsEncryption> {
  const { EbsEncryptionByDefault } = await ec2.send(new GetEbsEncryptionByDefaultCommand({}));
  const { KmsKeyId } = await ec2.send(new GetEbsDefaultKmsKeyIdCommand({}));
  return { Enabled: EbsEncryptionByDefault ?? false, KeyId: KmsKeyId ?? AWS_MANAGED };
}

/** Encryption is switched on here and never off. */
async function write(ec2: EC2Client, { Enabled, KeyId }: EbsEncryption): Promise<void> {
  if (KeyId.endsWith(AWS_MANAGED)) await ec2.send(new ResetEbsDefaultKmsKeyIdCommand({}));
  else await ec2.send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId: KeyId }));
  if (Enabled) await ec2.send(new EnableEbsEncryptionByDefaultCommand({}));
}
