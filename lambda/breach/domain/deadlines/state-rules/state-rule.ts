import type { CivilDate } from '../../../../shared/calendar/civil-date';
import type { Ground } from '../../assessment/grounds';
import type { Jurisdiction } from '../jurisdictions';
import type { PhiCategory } from '../phi-types';

/** A number of days of one kind; business days are Monday to Friday, holidays counted. */
export interface Days {
  readonly count: number;
  readonly unit: 'calendar' | 'business';
}

/** When a rule's time begins: on day 0, when its own people are told (by this rule or by the HIPAA letter), or when HHS is told. */
type StateStart =
  | { readonly from: 'day-zero' }
  | { readonly from: 'individuals-told'; readonly under: string }
  | { readonly from: 'hhs-told' };

/** How long a law-enforcement statement delays a State's notice; `none`: not at all. */
type StateDelay =
  | { readonly kind: 'none' }
  | { readonly kind: 'until-allowed'; readonly citation: string }
  | {
      readonly kind: 'capped';
      readonly citation: string;
      readonly writtenDays: number;
      readonly oralDays: number;
      readonly grace: Days;
    };

/** Kinds of information that bring a rule into play, from a date on where that came later than the rule. */
interface PhiTrigger {
  readonly categories: readonly PhiCategory[];
  readonly since: CivilDate | null;
}

/** One duty under the law of a State. */
export interface StateRule {
  /** Begins with the postal code; unique. */
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  /** What ties an incident to the rule: residents who are affected, or the place where the facility is licensed. */
  readonly nexus: 'residents' | 'facility';
  readonly recipient: string;
  readonly citation: string;
  /** The first day of discovery that the rule covers; null where it is older than HIPAA's own rule. */
  readonly inForceFrom: CivilDate | null;
  readonly triggers: 'any' | readonly PhiTrigger[];
  /** The fewest residents with whom the duty begins. */
  readonly atLeast: number;
  /** `breach`: owed unless the rule's own grounds end it. `no-breach`: owed because the entity found that there is none. */
  readonly owedFor: 'breach' | 'no-breach';
  readonly start: StateStart;
  readonly days: Days | null;
  readonly delay: StateDelay;
  /** Grounds that end this State's duty too. @default the facts cannot tell: the duty stays, to be checked */
  readonly endedBy: readonly {
    readonly ground: Ground;
    readonly since: CivilDate;
    readonly citation: string;
  }[];
  /** What the duty depends on and the facts cannot say; the row then stays to be checked. */
  readonly dependsOn: string | null;
  /** Only `high` gives a date. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly source: string;
  /** In plain words, full sentences. */
  readonly says: string;
}
