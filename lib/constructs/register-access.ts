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

/** What deciding a step and writing it takes: a transaction is as many puts and updates. */
const STEP_ACTIONS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** What else a role does with the register. */
const FURTHER_ACTIONS = {
  /** Finds the case that a signal belongs to. */
  relations: 'dynamodb:BatchGetItem',
  /** Reads whole timelines. */
  timelines: 'dynamodb:Query',
} as const;

/** What a role does with the register besides taking steps: `lists` are cases by state, and messages that wait. */
export type RegisterUse = keyof typeof FURTHER_ACTIONS | 'lists';

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
export function registerStatements(
  { table, tableKey, nameKeyArn }: RegisterResources,
  uses: readonly RegisterUse[],
): PolicyStatement[] {
  const further = uses.flatMap((use) => (use === 'lists' ? [] : [FURTHER_ACTIONS[use]]));
  const lists = new PolicyStatement({
    sid: 'RegisterLists',
    actions: ['dynamodb:Query'],
    resources: [`${table.tableArn}/index/${LIST_INDEX}`],
  });
  return [
    new PolicyStatement({
      sid: 'Register',
      actions: [...STEP_ACTIONS, ...further],
      resources: [table.tableArn],
    }),
    ...(uses.includes('lists') ? [lists] : []),
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
