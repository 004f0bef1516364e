import { type AccountBook, relationOf } from '../event/accounts';
import { firstAt } from '../event/json';
import { showValue } from '../event/show';
import { isNothing, textsIn } from '../event/values';
import type { CallJudge } from '../judge/call-judges';
import { ignore, incident, type Judgement, review, worst } from '../judgement';

/** Where a call names those with whom something is shared, and those with whom it no longer is. */
export interface Sharing {
  readonly adds: readonly string[];
  readonly removes?: readonly string[];
}

/** Giving a resource to accounts by name. Everyone or an account that is not ours is an incident; taking away tightens. */
export function shares({ adds, removes = [] }: Sharing): CallJudge {
  return (call) => {
    const added = firstAt(call.request, adds);
    if (!isNothing(added)) {
      return judgeRecipients(added, `requestParameters.${adds[0]}`, call.accounts);
    }
    const removed = firstAt(call.request, removes);
    return isNothing(removed)
      ? review(`requestParameters.${adds[0]} is absent`)
      : ignore(`requestParameters.${removes[0]} takes access away`);
  };
}

/** As {@link shares}, for calls that may share with nobody: then nothing is said. */
export function sharesIfGiven({ adds }: Sharing): CallJudge {
  return (call) => {
    const added = firstAt(call.request, adds);
    return isNothing(added)
      ? undefined
      : judgeRecipients(added, `requestParameters.${adds[0]}`, call.accounts);
  };
}

/** The judgement on the texts within a value as recipients. */
export function judgeRecipients(value: unknown, field: string, book: AccountBook): Judgement {
  return (
    worst(textsIn(value).map((text) => judgeRecipient(text, field, book))) ?? review(`${field} names nobody`)
  );
}

function judgeRecipient(text: string, field: string, book: AccountBook): Judgement {
  const organization = /^arn:[\w-]+:organizations::(\d{12}):(organization|ou)\/(o-[a-z0-9]+)/.exec(text);
  if (organization !== null) {
    const ours = book.organizations.has(organization[3] ?? '');
    return ours
      ? ignore(`${field} is our organization`)
      : review(`${field} is an organization not listed as ours`);
  }
  switch (relationOf(text, book)) {
    case 'everyone':
      return incident(`${field} is everyone`, 'critical');
    case 'outside':
      return incident(`${field} is an account not listed as ours: ${showValue(/\d{12}/.exec(text)?.[0])}`);
    case 'own':
      return ignore(`${field} is ours`);
    default:
      return review(`${field} is ${showValue(text)}`);
  }
}
