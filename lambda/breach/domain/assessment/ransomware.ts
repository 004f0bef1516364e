import type { AssessmentInput } from './assessment-input';
import { isEvidence } from './evidence';
import { EXCLUSIONS } from './exclusions';
import type { ClaimedGround } from './grounds';

/**
 * What ransomware asks of a ground on top: encryption has to have held against it, and no exclusion fits it, because whoever
 * planted it is neither workforce nor an authorized person. @see 45 CFR 164.402, HHS fact sheet on ransomware (2016)
 */
export function underRansomware(ground: ClaimedGround, { ransomware }: AssessmentInput): ClaimedGround {
  if (ransomware === null) {
    return ground;
  }
  return { ...ground, missing: [...ground.missing, ...lacksUnderRansomware(ground, ransomware)] };
}

function lacksUnderRansomware(
  { ground }: ClaimedGround,
  { unreadableWhenHit }: NonNullable<AssessmentInput['ransomware']>,
): readonly string[] {
  if (ground === 'secured') {
    return isEvidence(unreadableWhenHit) ? [] : ['ransomware.unreadableWhenHit'];
  }
  return EXCLUSIONS.some((exclusion) => exclusion === ground) ? ['a ground that fits ransomware'] : [];
}
