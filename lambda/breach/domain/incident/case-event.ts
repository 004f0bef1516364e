import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { AlertKind } from '../alerts/outbox-message';
import type { ContainmentState } from '../containment/containment-kinds';
import type { Hold } from '../deadlines/facts-schema';
import type { NoticeKind } from '../notices/notice-item';
import type { Severity } from '../triage/verdict';
import type { CaseFacts } from './case-facts';
import type { AssessedMark, ContainmentRecord } from './incident';
import type { ReportType } from './report-types';
import type { SignalFact } from './signal-fact';

/** Facts that a change sets; the others stay. */
export type FactsPatch = Partial<CaseFacts>;

/** A proof that a notice was sent: the hash of a document, or where it is kept. @see 45 CFR 164.414(b) */
export type Proof = { readonly sha256: string | null; readonly reference: string | null };

/** A person's step carries who took it, as a reference. */
type ByPerson<Type extends string, Fields = unknown> = { readonly type: Type; readonly by: string } & Fields;

type BySystem<Type extends string, Fields = unknown> = { readonly type: Type } & Fields;

/** How a case begins. */
export type OpeningEvent =
  | BySystem<
      'opened',
      {
        readonly state: 'review' | 'open';
        readonly signal: SignalFact;
        readonly discoveredAt: string;
        readonly facts: CaseFacts;
        readonly relatedTo: string | null;
      }
    >
  | ByPerson<
      'reported',
      {
        readonly report: ReportType;
        readonly severity: Severity;
        readonly discoveredAt: string;
        readonly facts: CaseFacts;
        readonly source: string | null;
      }
    >;

/** What happens to a case by itself. */
export type SystemEvent =
  | BySystem<
      'signal-joined',
      { readonly signal: SignalFact; readonly discoveredAt: string; readonly discoveredOn: CivilDate }
    >
  | BySystem<'assessment-voided', { readonly because: 'new-signal' | 'linked-case' | 'new-facts' }>
  | BySystem<
      'alerted',
      {
        readonly kind: AlertKind;
        readonly messageId: string;
        readonly receipt: string;
        readonly repeat: boolean;
      }
    >
  | BySystem<'escalated'>
  | BySystem<'reminded', { readonly marks: Readonly<Record<string, number>> }>
  | BySystem<'evidence-locked', { readonly until: string; readonly objects: number }>;

/** What people do with a case. */
export type WorkEvent =
  | ByPerson<'acknowledged'>
  | ByPerson<'promoted', { readonly reason: string }>
  | ByPerson<'dismissed', { readonly reason: string }>
  | ByPerson<'noted', { readonly text: string }>
  | ByPerson<'facts-changed', { readonly facts: FactsPatch }>
  | ByPerson<'contained', { readonly how: string | null }>
  | ByPerson<'containment-started', { readonly record: ContainmentRecord }>
  | ByPerson<'containment-moved', { readonly id: string; readonly state: ContainmentState }>
  | ByPerson<
      'assessed',
      {
        readonly assessment: Omit<AssessedMark, 'at' | 'by'>;
        readonly reasons: readonly string[];
        readonly assessedOn: string;
        readonly documentation: Pick<CaseFacts, 'secured' | 'excluded' | 'assessment'>;
        readonly facts: Pick<CaseFacts, 'secured' | 'excluded' | 'assessment'>;
        readonly evidence: string;
      }
    >
  | ByPerson<'hold-stated', { readonly hold: Hold }>
  | ByPerson<
      'notice-drafted',
      {
        readonly kind: NoticeKind;
        readonly key: string;
        readonly sha256: string;
        readonly missing: readonly string[];
      }
    >
  | ByPerson<
      'notice-sent',
      {
        readonly id: string;
        readonly on: string;
        readonly proof: Proof;
        readonly despiteHold: string | null;
      }
    >
  | ByPerson<'obligation-settled', { readonly id: string; readonly basis: string }>
  | ByPerson<
      'merged',
      {
        readonly from: string;
        readonly state: 'review' | 'open';
        readonly severity: Severity;
        readonly signal: string | null;
        readonly happenedAt: string | null;
        readonly discoveredAt: string;
        readonly facts: FactsPatch;
      }
    >
  | ByPerson<'linked', { readonly to: string }>
  | ByPerson<'closed', { readonly retainUntil: string }>
  | ByPerson<'reopened', { readonly reason: string }>;

/** One entry of a case's timeline. */
export type CaseEvent = OpeningEvent | SystemEvent | WorkEvent;
