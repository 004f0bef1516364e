import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { sha256 } from '../../shared/audit-chain/record';
import type { CaseState } from '../domain/incident/incident';

/** The key of one item of the register. */
export interface ItemKey {
  readonly pk: AttributeValue.SMember;
  readonly sk: AttributeValue.SMember;
}

/** The index that lists cases by state and messages that wait; both keys are written on those items alone. */
export const LIST_INDEX = 'lists';

/** In {@link LIST_INDEX}, where messages wait that nobody has delivered. */
export const OUTBOX_LIST = 'outbox';

/** How the keys of messages begin: the stream's filter knows them by it. */
export const MESSAGE_PREFIX = 'message#';

const SEQ_DIGITS = 10;
const CASE_ITEM = 'case';

/** The item that is the fold of a case. */
export function caseKey(id: string): ItemKey {
  return key(`case#${id}`, CASE_ITEM);
}

/** One entry of a timeline; entries of a case sort in the order of its chain. */
export function entryKey(id: string, seq: number): ItemKey {
  return key(`case#${id}`, `entry#${String(seq).padStart(SEQ_DIGITS, '0')}`);
}

/** That an event was taken in. */
export function seenKey(eventKey: string): ItemKey {
  return key(`seen#${sha256(eventKey)}`, '-');
}

/** Which case a relation leads to. Hashed: what it is made of has no bound, and is nobody's business here. */
export function relationKey(relation: string): ItemKey {
  return key(`relation#${sha256(relation)}`, '-');
}

/** A message of the outbox. */
export function messageKey(messageId: string): ItemKey {
  return key(`${MESSAGE_PREFIX}${messageId}`, '-');
}

/** That something was told once. */
export function markKey(mark: string): ItemKey {
  return key(`mark#${sha256(mark)}`, '-');
}

/** The counts of a day. */
export function countKey(day: string): ItemKey {
  return key(`count#${day}`, '-');
}

/** The newest beat that arrived. */
export const HEARTBEAT_KEY: ItemKey = key('heartbeat', '-');

/** Every duty stands under this. */
export const DUTIES_PARTITION = 'duties';

/** In {@link LIST_INDEX}, the cases in a state. */
export function stateList(state: CaseState): string {
  return `state#${state}`;
}

/** An attribute that is a text. */
export function text(value: string): AttributeValue.SMember {
  return { S: value };
}

/** An attribute that is a number. */
export function number(value: number): AttributeValue.NMember {
  return { N: String(value) };
}

function key(pk: string, sk: string): ItemKey {
  return { pk: text(pk), sk: text(sk) };
}
