import type { AssessmentInput } from '../../lambda/breach/domain/assessment/assessment-input';
import { MAX_EVIDENCE } from '../../lambda/breach/domain/assessment/evidence';
import { reviewOptional } from './review-text';
import type { Session } from './session';

/** An assessment with every text as it is kept, each shown and asked about where something was found in it. */
export async function reviewAssessment(
  input: AssessmentInput,
  session: Pick<Session, 'dialogue' | 'yes'>,
): Promise<AssessmentInput> {
  const review = (field: string, text: string | null) => reviewOptional(field, text, MAX_EVIDENCE, session);
  const { secured, excluded, assessment, ransomware } = input;
  return {
    ...input,
    ransomware:
      ransomware === null
        ? null
        : { unreadableWhenHit: await review('ransomware.unreadableWhenHit', ransomware.unreadableWhenHit) },
    secured:
      secured === null
        ? null
        : {
            method: await review('secured.method', secured.method),
            keyEvidence: await review('secured.keyEvidence', secured.keyEvidence),
            source: await review('secured.source', secured.source),
          },
    excluded:
      excluded === null ? null : { ...excluded, basis: await review('excluded.basis', excluded.basis) },
    assessment:
      assessment === null
        ? null
        : {
            ...assessment,
            factors: {
              nature: await review('factors.nature', assessment.factors.nature),
              recipient: await review('factors.recipient', assessment.factors.recipient),
              acquired: await review('factors.acquired', assessment.factors.acquired),
              mitigation: await review('factors.mitigation', assessment.factors.mitigation),
            },
          },
  };
}
