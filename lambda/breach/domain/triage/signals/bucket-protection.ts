import { expires, replicates, weakensLock } from '../judge/bucket-settings';
import { done, turns, turnsToReview } from '../judge/call-judges';
import { deletesObject, deletesObjects, seizesObject } from '../judge/object-judges';
import { isTrue, isWord } from '../judge/value-tests';
import { anyOf, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Amazon S3: what keeps objects. */
export const BUCKET_PROTECTION_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'versioning-suspended',
      title: 'A bucket no longer keeps earlier versions',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Enable versioning again before anything is overwritten.',
    },
    {
      's3:PutBucketVersioning': (call) =>
        anyOf(
          turns(['VersioningConfiguration.Status', 'status'], isWord('Suspended')),
          turnsToReview(['VersioningConfiguration.MfaDelete'], isWord('Disabled')),
        )(call) ?? review('requestParameters.VersioningConfiguration.Status is absent'),
    },
  ),
  callRow(
    {
      id: 'lock-weakened',
      title: 'What locks objects against deletion was weakened or bypassed',
      question: 'destroy',
      severity: 'critical',
      citations: CITES.integrity,
      firstStep: 'Set the lock again, and restore what was deleted meanwhile.',
    },
    {
      ...each('s3', ['PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration'], weakensLock),
      's3:PutObjectRetention': turns(['x-amz-bypass-governance-retention'], isTrue),
      's3:PutObjectLegalHold': turns(['LegalHold.Status'], isWord('OFF')),
    },
  ),
  callRow(
    {
      id: 'records-expire-early',
      title: 'Objects expire sooner',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Remove the rule today: expiry runs once a day and cannot be undone.',
    },
    each(
      's3',
      ['PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'PutLifecycleConfiguration'],
      expires,
    ),
  ),
  callRow(
    {
      id: 'replication-changed',
      title: 'Objects are no longer copied, or are copied elsewhere',
      question: 'destroy',
      severity: 'high',
      citations: CITES.backup,
      firstStep: 'Put the replication back, and find out what was copied or missed.',
    },
    {
      ...each('s3', ['DeleteBucketReplication', 'DeleteReplicationConfiguration'], done),
      ...each('s3', ['PutBucketReplication', 'PutReplicationConfiguration'], replicates),
    },
  ),
  callRow(
    {
      id: 'version-destroyed',
      title: 'Objects were deleted for good, or audit records were deleted',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Stop the identity, then restore the versions from the replica or the backup.',
    },
    { 's3:DeleteObject': deletesObject, 's3:DeleteObjectVersion': done, 's3:DeleteObjects': deletesObjects },
  ),
  callRow(
    {
      id: 'object-seized',
      title: 'Objects were encrypted under a key that AWS does not hold',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Stop the identity, then restore the earlier versions.',
    },
    each('s3', ['CopyObject', 'PutObject', 'CreateMultipartUpload'], seizesObject),
  ),
];
