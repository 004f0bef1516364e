import type { Alert } from '../domain/alerts/alert';

/** Where alerts go. Resolves once the other side has taken the alert, with the id that it gave. */
export interface AlertPublisher {
  readonly publish: (alert: Alert) => Promise<{ readonly receipt: string }>;
}
