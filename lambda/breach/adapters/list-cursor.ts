import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { text } from './register-keys';

/** What DynamoDB goes on from in the index of lists. */
const PARTS = ['pk', 'sk', 'list', 'at'] as const;

/** The longest cursor that is read, in characters. */
const MAX_CURSOR = 2048;

/** Where the next page of a list begins, as one opaque word; undefined after the last one. */
export function cursorOf(key: Record<string, AttributeValue> | undefined): string | undefined {
  return key === undefined
    ? undefined
    : Buffer.from(JSON.stringify(PARTS.map((part) => key[part]?.S))).toString('base64url');
}

/**
 * Where DynamoDB goes on.
 *
 * @throws RangeError for what is no cursor of this list
 */
export function startOf(cursor: string, list: string): Record<string, AttributeValue> {
  const parts = cursor.length > MAX_CURSOR ? undefined : partsOf(cursor);
  if (parts === undefined || parts[PARTS.indexOf('list')] !== list) {
    throw new RangeError("'cursor' must come from the page before, got: another text");
  }
  return Object.fromEntries(PARTS.map((part, index) => [part, text(parts[index] ?? '')]));
}

function partsOf(cursor: string): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) &&
      parts.length === PARTS.length &&
      parts.every((part) => typeof part === 'string')
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
