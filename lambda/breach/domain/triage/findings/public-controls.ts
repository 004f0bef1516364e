/**
 * Controls of AWS Security Hub that fail when data can be reached by everyone.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html
 */
export const PUBLIC_DATA_CONTROLS: ReadonlySet<string> = new Set([
  'S3.2',
  'S3.3',
  'EC2.1',
  'RDS.1',
  'RDS.2',
  'REDSHIFT.1',
  'REDSHIFTSERVERLESS.3',
  'LAMBDA.1',
  'DMS.1',
  'NEPTUNE.3',
  'DOCUMENTDB.3',
  'SSM.4',
  'SNS.4',
  'SQS.3',
  'KMS.5',
]);

/** Rules of AWS Config that fail when data can be reached by everyone, however they were named when they were set up. */
export const PUBLIC_DATA_RULES =
  /s3-bucket-public-(read|write)-prohibited|rds-(snapshots?-public-prohibited|instance-public-access-check)|ebs-snapshot-public-restorable-check|lambda-function-public-access-prohibited|redshift-(cluster|serverless-workgroup)-public-access-check|dms-replication-not-public|ssm-document-not-public|neptune-cluster-snapshot-public-prohibited|docdb-cluster-snapshot-public-prohibited|aurora-.*-public|sqs-queue-.*public|sns-topic-.*public|opensearch-.*public|kms-key-policy-no-public-access/;

const DATA =
  /bucket|snapshot|database|replication instance|\brds\b|table|queue|topic|function|cluster|document|repositor|volume|image|\bkeys?\b|backup/i;
const PUBLIC =
  /publicly (accessible|restorable|readable|writable)|public (read|write) access|restorable by (everyone|all)|(be|are|is) public\b|open to (the )?(public|internet)|anonymous access/i;

/** The longest title that is searched, in characters. */
const MAX_TITLE = 400;

/** Whether the title of a control says that data is public. Public addresses of machines are another matter. */
export function saysDataIsPublic(title: string): boolean {
  const text = title.slice(0, MAX_TITLE);
  return PUBLIC.test(text) && DATA.test(text) && !/IPv?4|IP address/i.test(text);
}
