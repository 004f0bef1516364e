import { randomUUID } from 'node:crypto';
import { call, eventOf, findingEvent } from '../../domain/triage/events';

/** A trail that was stopped: an incident. */
export function trailStopped(trail = 'main', id: string = randomUUID()): string {
  return lineOf(eventOf(call('cloudtrail:StopLogging', { name: trail })), id);
}

/** A bucket whose guard against public access was removed: an incident. */
export function blockRemoved(bucket: string, id: string = randomUUID()): string {
  return lineOf(eventOf(call('s3:DeleteBucketPublicAccessBlock', { bucketName: bucket })), id);
}

/** Macie's word on a public bucket with sensitive data: an incident on the same bucket. */
export function sensitiveData(bucket: string, id: string = randomUUID()): string {
  return lineOf(
    findingEvent('aws.macie', 'Macie Finding', {
      id: randomUUID(),
      type: 'SensitiveData:S3Object/Personal',
      category: 'CLASSIFICATION',
      severity: { description: 'High', score: 3 },
      resourcesAffected: {
        s3Bucket: {
          arn: `arn:aws:s3:::${bucket}`,
          name: bucket,
          publicAccess: { effectivePermission: 'PUBLIC' },
        },
      },
    }),
    id,
  );
}

/** A setting of a bucket that can matter: a review. */
export function bucketChanged(bucket: string, id: string = randomUUID()): string {
  return lineOf(
    eventOf(
      call(
        's3:DeleteBucketPublicAccessBlock',
        { bucketName: bucket },
        { record: { errorCode: 'AccessDenied' } },
      ),
    ),
    id,
  );
}

/** GuardDuty's word, of the severity that is asked for. */
export function guardDuty(severity: number, findingId: string, id: string = randomUUID()): string {
  return lineOf(
    findingEvent('aws.guardduty', 'GuardDuty Finding', {
      id: findingId,
      type: 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
      severity,
      resource: {
        resourceType: 'AccessKey',
        accessKeyDetails: { userName: 'somebody', accessKeyId: `AKIA${findingId}` },
      },
      service: { eventLastSeen: '2026-03-04T05:06:07Z', archived: false },
    }),
    id,
  );
}

/** A call that only reads: routine. */
export function routine(id: string = randomUUID()): string {
  return lineOf(eventOf(call('ec2:DescribeInstances', {}, { record: { readOnly: true } })), id);
}

function lineOf(event: Record<string, unknown>, id: string): string {
  return JSON.stringify({ ...event, id });
}
