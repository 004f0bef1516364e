import { GetRoleCommand, GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { answered } from '../answered';
import { probe } from '../probe';

/** A key administrator of the configuration, and whether IAM knows the name. */
export interface AdministratorReading {
  readonly arn: string;
  readonly exists: boolean;
}

/** Whether the administrators of the keys exist: KMS refuses a key policy that names somebody who does not. */
export const keyAdministratorsProbe = probe({
  id: 'key-administrators',
  title: 'Key administrators',
  actions: ['iam:GetRole', 'iam:GetUser'],
  read: async (account, ask, { config }): Promise<readonly AdministratorReading[]> => {
    const client = account.client(IAMClient, account.home);
    return await Promise.all(
      config.keys.administratorArns.map(async (arn) => {
        const name = arn.split('/').at(-1);
        const known = arn.includes(':role/')
          ? await ask('iam:GetRole', async () => {
              const call = client.send(new GetRoleCommand({ RoleName: name }));
              return (await answered(call, 'NoSuchEntityException', 'NoSuchEntity'))?.Role?.Arn;
            })
          : await ask('iam:GetUser', async () => {
              const call = client.send(new GetUserCommand({ UserName: name }));
              return (await answered(call, 'NoSuchEntityException', 'NoSuchEntity'))?.User?.Arn;
            });
        return { arn, exists: known === arn };
      }),
    );
  },
  judge: (administrators, { config }) => {
    const missing = administrators.filter(({ exists }) => !exists);
    if (missing.length > 0) {
      return missing.map(({ arn }) => ({
        status: 'blocks',
        text: `The account has no ${arn}, which keys.administratorArns names.`,
        fix: 'Make it first, or leave it out: KMS refuses a key policy that names nobody.',
      }));
    }
    // Named none, there is nothing to look at: the policies of IAM decide.
    return config.keys.administratorArns.length === 0
      ? []
      : [{ status: 'ok', text: 'Every administrator of the keys exists.' }];
  },
});
