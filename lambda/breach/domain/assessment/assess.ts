import { addDays } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { latest } from '../../../shared/calendar/compare';
import type { AssessmentInput } from './assessment-input';
import { FACTOR_ROWS } from './factors';
import { type ClaimedGround, claimedGrounds, type Ground } from './grounds';
import { underRansomware } from './ransomware';
import { RANSOMWARE_REASONS, SECURED_REASONS } from './reasons';

/** Six years, leap days included, from the day on which a record was last in effect. @see 45 CFR 164.530(j) */
const RETENTION_DAYS = 2192;

/** A judgement that explains itself, to be kept with what it rests on. */
export interface AssessmentResult {
  readonly schemaVersion: 1;
  readonly disclaimer: string;
  /** The first ground that is proven; `breach` where none is. */
  readonly outcome: Ground | 'breach';
  /** Whether a breach is still presumed. @see 45 CFR 164.402 "Breach" (2) */
  readonly presumption: 'stands' | 'overcome';
  /** What would have to be documented for each claimed ground; all four factors where none is claimed. */
  readonly missing: readonly string[];
  /** Full sentences in plain words. */
  readonly reasons: readonly string[];
  readonly citations: readonly string[];
  readonly assessedOn: CivilDate;
  readonly retainUntil: CivilDate;
  readonly documentation: AssessmentInput;
}

/** The one line that travels with every assessment. */
const ASSESSMENT_LIMIT =
  'Technical draft, not legal advice: it shows what is documented, not whether that is true; the entity decides and has the burden of proof.';

/**
 * Judges what is documented. A breach is presumed until one ground is documented in full; an assessment that concludes
 * breach, and ransomware, set the bar no lower.
 * @see 45 CFR 164.402
 * @see 45 CFR 164.414(b)
 */
export function assess(input: AssessmentInput): AssessmentResult {
  const claimed = claimedGrounds(input).map((ground) => underRansomware(ground, input));
  const concludedBreach = input.assessment?.outcome === 'breach';
  const proven = concludedBreach ? undefined : claimed.find(({ missing }) => missing.length === 0);
  return {
    schemaVersion: 1,
    disclaimer: ASSESSMENT_LIMIT,
    outcome: proven?.ground ?? 'breach',
    presumption: proven === undefined ? 'stands' : 'overcome',
    missing: proven === undefined && !concludedBreach ? missingFrom(claimed) : [],
    reasons: [
      ...(input.ransomware === null ? [] : RANSOMWARE_REASONS),
      ...claimed.map(explainGround),
      ...(claimed.some(({ ground }) => ground === 'secured') ? SECURED_REASONS : []),
      conclude(proven, concludedBreach),
    ],
    citations: citationsOf(claimed, input),
    assessedOn: input.assessedOn,
    retainUntil: addDays(latest(input.assessedOn, input.lastInEffectOn ?? input.assessedOn), RETENTION_DAYS),
    documentation: input,
  };
}

function missingFrom(claimed: readonly ClaimedGround[]): readonly string[] {
  return claimed.length === 0
    ? FACTOR_ROWS.map(({ factor }) => `factors.${factor}`)
    : [...new Set(claimed.flatMap(({ missing }) => missing))];
}

function explainGround({ ground, meaning, missing }: ClaimedGround): string {
  return missing.length === 0
    ? `Documented: ${meaning} (${ground}).`
    : `Claimed and not proven: ${meaning} (${ground}). Missing: ${missing.join(', ')}.`;
}

function conclude(proven: ClaimedGround | undefined, concludedBreach: boolean): string {
  if (proven !== undefined) {
    return 'The presumption of breach is overcome. Keep this record: the burden of proof is on the entity.';
  }
  return concludedBreach
    ? 'The assessment concludes that this is a breach. Notices are due.'
    : 'A breach is presumed until one of these is documented in full. Notices are due meanwhile.';
}

function citationsOf(claimed: readonly ClaimedGround[], { assessment }: AssessmentInput): readonly string[] {
  const factors =
    assessment === null && claimed.length > 0 ? [] : FACTOR_ROWS.map(({ citation }) => citation);
  return [
    ...new Set([
      '45 CFR 164.402',
      ...claimed.map(({ citation }) => citation),
      ...factors,
      '45 CFR 164.414(b)',
      '45 CFR 164.530(j)',
    ]),
  ];
}
