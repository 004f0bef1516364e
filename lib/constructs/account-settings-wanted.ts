import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { AccountSettings } from './account-settings';

/** Whether each setting is made here or only looked at. */
export interface AccountSettingModes {
  readonly passwordPolicy: 'manage' | 'adopt';
  readonly publicAccessBlock: 'manage' | 'adopt';
  readonly ebsEncryption: 'manage' | 'adopt';
}

/** What the rule IAM_PASSWORD_POLICY of AWS Config asks, and CIS in most of it. Practice. */
const PASSWORD_POLICY = {
  MinimumPasswordLength: '14',
  RequireSymbols: 'true',
  RequireNumbers: 'true',
  RequireUppercaseCharacters: 'true',
  RequireLowercaseCharacters: 'true',
  AllowUsersToChangePassword: 'true',
  MaxPasswordAge: '90',
  PasswordReusePrevention: '24',
  HardExpiry: 'false',
} as const;

const NO_PUBLIC_BUCKETS = {
  BlockPublicAcls: 'true',
  IgnorePublicAcls: 'true',
  BlockPublicPolicy: 'true',
  RestrictPublicBuckets: 'true',
} as const;

/**
 * What the baseline wants of every account: passwords that last, no public buckets, encrypted volumes.
 *
 * @param volumeKey encrypts new EBS volumes; it can be used through EC2
 * @see 45 CFR 164.308(a)(5)(ii)(D), 164.312(a)(1), 164.312(a)(2)(iv)
 */
export function hardenAccount(settings: AccountSettings, modes: AccountSettingModes, volumeKey: IKey): void {
  settings.make('PasswordPolicy', {
    setting: 'password-policy',
    mode: modes.passwordPolicy,
    wanted: PASSWORD_POLICY,
  });
  settings.make('PublicAccessBlock', {
    setting: 'public-access-block',
    mode: modes.publicAccessBlock,
    wanted: NO_PUBLIC_BUCKETS,
  });
  settings.make('EbsEncryption', {
    setting: 'ebs-encryption',
    mode: modes.ebsEncryption,
    wanted: { Enabled: 'true', KeyId: volumeKey.keyArn },
  });
}
