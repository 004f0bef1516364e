import type { BusEvent, Stage } from './scenario';

/** A call as CloudTrail records it and EventBridge delivers it. */
export function call(
  service: string,
  eventName: string,
  requestParameters: unknown,
  { account, region, now, uuid }: Stage,
): BusEvent {
  const role = `arn:aws:iam::${account}:role/Operator`;
  return {
    source: `aws.${service}`,
    detailType: 'AWS API Call via CloudTrail',
    detail: {
      eventVersion: '1.11',
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLEEXAMPLE:operator',
        arn: `arn:aws:sts::${account}:assumed-role/Operator/operator`,
        accountId: account,
        accessKeyId: 'ASIAEXAMPLEEXAMPLE',
        sessionContext: { sessionIssuer: { type: 'Role', arn: role, accountId: account } },
      },
      eventTime: `${now.slice(0, 19)}Z`,
      eventSource: `${service}.amazonaws.com`,
      eventName,
      awsRegion: region,
      sourceIPAddress: '203.0.113.10',
      userAgent: 'aws-cli/2.0',
      requestParameters,
      responseElements: null,
      requestID: uuid(),
      eventID: uuid(),
      readOnly: /^(Get|List|Describe|Head)/.test(eventName),
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: 'Management',
    },
  };
}

/** What GuardDuty found. */
export function guardDutyFinding(
  type: string,
  severity: number,
  { account, region, now, uuid }: Stage,
): BusEvent {
  return {
    source: 'aws.guardduty',
    detailType: 'GuardDuty Finding',
    detail: {
      schemaVersion: '2.0',
      accountId: account,
      region,
      id: uuid().replaceAll('-', ''),
      type,
      resource: {
        resourceType: 'AccessKey',
        accessKeyDetails: {
          accessKeyId: 'ASIAEXAMPLEEXAMPLE',
          principalId: 'AROAEXAMPLEEXAMPLE:i-0',
          userType: 'AssumedRole',
          userName: 'Records',
        },
      },
      service: {
        serviceName: 'guardduty',
        archived: false,
        count: 1,
        eventFirstSeen: now,
        eventLastSeen: now,
      },
      severity,
      createdAt: now,
      updatedAt: now,
    },
  };
}

/** Sensitive data that Macie found in a bucket that everybody can read. */
export function macieFinding(bucket: string, { account, region, now, uuid }: Stage): BusEvent {
  return {
    source: 'aws.macie',
    detailType: 'Macie Finding',
    detail: {
      schemaVersion: '1.0',
      id: uuid().replaceAll('-', ''),
      accountId: account,
      region,
      category: 'CLASSIFICATION',
      type: 'SensitiveData:S3Object/Personal',
      severity: { score: 3, description: 'High' },
      createdAt: now,
      updatedAt: now,
      archived: false,
      sample: false,
      resourcesAffected: {
        s3Bucket: {
          arn: `arn:aws:s3:::${bucket}`,
          name: bucket,
          publicAccess: { effectivePermission: 'PUBLIC' },
          sharedAccess: 'EXTERNAL',
        },
        s3Object: { bucketArn: `arn:aws:s3:::${bucket}`, key: 'k-0' },
      },
    },
  };
}
