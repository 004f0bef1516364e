import type { Alert } from '../domain/alerts/alert';
import type { NotSentError } from './not-sent-error';

/**
 * Where alerts go. Resolves once the other side has taken the alert, with the id that it gave; throws a {@link NotSentError}
 * where it certainly did not.
 */
export interface AlertPublisher {
  readonly publish: (alert: Alert) => Promise<{ readonly receipt: string }>;
}
