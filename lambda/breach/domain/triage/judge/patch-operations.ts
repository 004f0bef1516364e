import type { ApiCall } from '../event/api-call';
import { at, firstAt } from '../event/json';
import { listOf, textOf } from '../event/values';

/** One change of a setting of Amazon API Gateway. */
export interface PatchOperation {
  readonly path: string;
  readonly removes: boolean;
  /** In lower case; empty where there is none. */
  readonly value: string;
  /** As it came. */
  readonly raw: unknown;
}

/** Where the operations are, as it differs between calls. */
const PLACES = ['', 'updateStageInput.', 'updateMethodInput.', 'updateRestApiInput.'].map(
  (place) => `${place}patchOperations`,
);

/** The changes that a call to API Gateway asks for. */
export function patchOperationsOf(call: ApiCall): readonly PatchOperation[] {
  return listOf(firstAt(call.request, PLACES)).map((operation) => ({
    path: textOf(at(operation, 'path')) ?? '',
    removes: textOf(at(operation, 'op'))?.toLowerCase() === 'remove',
    value: String(at(operation, 'value') ?? '').toLowerCase(),
    raw: at(operation, 'value'),
  }));
}
