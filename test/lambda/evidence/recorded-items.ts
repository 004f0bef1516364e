/** Items as AWS Config records them, cut down to what is read and its neighbourhood. */

const CAPTURED = '2026-11-20T04:15:09.123Z';
export const ACCOUNT = '111122223333';
export const ARCHIVE = 'sandbox-foundation-archiveda4cb258-0qk2hs8vtx1n';
export const DATABASE = 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The archive's bucket; the parts of S3 items are named by the service's older SDK. */
export function bucketItem(lock: unknown, changes: object = {}): object {
  return {
    version: '1.3',
    accountId: ACCOUNT,
    configurationItemCaptureTime: CAPTURED,
    configurationItemStatus: 'OK',
    configurationStateId: '1795321234567',
    arn: `arn:aws:s3:::${ARCHIVE}`,
    resourceType: 'AWS::S3::Bucket',
    resourceId: ARCHIVE,
    resourceName: ARCHIVE,
    awsRegion: 'us-east-1',
    availabilityZone: 'Regional',
    tags: {},
    relatedEvents: [],
    relationships: [],
    configuration: { name: ARCHIVE, creationDate: '2026-10-01T08:00:00.000Z' },
    supplementaryConfiguration: {
      BucketVersioningConfiguration: { status: 'Enabled', isMfaDeleteEnabled: null },
      PublicAccessBlockConfiguration: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      },
      ...(lock !== undefined && { ObjectLockConfiguration: lock }),
    },
    ...changes,
  };
}

/** A default lock as S3 tells it. */
export function defaultLock(mode: string, days: number | null, years: number | null = null): object {
  return { objectLockEnabled: 'Enabled', rule: { defaultRetention: { mode, days, years } } };
}

/** A database instance. */
export function databaseItem(configuration: object = {}, changes: object = {}): object {
  return {
    version: '1.3',
    accountId: ACCOUNT,
    configurationItemCaptureTime: CAPTURED,
    configurationItemStatus: 'ResourceDiscovered',
    configurationStateId: '1795321234999',
    arn: `arn:aws:rds:us-east-1:${ACCOUNT}:db:sandbox-phi`,
    resourceType: 'AWS::RDS::DBInstance',
    resourceId: DATABASE,
    resourceName: 'sandbox-phi',
    awsRegion: 'us-east-1',
    configuration: {
      dBInstanceIdentifier: 'sandbox-phi',
      dBInstanceClass: 'db.t4g.small',
      engine: 'postgres',
      engineVersion: '17.6',
      dBInstanceStatus: 'available',
      dbiResourceId: DATABASE,
      dBParameterGroups: [
        { dBParameterGroupName: 'sandbox-data-databaseparameters-x1', parameterApplyStatus: 'in-sync' },
      ],
      ...configuration,
    },
    supplementaryConfiguration: { Tags: [] },
    ...changes,
  };
}

/** The same item as the history and batches give it: its parts as texts. */
export function asHistory(item: object): object {
  const { configuration, supplementaryConfiguration, configurationItemCaptureTime, ...rest } = item as Record<
    string,
    unknown
  >;
  return {
    ...rest,
    configurationItemCaptureTime: new Date(String(configurationItemCaptureTime)),
    configuration: JSON.stringify(configuration),
    supplementaryConfiguration: Object.fromEntries(
      Object.entries(supplementaryConfiguration as object).map(([name, part]) => [
        name,
        JSON.stringify(part),
      ]),
    ),
  };
}

/** A question of AWS Config. */
export function question(invokingEvent: object, ruleParameters: object, changes: object = {}): object {
  return {
    version: '1.0',
    invokingEvent: JSON.stringify(invokingEvent),
    ruleParameters: JSON.stringify(ruleParameters),
    resultToken: 'token-1',
    eventLeftScope: false,
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/unused`,
    configRuleArn: `arn:aws:config:us-east-1:${ACCOUNT}:config-rule/config-rule-abc123`,
    configRuleName: 'hipaa-rule',
    configRuleId: 'config-rule-abc123',
    accountId: ACCOUNT,
    ...changes,
  };
}

export const changeOf = (configurationItem: object) => ({
  messageType: 'ConfigurationItemChangeNotification',
  notificationCreationTime: '2026-11-20T04:16:00.000Z',
  recordVersion: '1.3',
  configurationItemDiff: null,
  configurationItem,
});

export const SCHEDULE = {
  messageType: 'ScheduledNotification',
  awsAccountId: ACCOUNT,
  notificationCreationTime: '2026-11-21T00:00:00.000Z',
  recordVersion: '1.0',
};

export const oversizedChange = (changes: object = {}) => ({
  messageType: 'OversizedConfigurationItemChangeNotification',
  notificationCreationTime: '2026-11-20T04:16:00.000Z',
  recordVersion: '1.0',
  configurationItemSummary: {
    changeType: 'UPDATE',
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: CAPTURED,
    configurationStateId: 0,
    awsAccountId: ACCOUNT,
    configurationItemStatus: 'OK',
    resourceType: 'AWS::RDS::DBInstance',
    resourceId: DATABASE,
    resourceName: 'sandbox-phi',
    awsRegion: 'us-east-1',
    ...changes,
  },
});
