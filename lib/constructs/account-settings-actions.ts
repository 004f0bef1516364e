/** What a setting needs of IAM. */
interface SettingActions {
  /** To look. */
  readonly read: readonly string[];
  /** To make it so, and to put it back. */
  readonly write: readonly string[];
}

/** The settings of `lambda/account-settings`, and the actions that each takes: none of them lets IAM name a resource. */
export const SETTING_ACTIONS = {
  'password-policy': {
    read: ['iam:GetAccountPasswordPolicy'],
    write: ['iam:UpdateAccountPasswordPolicy'],
  },
  'public-access-block': {
    read: ['s3:GetAccountPublicAccessBlock'],
    write: ['s3:PutAccountPublicAccessBlock'],
  },
  'ebs-encryption': {
    read: ['ec2:GetEbsDefaultKmsKeyId', 'ec2:GetEbsEncryptionByDefault'],
    write: [
      'ec2:EnableEbsEncryptionByDefault',
      'ec2:ModifyEbsDefaultKmsKeyId',
      'ec2:ResetEbsDefaultKmsKeyId',
    ],
  },
  'macie-samples': {
    read: ['macie2:GetRevealConfiguration'],
    write: ['macie2:UpdateRevealConfiguration'],
  },
  'macie-job': {
    read: ['macie2:ListClassificationJobs'],
    write: ['macie2:CreateClassificationJob', 'macie2:UpdateClassificationJob'],
  },
} as const satisfies Record<string, SettingActions>;

/** A key of {@link SETTING_ACTIONS}. */
export type SettingName = keyof typeof SETTING_ACTIONS;
