import type { BreachDocumentation, ExclusionClaim, RiskAssessment, SecuredClaim } from './documentation';
import { isDocumented, isEvidence } from './evidence';
import { type Exclusion, exclusionRow } from './exclusions';
import { FACTORS } from './factors';

/** What can end a presumption of breach. */
export type Ground = 'secured' | Exclusion | 'low-probability';

/** A ground that was claimed, and what its proof still lacks: with nothing missing it stands. */
export interface ClaimedGround {
  readonly ground: Ground;
  readonly citation: string;
  /** One clause, without a full stop. */
  readonly meaning: string;
  /** Fields that document nothing, like `factors.recipient`. */
  readonly missing: readonly string[];
}

const SECURED_CITATION = '45 CFR 164.402 Unsecured protected health information; 74 FR 19006';

/** The grounds that were claimed, each with what it lacks. @see 45 CFR 164.402 */
export function claimedGrounds(documentation: BreachDocumentation): readonly ClaimedGround[] {
  const { secured, excluded, assessment } = documentation;
  return [
    ...(secured === null ? [] : [judgeSecured(secured)]),
    ...(excluded === null ? [] : [judgeExclusion(excluded)]),
    ...(assessment?.outcome === 'low-probability' ? [judgeLowProbability(assessment)] : []),
  ];
}

/** The grounds that stand. An assessment that says breach outweighs them all: between two statements the safe one counts. */
export function provenGrounds(documentation: BreachDocumentation): readonly ClaimedGround[] {
  return documentation.assessment?.outcome === 'breach'
    ? []
    : claimedGrounds(documentation).filter(({ missing }) => missing.length === 0);
}

function judgeSecured(claim: SecuredClaim): ClaimedGround {
  const fields = ['method', 'keyEvidence', 'source'] as const;
  return {
    ground: 'secured',
    citation: SECURED_CITATION,
    meaning: 'the information was secured and there is evidence that the key was not used',
    missing: fields.filter((field) => !isEvidence(claim[field])).map((field) => `secured.${field}`),
  };
}

function judgeExclusion(claim: ExclusionClaim): ClaimedGround {
  const { exclusion, citation, meaning } = exclusionRow(claim.exclusion);
  return { ground: exclusion, citation, meaning, missing: isEvidence(claim.basis) ? [] : ['excluded.basis'] };
}

function judgeLowProbability({ factors }: RiskAssessment): ClaimedGround {
  return {
    ground: 'low-probability',
    citation: '45 CFR 164.402 Breach (2)',
    meaning:
      'a risk assessment of all four factors shows a low probability that the information was compromised',
    missing: FACTORS.filter((factor) => !isDocumented(factors[factor])).map((factor) => `factors.${factor}`),
  };
}
