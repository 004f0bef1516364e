import { z } from 'zod';
import { quoteValue } from '../../config/quote-value';
import { type RecordProblem, readRecords } from '../read-records';
import { addMonths, calendarDate, line, roleName } from '../record-fields';
import { ATTESTATION_KINDS, type AttestationKind, attestationKindInfo } from './kinds';

const KINDS = Object.keys(ATTESTATION_KINDS) as [AttestationKind, ...AttestationKind[]];

const attestationSchema = z
  .strictObject({
    /** The operator's own number of the statement. */
    id: line(1, 60),
    kind: z.enum(KINDS),
    /** What is stated: that it is so, or, for the kinds that allow it, that it does not concern the operator. */
    statement: z.enum(['held', 'does-not-apply']),
    /** The role of who states it, never a person's name. */
    statedBy: roleName,
    statedOn: calendarDate,
    /** Where a reviewer finds the evidence: a document number or an address. */
    evidence: line(3, 200),
    /** The last day on which the statement counts. */
    validUntil: calendarDate,
  })
  .readonly();

/**
 * A statement of the operator about what no template can show.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export type Attestation = z.infer<typeof attestationSchema>;

/** Reads statements as they were filed. @throws ConfigurationError with every problem of every statement */
export function readAttestations(input: unknown): readonly Attestation[] {
  return readRecords(input, {
    name: 'attestations',
    schema: attestationSchema,
    problemsOf,
    identityOf: ({ id }) => id,
  });
}

/** The last day on which a statement of that kind may count, by when it was made. */
export function latestValidity({ kind, statedOn }: Pick<Attestation, 'kind' | 'statedOn'>): string {
  return addMonths(statedOn, ATTESTATION_KINDS[kind].maximumAgeMonths);
}

function problemsOf(attestation: Attestation): readonly RecordProblem[] {
  const { kind, statement, statedOn, validUntil } = attestation;
  const latest = latestValidity(attestation);
  return [
    ...(validUntil < statedOn
      ? [{ field: 'validUntil', text: `must not be before statedOn, got: ${quoteValue(validUntil)}` }]
      : []),
    ...(validUntil > latest
      ? [
          {
            field: 'validUntil',
            text: `must be at most ${latest} (${ATTESTATION_KINDS[kind].maximumAgeMonths} months after statedOn), got: ${quoteValue(validUntil)}`,
          },
        ]
      : []),
    ...(statement === 'does-not-apply' && attestationKindInfo(kind)?.mayNotApply !== true
      ? [
          {
            field: 'statement',
            text: `must be 'held' for ${kind}, which concerns everybody, got: 'does-not-apply'`,
          },
        ]
      : []),
  ];
}
