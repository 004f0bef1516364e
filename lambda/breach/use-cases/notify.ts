import type { Clock } from '../../shared/clock';
import type { Alert } from '../domain/alerts/alert';
import type { OutboxMessage } from '../domain/alerts/outbox-message';
import { continueCase } from '../domain/incident/chain-events';
import type { AlertPublisher } from '../ports/alert-publisher';
import type { Heartbeats } from '../ports/heartbeats';
import type { IncidentStore } from '../ports/incident-store';
import { NotSentError } from '../ports/not-sent-error';
import type { Outbox } from '../ports/outbox';
import { RegisterBusyError } from './register-busy-error';
import { renderAlert } from './render-alert';
import type { BreachSettings } from './settings';
import { waitingReviews } from './waiting-reviews';

/** What sending a message needs. */
export interface NotifyDependencies {
  readonly store: IncidentStore;
  readonly outbox: Outbox;
  readonly publisher: AlertPublisher;
  readonly heartbeats: Heartbeats;
  readonly clock: Clock;
  readonly settings: BreachSettings;
}

/** `held`: somebody else is sending it; come again after the lease. */
export type NotifyOutcome = 'sent' | 'done-before' | 'held';

/** How long a message is held for whoever sends it, in ms: longer than the notifier may run. */
export const LEASE_MS = 90_000;

const MAX_ATTEMPTS = 8;

/**
 * Sends a message unless the ledger says that it was sent. Only an attempt that ended without an answer, between the other
 * side's taking it and the ledger's knowing, is repeated: the alert then says so, under the same id. An alert that comes
 * twice is better than one that never comes.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export async function notify(
  message: OutboxMessage,
  dependencies: NotifyDependencies,
): Promise<NotifyOutcome> {
  const { outbox, clock, heartbeats } = dependencies;
  const claim = await outbox.claim(message.id, clock.now(), LEASE_MS);
  if (claim === 'delivered' || claim === 'unknown') {
    return 'done-before';
  }
  if (claim === 'held') {
    return 'held';
  }
  if (message.kind === 'heartbeat') {
    const { sentAt } = message.content;
    await heartbeats.arrived(new Date(typeof sentAt === 'string' ? sentAt : message.at));
    await outbox.confirm({ messageId: message.id, receipt: 'heartbeat', at: clock.now().toISOString() });
    return 'sent';
  }
  const repeat = claim === 'retaken';
  const receipt = await publish(message, repeat, dependencies);
  await confirm(message, receipt, repeat, dependencies);
  return 'sent';
}

async function publish(
  message: OutboxMessage,
  repeat: boolean,
  dependencies: NotifyDependencies,
): Promise<string> {
  const { publisher, outbox } = dependencies;
  let begun = false;
  try {
    const alert = await renderNow(message, repeat, dependencies);
    begun = true;
    return (await publisher.publish(alert)).receipt;
  } catch (error) {
    // What may have gone out once keeps its lease, and with it the mark of a repeat.
    if (!repeat && (!begun || error instanceof NotSentError)) {
      await outbox.release(message.id);
    }
    throw error;
  }
}

/** What the message says now. */
async function renderNow(
  message: OutboxMessage,
  repeat: boolean,
  { store, clock, settings }: NotifyDependencies,
): Promise<Alert> {
  const incident = message.incidentId === null ? undefined : await store.get(message.incidentId);
  const content =
    message.kind === 'digest' ? { ...message.content, ...(await waitingReviews(store)) } : message.content;
  return renderAlert({ ...message, content }, incident, settings, clock.now(), repeat);
}

/** That it was sent is part of the case: its timeline and the ledger say so together. */
async function confirm(
  { id: messageId, incidentId, kind }: OutboxMessage,
  receipt: string,
  repeat: boolean,
  { store, outbox, clock }: NotifyDependencies,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const at = clock.now().toISOString();
    const delivery = { messageId, receipt, at };
    const incident = incidentId === null ? undefined : await store.get(incidentId);
    if (incident === undefined) {
      await outbox.confirm(delivery);
      return;
    }
    const write = continueCase(incident, [{ type: 'alerted', kind, messageId, receipt, repeat }], at);
    const outcome = await store.record({
      cases: [write],
      seen: [],
      relations: [],
      outbox: [],
      delivered: delivery,
    });
    if (outcome !== 'conflict') {
      return;
    }
  }
  throw new RegisterBusyError();
}
