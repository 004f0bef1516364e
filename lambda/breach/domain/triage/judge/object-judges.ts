import { keepsAuditRecords } from '../event/audit-name';
import { at } from '../event/json';
import { flagOf, isNothing, textOf } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { bucketOf } from './bucket-name';
import type { CallJudge } from './call-judges';
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
