import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { BreakGlassAlert, SecurityAlerts } from '../ports/security-alerts';

const SOURCE = 'aws-hipaa-baseline.records';

/**
 * Tells security through EventBridge: ids, codes and times, no PHI.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(a)(2)(ii)
 */
export class EventBridgeSecurityAlerts implements SecurityAlerts {
  readonly #client: Pick<EventBridgeClient, 'send'>;
  readonly #busName: string;

  constructor(client: Pick<EventBridgeClient, 'send'>, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  async breakGlassOpened(alert: BreakGlassAlert): Promise<void> {
    const { FailedEntryCount, Entries = [] } = await this.#client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: this.#busName,
            Source: SOURCE,
            DetailType: 'Break-glass opened',
            Time: alert.grantedAt,
            Detail: JSON.stringify({
              grantId: alert.grantId,
              userId: alert.userId,
              patientToken: alert.patientToken,
              reason: alert.reason,
              grantedAt: alert.grantedAt.toISOString(),
              expiresAt: alert.expiresAt.toISOString(),
              reviewDueAt: alert.reviewDueAt.toISOString(),
              correlationId: alert.correlationId,
            }),
          },
        ],
      }),
    );
    if (FailedEntryCount !== 0 || Entries[0]?.EventId === undefined) {
      throw new Error('the event bus must accept the alert');
    }
  }
}
