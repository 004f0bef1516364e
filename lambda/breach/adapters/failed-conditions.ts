import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** Why an item of a transaction was refused, as DynamoDB says it: not met, or somebody else wrote at the same time. */
export type ItemRefusal = 'condition' | 'contention' | null;

/**
 * What DynamoDB says of each item of a transaction that it refused. Undefined where the failure was another one, such as
 * throttling: nobody knows then what the conditions were.
 */
export function itemRefusals(error: unknown, items: number): readonly ItemRefusal[] | undefined {
  if (!(error instanceof TransactionCanceledException)) {
    return undefined;
  }
  const reasons = error.CancellationReasons ?? [];
  if (reasons.length !== items) {
    return undefined;
  }
  const refusals = reasons.map(({ Code }) => refusalOf(Code));
  return refusals.includes('other') ? undefined : refusals.filter((refusal) => refusal !== 'other');
}

function refusalOf(code: string | undefined): ItemRefusal | 'other' {
  switch (code) {
    case undefined:
    case 'None':
      return null;
    case 'ConditionalCheckFailed':
      return 'condition';
    case 'TransactionConflict':
      return 'contention';
    default:
      return 'other';
  }
}
