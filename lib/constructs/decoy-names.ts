import { Aws } from 'aws-cdk-lib';

/** The names of what nobody has a reason to touch. */
export interface DecoyNames {
  readonly bucket: string;
  readonly table: string;
  readonly secret: string;
}

/**
 * The names of an environment's decoys, fixed before they exist: the trail, which stands before them, has to know the
 * table, and triage has to know all three. They say what somebody looks for who has no business here, and nothing of a decoy.
 */
export function decoyNames(environmentName: string): DecoyNames {
  return {
    bucket: `${environmentName}-ehr-exports-${Aws.ACCOUNT_ID}-${Aws.REGION}`,
    table: `${environmentName}-patient-index`,
    secret: `${environmentName}-patient-database-login`,
  };
}

/** The ARN of the decoy table, in the account and region of the stack that asks. */
export function decoyTableArn(environmentName: string): string {
  const { table } = decoyNames(environmentName);
  return `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${table}`;
}
