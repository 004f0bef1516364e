import { asText, at, type JsonObject, member } from './json';
import { flagOf } from './values';

/** Whether a call happened: `denied` by authorization, or `failed` for another reason. */
export type Outcome = 'done' | 'denied' | 'failed';

const DENIED = /denied|unauthori[sz]|not.?authori[sz]|forbidden|authfailure|not.?permitted/i;

/** The longest message that is searched, in characters. */
const MAX_MESSAGE = 500;

/** What became of the call of a CloudTrail record. A message without a code is a failure too. */
export function outcomeOf(detail: JsonObject, name: string): Outcome {
  const code = asText(at(detail, 'errorCode')) ?? '';
  const message = (asText(at(detail, 'errorMessage')) ?? '').slice(0, MAX_MESSAGE);
  if (code !== '' && code.toLowerCase() !== 'success') {
    return DENIED.test(code) ? 'denied' : 'failed';
  }
  if (code === '' && message !== '') {
    return DENIED.test(message) ? 'denied' : 'failed';
  }
  const answer =
    asText(member(at(detail, 'responseElements'), name)) ??
    asText(member(at(detail, 'serviceEventDetails'), name));
  if (answer?.toLowerCase() === 'failure') {
    return 'failed';
  }
  return flagOf(at(detail, 'responseElements._return')) === false ? 'failed' : 'done';
}
