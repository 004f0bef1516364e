import { CATEGORIES, type Category } from './category';

/** What is never part of a whole record: it is asked for by its name. */
const APART: readonly Category[] = ['psychotherapyNotes'];

/** The categories that a request for a whole record asks for, if the policies permit them. */
export const WHOLE_RECORD: readonly Category[] = CATEGORIES.filter((category) => !APART.includes(category));

/** The categories whose entries the service writes by `write`; a diagnosis is made by `diagnose` and carries its code. */
export const WRITTEN_LISTS = [
  'insurance',
  'medications',
  'labResults',
  'notes',
  'vitals',
  'allergies',
  'psychotherapyNotes',
] as const;

export type WrittenList = (typeof WRITTEN_LISTS)[number];
