import type { ApiCall } from '../event/api-call';
import { at } from '../event/json';
import { listOf, textOf } from '../event/values';

/** Whether a listener passes requests on, instead of sending callers to TLS or answering them itself. */
export function forwards(call: ApiCall): boolean {
  const actions = listOf(at(call.request, 'defaultActions')).map((action) =>
    textOf(at(action, 'type'))?.toLowerCase(),
  );
  return actions.length === 0 || actions.some((type) => type !== 'redirect' && type !== 'fixed-response');
}
