/** The three acts that are no breach though Subpart E does not permit them. */
export const EXCLUSIONS = ['good-faith', 'inadvertent', 'not-retained'] as const;

/** One of the three exclusions. */
export type Exclusion = (typeof EXCLUSIONS)[number];

/** What an exclusion says and where. */
export interface ExclusionRow {
  readonly exclusion: Exclusion;
  readonly citation: string;
  readonly meaning: string;
}

/** @see 45 CFR 164.402 "Breach" (1)(i)–(iii) */
const EXCLUSION_ROWS: readonly ExclusionRow[] = [
  {
    exclusion: 'good-faith',
    citation: '45 CFR 164.402 Breach (1)(i)',
    meaning:
      'a member of the workforce, or someone acting for the entity, came upon it in good faith and within the scope of authority, and it was not used further',
  },
  {
    exclusion: 'inadvertent',
    citation: '45 CFR 164.402 Breach (1)(ii)',
    meaning:
      'one authorized person disclosed it by mistake to another at the same entity or arrangement, and it was not used further',
  },
  {
    exclusion: 'not-retained',
    citation: '45 CFR 164.402 Breach (1)(iii)',
    meaning: 'there is a good-faith belief that the recipient could not have kept it',
  },
];

/** The row of an exclusion. */
export function exclusionRow(exclusion: Exclusion): ExclusionRow {
  const row = EXCLUSION_ROWS.find((candidate) => candidate.exclusion === exclusion);
  if (row === undefined) {
    throw new RangeError(`'exclusion' must be one of ${EXCLUSIONS.join(', ')}`);
  }
  return row;
}
