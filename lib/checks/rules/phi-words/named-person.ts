import { FAMILY_NAMES, GIVEN_NAMES } from './person-names';
import { wordsOf } from './words-of';

/** After these words a name is that of a person in care. */
const PATIENTS: ReadonlySet<string> = new Set([
  'patient',
  'patients',
  'pt',
  'inpatient',
  'outpatient',
  'newborn',
  'decedent',
]);

/** What may stand between the word and the name: `patient-records-for-…`, `PatientName=…`. */
const FILLERS: ReadonlySet<string> = new Set(
  'name named full first last record records chart file files data folder history of for the mr mrs ms'.split(
    ' ',
  ),
);

/** Words that make of any full name that of a person in care. */
const CLINICAL: ReadonlySet<string> = new Set(
  'patient patients chart charts mrn medical health diagnosis diagnoses prescription prescriptions labs mri xray dob ssn'.split(
    ' ',
  ),
);

/** Whether a name tells who is in care: `patient-john`, `JohnSmithChart`. The word patient alone, and a purpose, do not. */
export function namesPatient(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.some((word, index) => PATIENTS.has(word) && isNameAfter(words, index)) || hasNameAndCare(words)
  );
}

function isNameAfter(words: readonly string[], index: number): boolean {
  const next = words.slice(index + 1).find((word) => !FILLERS.has(word));
  return next !== undefined && (GIVEN_NAMES.has(next) || FAMILY_NAMES.has(next));
}

function hasNameAndCare(words: readonly string[]): boolean {
  return words.some((word) => CLINICAL.has(word)) && words.some((_, index) => isFullName(words, index));
}

/** `john smith`, and `smith john`, as registers write it. */
function isFullName(words: readonly string[], index: number): boolean {
  const [first = '', second = ''] = words.slice(index, index + 2);
  return (
    (GIVEN_NAMES.has(first) && FAMILY_NAMES.has(second)) ||
    (FAMILY_NAMES.has(first) && GIVEN_NAMES.has(second))
  );
}
