import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { answered } from '../answered';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const NAME = 'AWSServiceRoleForConfig';

const ROLE: Singleton = {
  field: 'configServiceRole',
  what: `the role ${NAME}`,
  types: ['AWS::IAM::ServiceLinkedRole'],
  adoptedAbsent: 'blocks',
};

/** AWS Config's service-linked role: an account has one, made by whoever used AWS Config first. */
export const configServiceRoleProbe = probe({
  id: 'config-service-role',
  title: 'Service-linked role of AWS Config',
  actions: ['iam:GetRole'],
  read: async (account, ask): Promise<boolean> =>
    await ask('iam:GetRole', async () => {
      const call = account.client(IAMClient, account.home).send(new GetRoleCommand({ RoleName: NAME }));
      return (await answered(call, 'NoSuchEntityException', 'NoSuchEntity')) !== null;
    }),
  // Where the recorder is adopted, the deployment asks for no role.
  judge: (exists, plan) =>
    plan.config.singletons.configRecorder === 'adopt'
      ? [{ status: 'ok', text: 'The recorder is adopted: the deployment needs no role for it.' }]
      : judgeSingleton(ROLE, { ids: exists ? [NAME] : [] }, plan),
});
