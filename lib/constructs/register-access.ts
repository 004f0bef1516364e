import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { LIST_INDEX } from '../../lambda/breach/adapters/register-keys';

/** What everything that works with the register stands on. */
export interface RegisterResources {
  readonly table: ITable;

  /** The key of the table, used through `dynamodb`. */
  readonly tableKey: IKey;

  /** Tells what was written to the table. */
  readonly streamArn: string;

  /** Makes the tokens of names. */
  readonly nameKeyArn: string;
}

/** The locked archive and its key. */
export interface ArchiveResources {
  readonly archive: IBucket;

  /** The key of the archive, used through `s3`. */
  readonly archiveKey: IKey;
}

/** What reads a case, decides and writes it back. */
const CASE_ACTIONS = [
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];

/** What DynamoDB does with the table's key in the name of whoever reads or writes. */
const KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Lets a role work with cases; it can delete nothing. @see 45 CFR 164.312(c)(1) */
export function registerStatements({ table, tableKey, nameKeyArn }: RegisterResources): PolicyStatement[] {
  return [
    new PolicyStatement({ sid: 'Register', actions: CASE_ACTIONS, resources: [table.tableArn] }),
    new PolicyStatement({
      sid: 'RegisterLists',
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${LIST_INDEX}`],
    }),
    new PolicyStatement({
      sid: 'RegisterKey',
      actions: KEY_ACTIONS,
      resources: [tableKey.keyArn],
    }),
    new PolicyStatement({ sid: 'Names', actions: ['kms:GenerateMac'], resources: [nameKeyArn] }),
  ];
}

/**
 * Lets a role list what the archive holds of cases, and use its key. What it may read, write and lock there is in the bucket's
 * own policy.
 */
export function archiveStatements({ archive, archiveKey }: ArchiveResources): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'ArchiveList',
      actions: ['s3:ListBucket', 's3:ListBucketVersions'],
      resources: [archive.bucketArn],
    }),
    new PolicyStatement({
      sid: 'ArchiveKey',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [archiveKey.keyArn],
    }),
  ];
}
