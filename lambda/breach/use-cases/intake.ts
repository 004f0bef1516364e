import { today } from '../../shared/calendar/today';
import type { Clock } from '../../shared/clock';
import { incidentIdOf } from '../domain/incident/incident-id';
import { pathMessageOf } from '../domain/register/path-message';
import { planSignal } from '../domain/register/plan-signal';
import { firstReceivedAt } from '../domain/register/replayed-at';
import { type ReceivedSignal, receive } from '../domain/register/signal-facts';
import type { RegisterTransaction } from '../domain/register/transaction';
import type { Counters } from '../ports/counters';
import type { Ids } from '../ports/ids';
import type { IncidentStore } from '../ports/incident-store';
import type { Outbox } from '../ports/outbox';
import { message, messageAbout } from './outbox-messages';
import { RegisterBusyError } from './register-busy-error';
import { resolveRelated } from './resolve-related';
import type { BreachSettings } from './settings';

/** What taking in an event needs. */
export interface IntakeDependencies {
  readonly store: IncidentStore;
  readonly outbox: Outbox;
  readonly counters: Counters;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: BreachSettings;
}

/** What came of a line: how many signals were new, came again, or were path messages. */
export interface IntakeResult {
  readonly recorded: number;
  readonly seen: number;
  readonly pathMessages: number;
}

/** How often a signal is decided anew when the register changed in between. */
const MAX_ATTEMPTS = 8;

/** Marks of what was seen are kept longer than any event can be replayed, in seconds: 400 days. */
const SEEN_SECONDS = 400 * 86_400;

/**
 * Takes in one line from the bus: every signal in it is recorded, with the alert that it calls for, in one transaction. Whatever
 * the line holds is taken; an error means that the register failed, and that the line has to come again. It may come as
 * often as it likes.
 *
 * @param receivedAt when the queue took it: the incident counts as discovered then
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export async function intake(
  line: string,
  receivedAt: Date,
  dependencies: IntakeDependencies,
): Promise<IntakeResult> {
  const { clock, settings, counters } = dependencies;
  const now = clock.now();
  const pathMessage = pathMessageOf(line);
  if (pathMessage !== undefined) {
    return takePathMessage(pathMessage, dependencies, now);
  }
  const received = firstReceivedAt(line, (receivedAt < now ? receivedAt : now).toISOString());
  const { signals, counts } = receive(line, settings.names, received, settings.triage);
  let recorded = 0;
  for (const signal of signals) {
    recorded += (await recordSignal(signal, received, dependencies)) === 'recorded' ? 1 : 0;
  }
  // Last: a line that comes again because the register failed is not counted twice for it.
  await counters.add(received.slice(0, 10), counts);
  return { recorded, seen: signals.length - recorded, pathMessages: 0 };
}

/** A test reaches everybody whom an alert can reach: the most urgent, the least, and those who step in when nobody answers. */
const CHANNELS = {
  heartbeat: ['low'],
  test: ['critical', 'low', 'escalation'],
} as const;

/** A beat or a test goes on to the notifier; the same one twice is sent once. */
async function takePathMessage(
  { kind, id, sentAt }: NonNullable<ReturnType<typeof pathMessageOf>>,
  { outbox, ids }: IntakeDependencies,
  now: Date,
): Promise<IntakeResult> {
  const content = { beat: id, sentAt };
  const messages = CHANNELS[kind].map((channel) => message(kind, channel, ids, now.toISOString(), content));
  await outbox.enqueueOnce([`${kind}:${id}`], messages, now);
  return { recorded: 0, seen: 0, pathMessages: 1 };
}

async function recordSignal(
  signal: ReceivedSignal,
  receivedAt: string,
  dependencies: IntakeDependencies,
): Promise<'recorded' | 'seen'> {
  const { store } = dependencies;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const outcome = await store.record(await transactionFor(signal, receivedAt, dependencies));
    if (outcome !== 'conflict') {
      return outcome;
    }
  }
  throw new RegisterBusyError();
}

async function transactionFor(
  signal: ReceivedSignal,
  receivedAt: string,
  { store, clock, ids, settings }: IntakeDependencies,
): Promise<RegisterTransaction> {
  const now = clock.now();
  const at = now.toISOString();
  const plan = planSignal(signal, {
    newId: incidentIdOf(ids.next()),
    role: settings.role,
    receivedAt,
    at,
    discoveredOn: today({ now: () => new Date(receivedAt) }, settings.timeZone),
    ...(await resolveRelated(store, signal.relationKeys)),
  });
  const { incident } = plan.write;
  return {
    cases: [plan.write],
    seen: [
      {
        key: signal.seenKey,
        incidentId: incident.id,
        expiresAt: Math.floor(now.getTime() / 1000) + SEEN_SECONDS,
      },
    ],
    relations: plan.relations,
    outbox: plan.alert === null ? [] : [messageAbout(incident, plan.alert, ids, at)],
    delivered: null,
  };
}
