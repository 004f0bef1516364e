/**
 * Who and what a signal is about, as typed references: names are tokens unless they were known at synth. No text that
 * somebody chose.
 */
export interface Subject {
  /** 12 digits. */
  readonly account: string | null;
  readonly region: string | null;
  /** The service of the resource, as ARNs write it. */
  readonly service: string | null;
  readonly resource: string | null;
  readonly actor: string | null;
  /** CloudTrail's id of the call, a UUID: the record with the names is found under it, in the account. */
  readonly eventId: string | null;
}

/** Services that a subject may name; a word that is none of them could be anything. */
export const SUBJECT_SERVICES: readonly string[] = [
  ...['access-analyzer', 'acm', 'backup', 'cloudformation', 'cloudfront', 'cloudtrail', 'cloudwatch'],
  ...['cognito-idp', 'config', 'dynamodb', 'ec2', 'ecr', 'ecs', 'eks', 'elasticfilesystem'],
  ...['elasticloadbalancing', 'es', 'events', 'firehose', 'guardduty', 'healthlake', 'iam', 'kinesis', 'kms'],
  ...['lambda', 'logs', 'macie2', 'monitoring', 'organizations', 'rds', 'redshift', 's3', 'secretsmanager'],
  ...['securityhub', 'signin', 'sns', 'sqs', 'ssm', 'states', 'sts', 'wafv2'],
];

/** Nothing is known. */
export const NO_SUBJECT: Subject = {
  account: null,
  region: null,
  service: null,
  resource: null,
  actor: null,
  eventId: null,
};
