import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { SystemEvent } from '../incident/case-event';
import { type EntityRole, unknownFacts } from '../incident/case-facts';
import { beginCase, continueCase } from '../incident/chain-events';
import { isWorse } from '../incident/fold-signals';
import type { Incident } from '../incident/incident';
import type { SignalFact } from '../incident/signal-fact';
import { voids } from '../incident/voids';
import { joins } from './relation';
import type { ReceivedSignal } from './signal-facts';
import type { CaseWrite, RelationClaim } from './transaction';

/** What is known when a signal is taken in. */
export interface SignalSetting {
  /** Of a case that may have to be opened. */
  readonly newId: string;
  readonly role: EntityRole;
  /** When it was taken in and when that is recorded, instants in UTC with milliseconds. */
  readonly receivedAt: string;
  readonly at: string;
  /** The local day of `receivedAt`. */
  readonly discoveredOn: CivilDate;
  /** The case that each relation key points to, a linked one resolved to the case that carries it on. */
  readonly related: ReadonlyMap<string, Incident>;
  /** What each relation key points to in the register. */
  readonly pointers: ReadonlyMap<string, string>;
}

/** What is written for a signal, and whether people have to be told. */
export interface SignalPlan {
  readonly write: CaseWrite;
  readonly relations: readonly RelationClaim[];
  readonly alert: 'incident' | 'incident-raised' | null;
}

/** The case that a signal joins, or the one that it opens. A review that becomes an incident keeps its day of discovery. */
export function planSignal({ fact, relationKeys }: ReceivedSignal, setting: SignalSetting): SignalPlan {
  const candidates = relationKeys.flatMap((key) => setting.related.get(key) ?? []);
  const joined = candidates.find((incident) => joins(incident, fact, setting.receivedAt));
  const write = joined === undefined ? open(fact, setting, candidates[0]) : join(joined, fact, setting);
  return {
    write,
    relations: relationKeys.flatMap((key) => claim(key, write.incident.id, fact, setting)),
    alert: alertFor(fact, joined),
  };
}

function open(fact: SignalFact, setting: SignalSetting, related: Incident | undefined): CaseWrite {
  return beginCase(
    setting.newId,
    {
      type: 'opened',
      state: fact.verdict === 'incident' ? 'open' : 'review',
      signal: fact,
      discoveredAt: setting.receivedAt,
      facts: unknownFacts(setting.role, setting.discoveredOn),
      relatedTo: related?.id ?? null,
    },
    [],
    setting.at,
  );
}

function join(
  incident: Incident,
  signal: SignalFact,
  { receivedAt, discoveredOn, at }: SignalSetting,
): CaseWrite {
  const joined: SystemEvent = { type: 'signal-joined', signal, discoveredAt: receivedAt, discoveredOn };
  return continueCase(
    incident,
    voids(incident) ? [joined, { type: 'assessment-voided', because: 'new-signal' }] : [joined],
    at,
  );
}

/** A key stays with the case that it points to for as long as that one takes signals; otherwise it moves here. */
function claim(
  key: string,
  incidentId: string,
  fact: SignalFact,
  setting: SignalSetting,
): readonly RelationClaim[] {
  const expected = setting.pointers.get(key) ?? null;
  const current = setting.related.get(key);
  const kept = current !== undefined && current.id !== incidentId && joins(current, fact, setting.receivedAt);
  return expected === incidentId || kept ? [] : [{ key, incidentId, expected }];
}

function alertFor(fact: SignalFact, joined: Incident | undefined): SignalPlan['alert'] {
  if (fact.verdict !== 'incident') {
    return null;
  }
  if (joined === undefined || joined.state === 'review') {
    return 'incident';
  }
  return isWorse(fact, joined) ? 'incident-raised' : null;
}
