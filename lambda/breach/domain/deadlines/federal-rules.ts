import type { IncidentFacts } from './facts-schema';
import { afterTheYear, agreementTerm, type Limit, sixtyDays, withTheIndividuals } from './federal-limits';
import { HHS_AT_ONCE, reaches } from './headcount';
import type { Jurisdiction } from './jurisdictions';
import type { Basis } from './obligation';
import type { FederalId } from './obligation-ids';
import type { Situation } from './situation';

/** The media are told when more than this many residents of one State are affected. @see 45 CFR 164.406(a) */
const MEDIA_ABOVE = 500;

/** From this many individuals without a usable address, substitute notice is public. @see 45 CFR 164.404(d)(2)(ii) */
export const SUBSTITUTE_IN_PUBLIC = 10;

/** One duty of the Breach Notification Rule. */
export interface FederalRule {
  readonly id: FederalId;
  readonly role: IncidentFacts['role'];
  readonly recipient: string;
  readonly citation: string;
  readonly basis: Basis;
  /** Where it is owed: nowhere, once for all (null), or in each jurisdiction named. */
  readonly owedIn: (situation: Situation) => readonly (Jurisdiction | null)[];
  /** What an unknown number of people is taken as; null where the duty does not depend on it. */
  readonly unknownCountIs: string | null;
  readonly limit: (situation: Situation) => Limit;
  readonly fulfilledBy: readonly FederalId[];
  /** What is to be done, full sentences in plain words. */
  readonly says: (situation: Situation) => string;
}

const ONCE = [null];
const NOWHERE: readonly null[] = [];
const LAW = 'law';

/** Every duty that follows from a breach of unsecured protected health information. @see 45 CFR 164.400–164.414 */
export const FEDERAL_RULES: readonly FederalRule[] = [
  {
    id: 'individual-notice',
    role: 'covered-entity',
    recipient: 'each affected individual',
    citation: '45 CFR 164.404(b)',
    basis: LAW,
    owedIn: () => ONCE,
    unknownCountIs: null,
    limit: sixtyDays,
    fulfilledBy: [],
    says: () =>
      'Tell each affected individual in writing, by first-class mail, or by e-mail where the individual agreed to it.',
  },
  {
    id: 'substitute-notice',
    role: 'covered-entity',
    recipient: 'individuals without a usable address',
    citation: '45 CFR 164.404(d)(2)',
    basis: LAW,
    owedIn: ({ facts }) => (facts.unreachable > 0 ? ONCE : NOWHERE),
    unknownCountIs: null,
    limit: sixtyDays,
    fulfilledBy: [],
    says: ({ facts: { unreachable } }) =>
      unreachable < SUBSTITUTE_IN_PUBLIC
        ? `${unreachable} ${unreachable === 1 ? 'individual' : 'individuals'} cannot be reached, fewer than ten: use another form of written notice, the telephone or other means.`
        : `${unreachable} individuals cannot be reached, ten or more: post a conspicuous notice on the home page for 90 days, or use major print or broadcast media, with a toll-free number that stays active for at least 90 days.`,
  },
  {
    id: 'media-notice',
    role: 'covered-entity',
    recipient: 'prominent media outlets of the State or jurisdiction',
    citation: '45 CFR 164.406',
    basis: LAW,
    owedIn: ({ headcount }) =>
      [...headcount.byJurisdiction]
        .filter(([, count]) => reaches(count, MEDIA_ABOVE + 1))
        .map(([jurisdiction]) => jurisdiction),
    unknownCountIs: `more than ${MEDIA_ABOVE}`,
    limit: sixtyDays,
    fulfilledBy: [],
    says: () =>
      'With more than 500 affected residents of one State or jurisdiction, prominent media outlets that serve it are told.',
  },
  {
    id: 'hhs-notice',
    role: 'covered-entity',
    recipient: 'HHS, Office for Civil Rights',
    citation: '45 CFR 164.408(b)',
    basis: LAW,
    owedIn: ({ headcount }) => (reaches(headcount.total, HHS_AT_ONCE) ? ONCE : NOWHERE),
    unknownCountIs: `${HHS_AT_ONCE} or more`,
    limit: withTheIndividuals,
    fulfilledBy: [],
    says: () =>
      'With 500 or more affected individuals in all, HHS is told on its web site at the same time as the individuals.',
  },
  {
    id: 'hhs-annual-log',
    role: 'covered-entity',
    recipient: 'HHS, Office for Civil Rights',
    citation: '45 CFR 164.408(c)',
    basis: LAW,
    owedIn: ({ headcount }) => (reaches(headcount.total, HHS_AT_ONCE) ? NOWHERE : ONCE),
    unknownCountIs: null,
    limit: afterTheYear,
    fulfilledBy: ['hhs-notice'],
    says: () =>
      'With fewer than 500 affected individuals in all, the breach is kept in a log and reported to HHS after the year ends.',
  },
  {
    id: 'covered-entity-notice',
    role: 'business-associate',
    recipient: 'the covered entity',
    citation: '45 CFR 164.410',
    basis: LAW,
    owedIn: () => ONCE,
    unknownCountIs: null,
    limit: agreementTerm,
    fulfilledBy: [],
    says: () =>
      'Tell the covered entity, with each affected individual as far as known and whatever it needs for its own notices. If the business associate is its agent, the covered entity counts from the same day 0: tell it at once.',
  },
];
