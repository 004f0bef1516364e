import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { type AssessmentResult, assess } from '../../assessment/assess';
import type { AssessmentInput } from '../../assessment/assessment-input';
import { MAX_EVIDENCE } from '../../assessment/evidence';
import type { CaseFacts } from '../case-facts';
import { cleanOptional } from '../clean-text';
import { accepted, type Decision, notIn, refused } from '../decision';
import type { Incident } from '../incident';

/** Where the full assessment is filed, given what it came to. */
export type FileAssessment = (result: AssessmentResult) => string;

/**
 * Records an assessment, complete or not. Only a presumption that is overcome ends obligations: claims that lack proof are
 * kept in the timeline and decide nothing.
 *
 * @see 45 CFR 164.402
 */
export function assessCase(
  incident: Incident,
  input: AssessmentInput,
  by: string,
  today: CivilDate,
  file: FileAssessment,
): Decision {
  const wrong = notIn(['open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  if (input.assessedOn > today) {
    return refused({
      reason: `'assessedOn' must not be after today, ${today}, got: ${input.assessedOn}`,
      citation: '45 CFR 164.402 Breach (2)',
    });
  }
  const documented = cleanInput(input);
  const result = assess(documented);
  const { secured, excluded, assessment } = documented;
  return accepted({
    type: 'assessed',
    by,
    assessedOn: result.assessedOn,
    assessment: { outcome: result.outcome, presumption: result.presumption, missing: result.missing },
    reasons: result.reasons,
    documentation: { secured, excluded, assessment },
    facts: decidingFacts(result, documented),
    evidence: file(result),
  });
}

/** The facts that the deadlines may rest on: unproven claims never end an obligation. */
function decidingFacts(
  result: AssessmentResult,
  { secured, excluded, assessment }: AssessmentInput,
): Pick<CaseFacts, 'secured' | 'excluded' | 'assessment'> {
  if (result.presumption === 'overcome') {
    return { secured, excluded, assessment };
  }
  return {
    secured: null,
    excluded: null,
    assessment: assessment?.outcome === 'breach' ? assessment : null,
  };
}

/** The input with every text as the register may keep it. */
function cleanInput(input: AssessmentInput): AssessmentInput {
  const clean = (text: string | null) => cleanOptional(text, MAX_EVIDENCE);
  const { secured, excluded, assessment, ransomware } = input;
  return {
    ...input,
    ransomware: ransomware === null ? null : { unreadableWhenHit: clean(ransomware.unreadableWhenHit) },
    secured:
      secured === null
        ? null
        : {
            method: clean(secured.method),
            keyEvidence: clean(secured.keyEvidence),
            source: clean(secured.source),
          },
    excluded: excluded === null ? null : { ...excluded, basis: clean(excluded.basis) },
    assessment:
      assessment === null
        ? null
        : {
            ...assessment,
            factors: {
              nature: clean(assessment.factors.nature),
              recipient: clean(assessment.factors.recipient),
              acquired: clean(assessment.factors.acquired),
              mitigation: clean(assessment.factors.mitigation),
            },
          },
  };
}
