import { relationOf } from '../event/accounts';
import type { ApiCall } from '../event/api-call';
import { keepsAuditRecords } from '../event/audit-name';
import { at, firstAt } from '../event/json';
import { showValue } from '../event/show';
import { flagOf, isNothing, listOf, numberOf, textOf, textsIn } from '../event/values';
import { ignore, incident, type Judgement, review, worst } from '../judgement';
import { bucketOf } from './bucket-name';
import type { CallJudge } from './call-judges';

const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** The four parts of a public access block: each that is off is a guard removed, each that is absent an open question. */
export const removesPublicAccessBlock: CallJudge = (call) => {
  const block =
    firstAt(call.request, [
      'PublicAccessBlockConfiguration',
      'PutPublicAccessBlockRequest.PublicAccessBlockConfiguration',
    ]) ?? call.request;
  const off = BLOCKS.filter((name) => flagOf(at(block, name)) === false);
  if (off.length > 0) {
    return incident(`PublicAccessBlockConfiguration.${off[0]} is false`);
  }
  return BLOCKS.every((name) => flagOf(at(block, name)) === true)
    ? ignore('PublicAccessBlockConfiguration blocks everything')
    : review('PublicAccessBlockConfiguration is not recorded in full');
};

/** Lifecycle rules: expiry of audit records before six years is an incident, expiry of anything else is looked at. */
export const expires: CallJudge = (call) => {
  const configuration = at(call.request, 'LifecycleConfiguration');
  if (configuration === undefined) {
    return review('requestParameters.LifecycleConfiguration is absent');
  }
  const rules = listOf(firstAt(configuration, ['Rule', 'Rules']));
  return worst(rules.map((rule) => expiryOf(rule, call))) ?? ignore('LifecycleConfiguration expires nothing');
};

function expiryOf(rule: unknown, call: ApiCall): Judgement | undefined {
  if (textOf(at(rule, 'Status'))?.toLowerCase() === 'disabled') {
    return undefined;
  }
  const days = [
    numberOf(at(rule, 'Expiration.Days')),
    numberOf(
      firstAt(rule, ['NoncurrentVersionExpiration.NoncurrentDays', 'NoncurrentVersionExpiration.Days']),
    ),
  ].filter((count) => count !== undefined);
  if (days.length === 0) {
    return isNothing(at(rule, 'Expiration.Date'))
      ? undefined
      : review('LifecycleConfiguration: Expiration.Date is set');
  }
  const shortest = Math.min(...days);
  const floor = call.estate.retentionDays;
  if (shortest >= floor) {
    return ignore(`LifecycleConfiguration: expiry after ${shortest} days`);
  }
  const prefix = textsIn([at(rule, 'Filter'), at(rule, 'Prefix')]).join(' ');
  const names = [bucketOf(call), textOf(at(rule, 'ID'))].filter((name) => name !== undefined);
  const audit =
    names.some((name) => keepsAuditRecords(name, call.estate) === 'yes') ||
    /AWSLogs|cloudtrail/i.test(prefix);
  const reason = `LifecycleConfiguration: expiry after ${shortest} days`;
  return audit ? incident(`${reason}, below ${floor}, of a store of audit records`) : review(reason);
}

/** The default lock of a bucket: none, or one too short for audit records, is an incident. */
export const weakensLock: CallJudge = (call) => {
  const configuration = firstAt(call.request, ['ObjectLockConfiguration']);
  if (configuration === undefined) {
    return review('requestParameters.ObjectLockConfiguration is absent');
  }
  const retention = at(configuration, 'Rule.DefaultRetention');
  if (isNothing(retention)) {
    return incident('ObjectLockConfiguration.Rule is absent: the default retention is removed');
  }
  const days = numberOf(at(retention, 'Days')) ?? (numberOf(at(retention, 'Years')) ?? 0) * 365.25;
  if (
    keepsAuditRecords(bucketOf(call), call.estate) === 'yes' &&
    Math.ceil(days) < call.estate.retentionDays
  ) {
    return incident(
      `ObjectLockConfiguration: ${Math.ceil(days)} days, below ${call.estate.retentionDays}, of a store of audit records`,
    );
  }
  return textOf(at(retention, 'Mode'))?.toUpperCase() === 'COMPLIANCE'
    ? ignore('ObjectLockConfiguration.Rule.DefaultRetention.Mode is COMPLIANCE')
    : review('ObjectLockConfiguration.Rule.DefaultRetention.Mode is not COMPLIANCE');
};

/** Replication: to an account that is not ours it discloses, with every rule disabled the copy stops. */
export const replicates: CallJudge = (call) => {
  const rules = listOf(
    firstAt(call.request, ['ReplicationConfiguration.Rule', 'ReplicationConfiguration.Rules']),
  );
  if (rules.length === 0) {
    return review('requestParameters.ReplicationConfiguration is absent');
  }
  const stranger = rules
    .map((rule) => textOf(at(rule, 'Destination.Account')))
    .find((account) => account !== undefined && relationOf(account, call.accounts) === 'outside');
  if (stranger !== undefined) {
    return incident(
      `ReplicationConfiguration: Destination.Account is ${showValue(stranger)}, which is not listed as ours`,
    );
  }
  return rules.every((rule) => textOf(at(rule, 'Status'))?.toLowerCase() === 'disabled')
    ? incident('ReplicationConfiguration: Status is Disabled in every rule')
    : review('ReplicationConfiguration is set');
};
