import type { ApiCall } from '../event/api-call';
import { firstAt } from '../event/json';
import { textOf } from '../event/values';

/** The bucket of the call. */
export function bucketOf(call: ApiCall): string | undefined {
  return textOf(firstAt(call.request, ['bucketName', 'bucket', 'name']));
}
