import type { Log } from '../../shared/log/log';
import type { ServiceLog } from '../ports/service-log';

/** The log for operators as lines of JSON, which takes nothing that is not shaped like a code, an id or a number. */
export function serviceLogLines(log: Log): ServiceLog {
  return {
    request: ({ correlationId, route, status, durationMs, errorClass }) =>
      log.info('request', {
        correlationId: { id: correlationId },
        route: { code: route },
        status,
        durationMs,
        ...(errorClass !== null && { errorClass: { code: errorClass } }),
      }),
  };
}
