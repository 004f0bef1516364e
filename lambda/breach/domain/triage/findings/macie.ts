import { asText, at, firstAt } from '../event/json';
import { showCode } from '../event/show';
import { flagOf, numberOf, textOf } from '../event/values';
import { ignore, incident, type Judgement, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type Finding, type FindingSource, single } from './finding';

/** Policy findings that say: data is reachable from outside, or its guard is gone. */
const EXPOSURES =
  /S3BucketPublic|S3BucketSharedExternally|S3BucketReplicatedExternally|S3BlockPublicAccessDisabled|S3BucketEncryptionDisabled/;

function settled({ detail }: Finding): Judgement | undefined {
  if (flagOf(at(detail, 'sample')) === true) {
    return ignore('sample is true');
  }
  return flagOf(at(detail, 'archived')) === true ? ignore('archived is true') : undefined;
}

function isSensitive({ detail }: Finding): boolean {
  return (
    asText(at(detail, 'category'))?.toUpperCase() === 'CLASSIFICATION' ||
    (asText(at(detail, 'type')) ?? '').startsWith('SensitiveData:')
  );
}

function isPolicy({ detail }: Finding): boolean {
  return (
    asText(at(detail, 'category'))?.toUpperCase() === 'POLICY' ||
    (asText(at(detail, 'type')) ?? '').startsWith('Policy:')
  );
}

function isHigh({ detail }: Finding): boolean {
  return (
    textOf(at(detail, 'severity.description'))?.toLowerCase() === 'high' ||
    (numberOf(at(detail, 'severity.score')) ?? 0) >= 3
  );
}

/** Sensitive data where it may be is what a store of PHI is for; where others can read it, it is disclosed. */
function byReach(finding: Finding): Judgement {
  const bucket = at(finding.detail, 'resourcesAffected.s3Bucket');
  const access = textOf(firstAt(bucket, ['publicAccess.effectivePermission']))?.toUpperCase();
  if (access === 'PUBLIC') {
    return incident('resourcesAffected.s3Bucket.publicAccess.effectivePermission is PUBLIC');
  }
  if (flagOf(at(finding.detail, 'resourcesAffected.s3Object.publicAccess')) === true) {
    return incident('resourcesAffected.s3Object.publicAccess is true');
  }
  const shared = textOf(at(bucket, 'sharedAccess'))?.toUpperCase();
  if (shared === 'EXTERNAL') {
    return incident('resourcesAffected.s3Bucket.sharedAccess is EXTERNAL');
  }
  return review(
    access === undefined
      ? 'resourcesAffected.s3Bucket.publicAccess.effectivePermission is absent'
      : 'resourcesAffected.s3Bucket is not public',
  );
}

/** Amazon Macie. */
export const MACIE: FindingSource = {
  sources: ['aws.macie', 'aws.macie2'],
  split: single,
  idOf: (detail) => asText(at(detail, 'id')) ?? asText(at(detail, 'resourcesAffected.s3Bucket.arn')),
  rows: [
    {
      id: 'sensitive-data-reachable',
      title: 'Macie sees sensitive data in a bucket that others can read',
      question: 'expose',
      severity: 'critical',
      citations: CITES.disclosure,
      firstStep: 'Block public access on the bucket, then count what was read and by whom.',
      judge: (finding) => (isSensitive(finding) ? (settled(finding) ?? byReach(finding)) : undefined),
    },
    {
      id: 'macie-policy-finding',
      title: 'Macie sees a bucket that is exposed',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Close the bucket, then read its access log since it was opened.',
      judge: (finding) => {
        if (!isPolicy(finding)) {
          return undefined;
        }
        const type = asText(at(finding.detail, 'type')) ?? '';
        const reason = `type is ${showCode(type)}`;
        return (
          settled(finding) ?? (EXPOSURES.test(type) || isHigh(finding) ? incident(reason) : review(reason))
        );
      },
    },
  ],
};
