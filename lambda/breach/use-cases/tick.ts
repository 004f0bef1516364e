import { today } from '../../shared/calendar/today';
import { ANSWER_MINUTES, mustEscalate } from '../domain/clock/escalation';
import { reminderOf } from '../domain/clock/reminders';
import { channelOf } from '../domain/clock/thresholds';
import type { SystemEvent } from '../domain/incident/case-event';
import { accepted } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import type { Counters } from '../ports/counters';
import type { Duties } from '../ports/duties';
import type { Heartbeats } from '../ports/heartbeats';
import type { Outbox } from '../ports/outbox';
import { type CaseDependencies, changeCase } from './change-case';
import { type CloseDependencies, lockEvidence } from './close-incident';
import { headKey } from './evidence-keys';
import { casesIn } from './list-cases';
import { messageAbout } from './outbox-messages';
import { tellAnnualLog, tellDigests, tellDuties, tellSilence } from './tick-notices';

/** What a tick needs. */
export type TickDependencies = CloseDependencies & {
  readonly outbox: Outbox;
  readonly counters: Counters;
  readonly duties: Duties;
  readonly heartbeats: Heartbeats;
  /** How long the path may be silent, in minutes. @default 30 */
  readonly silenceMinutes?: number;
};

/** Closed cases that changed within this time are looked at, in ms: 60 days. */
const LOOK_BACK_MS = 60 * 24 * 60 * 60_000;

/** What a tick did. A part that failed is counted, and the other parts are done all the same. */
export interface TickResult {
  readonly reminded: number;
  readonly escalated: number;
  readonly locked: number;
  readonly notices: number;
  readonly failed: number;
}

/**
 * Looks for what is due and has not been told. Every part asks the register what it has told already, so a tick that was
 * missed is caught up by the next one, and two at once tell nothing twice.
 *
 * @see 45 CFR 164.404(b)
 */
export async function tick(dependencies: TickDependencies): Promise<TickResult> {
  const counts = { reminded: 0, escalated: 0, locked: 0, notices: 0, failed: 0 };
  const attempt = async (name: Exclude<keyof TickResult, 'failed'>, step: () => Promise<number>) => {
    try {
      counts[name] += await step();
    } catch {
      counts.failed += 1;
    }
  };
  const open: Incident[] = [];
  let complete = false;
  // The beat first: nothing that fails later may silence it.
  await attempt('notices', () => tellSilence(dependencies));
  await attempt('notices', async () => {
    for await (const incident of casesIn(dependencies.store, 'open')) {
      open.push(incident);
    }
    complete = true;
    return 0;
  });
  for (const incident of open) {
    await attempt('escalated', () => escalate(incident, dependencies));
    await attempt('reminded', () => remind(incident, dependencies));
  }
  for (const step of [tellDigests, tellDuties]) {
    await attempt('notices', () => step(dependencies));
  }
  // Told once a month: not with a part of the cases.
  await attempt('notices', async () => (complete ? tellAnnualLog(open, dependencies) : 0));
  await attempt('locked', () => lockClosed(dependencies));
  return counts;
}

async function escalate(listed: Incident, dependencies: TickDependencies): Promise<number> {
  const minutes = dependencies.settings.answerMinutes ?? ANSWER_MINUTES;
  return mustEscalate(listed, dependencies.clock.now(), minutes)
    ? systemStep(
        listed.id,
        (incident) =>
          mustEscalate(incident, dependencies.clock.now(), minutes) ? { type: 'escalated' } : undefined,
        dependencies,
        (incident, at) => messageAbout(incident, 'escalation', dependencies.ids, at, 'escalation'),
      )
    : 0;
}

async function remind(listed: Incident, dependencies: TickDependencies): Promise<number> {
  const { clock, settings, ids } = dependencies;
  const day = today({ now: () => clock.now() }, settings.timeZone);
  const due = reminderOf(listed, day);
  return due === undefined
    ? 0
    : systemStep(
        listed.id,
        (incident) => {
          const reminder = reminderOf(incident, day);
          return reminder === undefined ? undefined : { type: 'reminded', marks: reminder.marks };
        },
        dependencies,
        (incident, at) =>
          messageAbout(incident, 'reminder', ids, at, channelOf(due.threshold), { threshold: due.threshold }),
      );
}

/** Decided on the newest state, and told in the same transaction; 1 where it was told. */
async function systemStep(
  id: string,
  decide: (incident: Incident) => SystemEvent | undefined,
  dependencies: CaseDependencies,
  messageFor: (incident: Incident, at: string) => ReturnType<typeof messageAbout>,
): Promise<number> {
  let told = 0;
  await changeCase(
    id,
    (incident) => {
      const event = decide(incident);
      told = event === undefined ? 0 : 1;
      return event === undefined ? accepted() : accepted(event);
    },
    dependencies,
    (_, after, at) => [messageFor(after, at)],
  );
  return told;
}

/** Cases whose closing was cut short: the signed head is the last thing that closing leaves. */
async function lockClosed(dependencies: TickDependencies): Promise<number> {
  const { store, archive, clock } = dependencies;
  const since = new Date(clock.now().getTime() - LOOK_BACK_MS).toISOString();
  let locked = 0;
  for await (const incident of casesIn(store, 'closed', since)) {
    if ((await archive.get(headKey(incident.id, incident.head.seq))) === undefined) {
      await lockEvidence(incident, dependencies);
      locked += 1;
    }
  }
  return locked;
}
