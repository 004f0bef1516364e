import type { Category } from '../access/category';
import type { CategoryContent } from './patient-record';

type Fields = { readonly [C in Category]: readonly (keyof CategoryContent[C] & string)[] };

/** What an answer may hold of each category; whatever else a store returns stays behind. */
export const FIELDS: Fields = {
  demographics: [
    'familyName',
    'givenName',
    'birthDate',
    'sex',
    'addressLine',
    'city',
    'state',
    'postalCode',
    'phone',
    'email',
  ],
  insurance: ['payer', 'memberId', 'groupNumber', 'validUntil'],
  diagnosis: ['description', 'diagnosedOn'],
  diagnosisCodes: ['code', 'diagnosedOn'],
  medications: ['name', 'dose', 'startedOn', 'endedOn'],
  labResults: ['test', 'value', 'unit', 'takenOn'],
  notes: ['text', 'writtenOn'],
  vitals: ['kind', 'value', 'unit', 'takenAt'],
  allergies: ['substance', 'reaction', 'severity'],
  identifiers: ['ssn', 'driverLicense', 'passport'],
  psychotherapyNotes: ['text', 'sessionOn'],
};
