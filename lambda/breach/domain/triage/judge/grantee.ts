import { at } from '../event/json';
import { showValue } from '../event/show';
import { textOf } from '../event/values';
import { ignore, review } from '../judgement';
import { judgeRecipients } from '../policy/sharing';
import type { CallJudge } from './call-judges';

/** Whom a grant on a key is for: AWS's services and our own roles get one for every volume and database. */
export const judgeGrantee: CallJudge = (call) => {
  const grantee = textOf(at(call.request, 'granteePrincipal'));
  if (grantee === undefined) {
    return review('requestParameters.granteePrincipal is absent');
  }
  return /\.amazonaws\.com(\.cn)?$/.test(grantee)
    ? ignore(`requestParameters.granteePrincipal is ${showValue(grantee)}`)
    : judgeRecipients(grantee, 'requestParameters.granteePrincipal', call.accounts);
};
