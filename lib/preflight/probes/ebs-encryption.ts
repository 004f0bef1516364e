import { EC2Client, GetEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';
import { judgeAccountSetting } from '../account-setting';
import { probe } from '../probe';

/** Whether new volumes are encrypted without asking. @see 45 CFR 164.312(a)(2)(iv) */
export const ebsEncryptionProbe = probe({
  id: 'ebs-encryption',
  title: 'Default encryption of EBS',
  actions: ['ec2:GetEbsEncryptionByDefault'],
  read: async (account, ask): Promise<boolean> =>
    await ask('ec2:GetEbsEncryptionByDefault', async () => {
      const command = new GetEbsEncryptionByDefaultCommand({});
      return (await account.client(EC2Client).send(command)).EbsEncryptionByDefault === true;
    }),
  judge: (on, plan) =>
    judgeAccountSetting(
      { field: 'ebsEncryption', what: 'default encryption of EBS volumes' },
      on ? [] : ['it is off'],
      plan,
    ),
});
