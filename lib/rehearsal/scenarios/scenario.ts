import type { NoticeKind } from '../../../lambda/breach/domain/notices/notice-item';
import type { Severity } from '../../../lambda/breach/domain/triage/verdict';
import type { CaseStep } from '../../../lambda/breach/use-cases/work-on-case';
import type { CivilDate } from '../../../lambda/shared/calendar/civil-date';

/** An event as it is put on the bus. */
export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the events and facts of a scenario are made with. */
export interface Stage {
  readonly account: string;
  readonly region: string;
  /** Now, in UTC with milliseconds. */
  readonly now: string;
  /** So many days from today, where the covered entity is. */
  readonly day: (days: number) => CivilDate;
  /** A new id for each call. */
  readonly uuid: () => string;
}

/** What a responder does, or what the clock does; `refused` names a paragraph that the step is refused with. */
export type Step =
  | {
      readonly does: 'case';
      readonly step: CaseStep;
      readonly refused?: string;
    }
  | { readonly does: 'assess'; readonly input: unknown }
  | { readonly does: 'draft'; readonly kinds: readonly NoticeKind[]; readonly details: unknown }
  /** Everything that is owed is sent on that day, and what no rule answers is settled. */
  | { readonly does: 'send-everything'; readonly on: CivilDate; readonly basis: string }
  | { readonly does: 'close'; readonly refused?: string }
  /** The function that looks for what is due, as its schedule calls it. */
  | { readonly does: 'clock'; readonly alert: string }
  /** A beat goes through the whole path. */
  | { readonly does: 'beat' }
  /** What is due so many minutes from now, with no beat in between. */
  | { readonly does: 'later'; readonly minutes: number; readonly alert: string };

/** What a person reports. */
interface ScenarioReport {
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/** What has to come of it. */
interface Expected {
  /** `silence`: no case, no alert. */
  readonly verdict: 'incident' | 'silence';
  /** @default none: a person reported it, or nothing is to come of it */
  readonly signal?: string;
  readonly severity?: Severity;
  /** @default open */
  readonly state?: 'open' | 'closed';
  /** How many signals the case must tell of. @default any number */
  readonly signals?: number;
  /** Obligations that the case must end with, as `id` or `id:State`. */
  readonly obligations?: readonly string[];
}

/** One rehearsal. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** @default none */
  readonly events?: (stage: Stage) => readonly BusEvent[];
  /** How often each event is put on the bus. @default 1 */
  readonly times?: number;
  /** How often the queue gets the very same events, past the bus, as one that delivers at least once. @default never */
  readonly delivered?: number;
  /** @default nobody reports anything */
  readonly report?: (stage: Stage) => ScenarioReport;
  /** @default nobody does anything */
  readonly steps?: (stage: Stage) => readonly Step[];
  readonly expected: Expected;
}
