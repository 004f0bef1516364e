import type { SafeguardStatus } from '../checks/verdict';

/** A status as people read it. */
interface StatusWords {
  readonly word: string;
  /** What it says and what it does not, a clause without a full stop. */
  readonly means: string;
}

/** What every status means, in the order in which reports list them. */
export const STATUS_WORDS: Readonly<Record<SafeguardStatus['status'], StatusWords>> = {
  enforced: {
    word: 'Enforced',
    means: 'the parts are in the templates, every rule was applied, and nothing is open or excepted',
  },
  monitored: {
    word: 'Monitored',
    means: 'AWS Config watches it; no template shows it',
  },
  attested: {
    word: 'Attested',
    means: 'it holds, in part or in whole on the word of a person, in force on the day',
  },
  partial: {
    word: 'Partial',
    means:
      'what a template can show is enforced; the rest is named: an exception, a missing attestation, parts that no rule checks, a row that it rests on',
  },
  unattested: {
    word: 'Unattested',
    means: 'a duty of the operator for which no attestation is in force; it never counts as held',
  },
  gap: {
    word: 'Gap',
    means: 'a rule is violated or was not applied, a part is missing, or the software is not built',
  },
  'not-applicable': {
    word: 'Not applicable',
    means: 'the paragraph asks for nothing by itself, or the operator states that it does not concern them',
  },
};

/** Every status, the ones that hold first. */
export const STATUSES = Object.keys(STATUS_WORDS) as readonly SafeguardStatus['status'][];

/** The statuses that count as held. */
export const HELD_STATUSES: readonly SafeguardStatus['status'][] = ['enforced', 'monitored', 'attested'];
