import { keepsAuditRecords } from '../event/audit-name';
import { at } from '../event/json';
import { numberOf, textOf } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { type CallJudge, requested } from './call-judges';

/**
 * How long records are kept, in days: less than the floor is an incident for a store of audit records.
 *
 * @see 45 CFR 164.316(b)(2)(i) for documentation; for logs six years are practice
 */
export function keptTooShort(path: string, store?: string): CallJudge {
  return (call) => {
    const days = numberOf(at(call.request, path));
    const floor = call.estate.retentionDays;
    if (days === undefined) {
      return review(`requestParameters.${path} is absent`);
    }
    if (days >= floor) {
      return ignore(`requestParameters.${path} is ${days}`);
    }
    const reason = `requestParameters.${path} is ${days}, below ${floor}`;
    const audit =
      store === undefined ? 'yes' : keepsAuditRecords(textOf(at(call.request, store)), call.estate);
    return audit === 'yes'
      ? incident(reason)
      : review(`${reason}, of a store that does not say that it keeps audit records`);
  };
}

/** A new destination of audit records: one that does not say that it keeps them, or an account that is not ours, is an incident. */
export function divertedTo(path: string, unnamed: 'incident' | 'review'): CallJudge {
  return (call) => {
    const store = textOf(requested(call, path));
    if (store === undefined) {
      return undefined;
    }
    const strangers = (store.match(/\d{12}/g) ?? []).filter((account) => !call.accounts.own.has(account));
    if (strangers.length > 0) {
      return incident(`requestParameters.${path} names account ${strangers[0]}, which is not listed as ours`);
    }
    if (keepsAuditRecords(store, call.estate) !== 'no') {
      return review(`requestParameters.${path} is set, to a store that says it keeps logs`);
    }
    const reason = `requestParameters.${path} is set, to a store that is not known to keep logs`;
    return unnamed === 'incident' ? incident(reason) : review(reason);
  };
}
