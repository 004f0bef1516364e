import { relationOf } from '../event/accounts';
import type { ApiCall } from '../event/api-call';
import { keepsAuditRecords } from '../event/audit-name';
import { at, firstAt, has } from '../event/json';
import { showValue } from '../event/show';
import { flagOf, isNothing, listOf, numberOf, textOf, textsIn } from '../event/values';
import { ignore, incident, type Judgement, review, worst } from '../judgement';
import type { CallJudge } from './call-judges';

/** The bucket of the call. */
export function bucketOf(call: ApiCall): string | undefined {
  return textOf(firstAt(call.request, ['bucketName', 'bucket', 'name']));
}

const PUBLIC_ACLS = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const PUBLIC_GROUPS = /\/groups\/global\/(AllUsers|AuthenticatedUsers)|^(AllUsers|AuthenticatedUsers)$/i;
const GRANT_HEADERS = [
  'x-amz-grant-read',
  'x-amz-grant-write',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
  'x-amz-grant-full-control',
];

/** An access control list: canned, as headers, or as a list of grants. */
export const opensAcl: CallJudge = (call) => {
  const canned = textOf(at(call.request, 'x-amz-acl'))?.toLowerCase();
  const list = firstAt(call.request, ['AccessControlPolicy', 'accessControlList']);
  const headers = GRANT_HEADERS.flatMap((name) => textsIn(at(call.request, name)));
  if (canned === undefined && isNothing(list) && headers.length === 0) {
    return undefined;
  }
  if (canned !== undefined && PUBLIC_ACLS.has(canned)) {
    return incident(`requestParameters.x-amz-acl is ${canned}`, 'critical');
  }
  const texts = [...textsIn(list), ...headers];
  const group = texts.find((text) => PUBLIC_GROUPS.test(text) || /AllUsers|AuthenticatedUsers/.test(text));
  if (group !== undefined) {
    return incident(
      `AccessControlPolicy grants to ${group.includes('AllUsers') ? 'AllUsers' : 'AuthenticatedUsers'}`,
      'critical',
    );
  }
  return foreignGrantee(list, headers)
    ? review('AccessControlPolicy grants to somebody besides the owner')
    : ignore('the access control list opens nothing');
};

/** As {@link opensAcl}; a list that was not recorded leaves the question open. */
export const setsAcl: CallJudge = (call) =>
  opensAcl(call) ?? review('requestParameters.AccessControlPolicy is absent');

function foreignGrantee(list: unknown, headers: readonly string[]): boolean {
  const owner = textOf(at(list, 'Owner.ID'));
  const grantees = listOf(firstAt(list, ['AccessControlList.Grant', 'Grants', 'Grant'])).map((grant) =>
    at(grant, 'Grantee'),
  );
  return (
    headers.length > 0 ||
    grantees.some((grantee) => {
      const id = textOf(at(grantee, 'ID'));
      return has(grantee, 'EmailAddress') || (id !== undefined && id !== owner);
    })
  );
}

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
  const audit =
    keepsAuditRecords(bucketOf(call), call.estate) === 'yes' || /AWSLogs|cloudtrail/i.test(prefix);
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

/** Deleting objects: a version, a locked one, or an audit record is gone for good; otherwise it is ordinary. */
export const deletesObject: CallJudge = (call) => {
  if (flagOf(at(call.request, 'x-amz-bypass-governance-retention')) === true) {
    return incident('requestParameters.x-amz-bypass-governance-retention is true');
  }
  if (keepsAuditRecords(bucketOf(call), call.estate) === 'yes') {
    return incident('an object is deleted from a store of audit records');
  }
  return isNothing(at(call.request, 'versionId'))
    ? ignore('requestParameters.versionId is absent: earlier versions stay')
    : incident('requestParameters.versionId is set: a version is deleted for good');
};

/** Deleting many objects at once: the record does not say whether versions went. */
export const deletesObjects: CallJudge = (call) => {
  const judgement = deletesObject(call);
  return judgement?.level === 'ignore'
    ? review('eventName is DeleteObjects, whose versions are not recorded')
    : judgement;
};

/** Encryption under a key that AWS never sees: over the same object, it takes the data hostage. */
export const seizesObject: CallJudge = (call) => {
  if (isNothing(at(call.request, 'x-amz-server-side-encryption-customer-algorithm'))) {
    return undefined;
  }
  const source = textOf(at(call.request, 'x-amz-copy-source'))?.replace(/^\//, '') ?? '';
  const bucket = bucketOf(call);
  const field = 'requestParameters.x-amz-server-side-encryption-customer-algorithm is set';
  return bucket !== undefined && source.startsWith(`${bucket}/`)
    ? incident(`${field} on a copy within the same bucket`, 'critical')
    : review(field);
};
