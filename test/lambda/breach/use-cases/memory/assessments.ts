import {
  type AssessmentInput,
  parseAssessment,
} from '../../../../../lambda/breach/domain/assessment/assessment-input';

const FACTORS = {
  nature: 'Settings of a trail, no health information.',
  recipient: 'A colleague in operations.',
  acquired: 'Nothing could be read through it.',
  mitigation: 'The trail was started again.',
};

/** All four factors, which show a low probability. */
export function lowProbability(assessedOn: string, factors: Partial<typeof FACTORS> = {}): AssessmentInput {
  return parseAssessment({
    assessedOn,
    assessment: { outcome: 'low-probability', factors: { ...FACTORS, ...factors } },
  });
}

/** An assessment that concludes that it is a breach. */
export function breach(assessedOn: string): AssessmentInput {
  return parseAssessment({ assessedOn, assessment: { outcome: 'breach', factors: FACTORS } });
}

/** Encryption whose key was not used, with evidence. */
export function secured(
  assessedOn: string,
  keyEvidence: string | null = 'No use of the key in CloudTrail.',
): AssessmentInput {
  return parseAssessment({
    assessedOn,
    secured: { method: 'AES-256 under NIST SP 800-111.', keyEvidence, source: 'Report of operations.' },
  });
}
