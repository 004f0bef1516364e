import { keepsAuditRecords } from '../event/audit-name';
import { asText, at } from '../event/json';
import { isNothing } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';

/** Amazon S3's own events on objects. */
export const OBJECT_EVENTS: FindingSource = {
  sources: ['aws.s3'],
  split: single,
  idOf: (detail) => asText(at(detail, 'bucket.name')),
  rows: [
    {
      id: 'object-destroyed',
      title: 'An object was deleted for good, or an audit record was deleted',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Find the identity in CloudTrail and stop it, then restore from the replica or the backup.',
      judge: ({ detail, envelope, estate }) => {
        if (!envelope.detailType.includes('object deleted')) {
          return undefined;
        }
        const audit = keepsAuditRecords(asText(at(detail, 'bucket.name')), estate) === 'yes';
        if (/lifecycle/i.test(asText(at(detail, 'reason')) ?? '')) {
          return audit
            ? review('reason is a lifecycle rule, of a store of audit records')
            : ignore('reason is a lifecycle rule');
        }
        if (audit) {
          return incident('an object is deleted from a store of audit records');
        }
        const forGood = /permanently/i.test(asText(at(detail, 'deletion-type')) ?? '');
        return forGood && !isNothing(at(detail, 'object.version-id'))
          ? incident('deletion-type is Permanently Deleted, of a version')
          : ignore('deletion-type leaves versions, or there were none');
      },
    },
    {
      id: 'object-access-changed',
      title: 'The access control list of an object was changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.access,
      firstStep: 'Find in CloudTrail whom the list lets in.',
      judge: ({ envelope }) =>
        envelope.detailType.includes('object acl updated')
          ? review('detail-type is Object ACL Updated')
          : undefined,
    },
  ],
};
