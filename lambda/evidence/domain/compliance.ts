/** What a resource is judged to be. */
export type Compliance = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE';

/** A judgement with its reason. */
export interface Judgement {
  readonly compliance: Compliance;
  /** Words of ours and settings of AWS, at most 256 characters; nothing that somebody typed. */
  readonly annotation: string;
}

/** A resource, as AWS Config names it. */
export interface ResourceKey {
  readonly type: string;
  readonly id: string;
}

/** A judgement on one resource, as of the time that it is about. */
export interface Evaluation extends Judgement {
  readonly resource: ResourceKey;
  readonly at: Date;
}

/** AWS Config takes no more. */
const MAX_ANNOTATION_CHARACTERS = 256;

/** The resource is as it must be. */
export function compliant(annotation: string): Judgement {
  return judgement('COMPLIANT', annotation);
}

/** The resource is not as it must be. */
export function nonCompliant(annotation: string): Judgement {
  return judgement('NON_COMPLIANT', annotation);
}

/** The rule is not about the resource, or the resource is gone. */
export function notApplicable(annotation: string): Judgement {
  return judgement('NOT_APPLICABLE', annotation);
}

function judgement(compliance: Compliance, annotation: string): Judgement {
  const isLong = annotation.length > MAX_ANNOTATION_CHARACTERS;
  return {
    compliance,
    annotation: isLong ? `${annotation.slice(0, MAX_ANNOTATION_CHARACTERS - 1)}…` : annotation,
  };
}
