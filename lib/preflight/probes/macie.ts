import { types } from 'node:util';
import { GetMacieSessionCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { isAnswer } from '../failure';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const SESSION: Singleton = {
  field: 'macie',
  what: 'Macie',
  types: ['AWS::Macie::Session'],
  adoptedAbsent: 'attention',
};

/** What an account has of Macie in a region. */
export type MacieStatus = 'ENABLED' | 'PAUSED' | 'none';

/** Macie: an account enables it once in a region. @see 45 CFR 164.308(a)(1)(ii)(A) */
export const macieProbe = probe({
  id: 'macie',
  title: 'Macie',
  actions: ['macie2:GetMacieSession'],
  read: async (account, ask): Promise<MacieStatus> =>
    await ask('macie2:GetMacieSession', async () => {
      try {
        const { status } = await account.client(Macie2Client).send(new GetMacieSessionCommand({}));
        return status ?? 'ENABLED';
      } catch (error) {
        if (isNotEnabled(error)) return 'none';
        throw error;
      }
    }),
  judge: (status, plan) =>
    judgeSingleton(
      SESSION,
      {
        // The session has no name of its own: CloudFormation calls it by the account.
        ids: status === 'none' ? [] : [plan.account],
        ...(status === 'PAUSED' ? { remark: 'It is paused: nothing is found.' } : {}),
      },
      plan,
    ),
});

/** Macie gives the same error where it is not enabled and where one may not ask; only the sentence differs. */
function isNotEnabled(error: unknown): boolean {
  return (
    types.isNativeError(error) &&
    isAnswer(error, 'AccessDeniedException', 'ResourceNotFoundException') &&
    /macie (is not|isn't) enabled/i.test(error.message)
  );
}
