import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { OutboxMessage } from '../domain/alerts/outbox-message';
import type { TimelineEntry } from '../domain/register/timeline-entry';
import type { CaseWrite, Delivery, RelationClaim, SeenEvent } from '../domain/register/transaction';
import {
  caseKey,
  entryKey,
  markKey,
  messageKey,
  number,
  OUTBOX_LIST,
  relationKey,
  seenKey,
  stateList,
  text,
} from './register-keys';

/** What is kept of the path itself, such as marks, goes after this time, in seconds: 400 days. */
const LEDGER_SECONDS = 400 * 86_400;

const NEW = 'attribute_not_exists(pk)';

/** The new state of a case, on condition that nobody wrote since it was read. */
export function putCase({ incident, expectedVersion }: CaseWrite, table: string): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: {
        ...caseKey(incident.id),
        body: text(JSON.stringify(incident)),
        version: number(incident.version),
        list: text(stateList(incident.state)),
        at: text(incident.updatedAt),
      },
      ...(expectedVersion === 0
        ? { ConditionExpression: NEW }
        : {
            ConditionExpression: '#version = :expected',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expected': number(expectedVersion) },
          }),
    },
  };
}

/** An entry of a timeline, which nothing ever replaces. @see 45 CFR 164.312(c)(1) */
export function putEntry({ incidentId, seq, line }: TimelineEntry, table: string): TransactWriteItem {
  return put({ ...entryKey(incidentId, seq), line: text(line) }, table);
}

/** That an event was taken in. */
export function putSeen({ key, incidentId, expiresAt }: SeenEvent, table: string): TransactWriteItem {
  return put({ ...seenKey(key), incidentId: text(incidentId), expiresAt: number(expiresAt) }, table);
}

/** That a relation leads to a case, on condition that it led where it was read to lead. */
export function putRelation({ key, incidentId, expected }: RelationClaim, table: string): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: { ...relationKey(key), incidentId: text(incidentId) },
      ...(expected === null
        ? { ConditionExpression: NEW }
        : {
            ConditionExpression: 'incidentId = :expected',
            ExpressionAttributeValues: { ':expected': text(expected) },
          }),
    },
  };
}

/** A message that waits. */
export function putMessage(message: OutboxMessage, table: string): TransactWriteItem {
  return put(
    {
      ...messageKey(message.id),
      body: text(JSON.stringify(message)),
      list: text(OUTBOX_LIST),
      at: text(message.at),
    },
    table,
  );
}

/** That something was told; it must be new. */
export function putMark(mark: string, now: Date, table: string): TransactWriteItem {
  return put({ ...markKey(mark), expiresAt: number(ledgerEnd(now)) }, table);
}

/** That a message was delivered; it must be there, and not delivered yet. */
export function deliver({ messageId, receipt, at }: Delivery, table: string) {
  return {
    TableName: table,
    Key: { ...messageKey(messageId) },
    UpdateExpression: 'SET deliveredAt = :at, receipt = :receipt, expiresAt = :end REMOVE #list',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(deliveredAt)',
    ExpressionAttributeNames: { '#list': 'list' },
    ExpressionAttributeValues: {
      ':at': text(at),
      ':receipt': text(receipt),
      ':end': number(ledgerEnd(new Date(at))),
    },
  };
}

/** When an entry of the ledger may go, in seconds since 1970. */
export function ledgerEnd(now: Date): number {
  return Math.floor(now.getTime() / 1000) + LEDGER_SECONDS;
}

function put(item: NonNullable<TransactWriteItem['Put']>['Item'], table: string): TransactWriteItem {
  return { Put: { TableName: table, Item: item, ConditionExpression: NEW } };
}
