/** The parts of a patient's record that are permitted apart from each other. */
export const CATEGORIES = [
  'demographics',
  'insurance',
  'diagnosis',
  'diagnosisCodes',
  'medications',
  'labResults',
  'notes',
  'vitals',
  'allergies',
  'identifiers',
  'psychotherapyNotes',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The categories that a record has once; of all others it has a list of entries. */
export const SINGLE_CATEGORIES = ['demographics', 'identifiers'] as const;

export type SingleCategory = (typeof SINGLE_CATEGORIES)[number];

export type ListCategory = Exclude<Category, SingleCategory>;

export const LIST_CATEGORIES: readonly ListCategory[] = CATEGORIES.filter(
  (category): category is ListCategory => !SINGLE_CATEGORIES.some((single) => single === category),
);
