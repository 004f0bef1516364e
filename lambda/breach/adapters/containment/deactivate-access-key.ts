import {
  GetAccessKeyLastUsedCommand,
  type IAMClient,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { type ContainmentAction, targetOf } from './containment-action';

const KEY = /^(AKIA[A-Z0-9]{12,124})$/;

interface KeyState {
  readonly UserName: string;
  readonly active: boolean;
}

/** Deactivates a long-term access key of a user. Undoing it activates it only where it was active before. */
export function deactivateAccessKey(client: Pick<IAMClient, 'send'>): ContainmentAction {
  const setStatus = async (target: string, Status: 'Active' | 'Inactive'): Promise<void> => {
    const AccessKeyId = keyOf(target);
    const { UserName } = await stateOf(client, AccessKeyId);
    await client.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status }));
  };
  return {
    observe: async (target) => {
      const { active } = await stateOf(client, keyOf(target));
      return { before: { active }, changes: active ? ['the access key no longer works'] : [] };
    },
    apply: (target) => setStatus(target, 'Inactive'),
    undo: async (target, before) => {
      if (before.active === true) {
        await setStatus(target, 'Active');
      }
    },
  };
}

function keyOf(target: string): string {
  return targetOf(target, KEY, 'a long-term access key, by its id');
}

async function stateOf(client: Pick<IAMClient, 'send'>, AccessKeyId: string): Promise<KeyState> {
  const { UserName } = await client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
  const { AccessKeyMetadata = [] } = await client.send(new ListAccessKeysCommand({ UserName }));
  const found = AccessKeyMetadata.find((one) => one.AccessKeyId === AccessKeyId);
  if (UserName === undefined || found === undefined) {
    throw new RangeError("'target' must be an access key of a user of this account, got: another one");
  }
  return { UserName, active: found.Status === 'Active' };
}
