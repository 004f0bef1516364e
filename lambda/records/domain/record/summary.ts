import type { Demographics } from './patient-record';

/** A patient in a list: enough to choose one, no more. */
export interface PatientSummary {
  readonly patientId: string;
  /** Initial of the given name and surname, such as `A. Example`. */
  readonly name: string;
  /** Ten years, such as `30-39`; `90+` for all who are older. */
  readonly ageRange: string;
}

/** Ages above 89 identify people. @see 45 CFR 164.514(b)(2)(i)(C) */
const OLDEST_RANGE = 90;

/** A patient as lists show them: never a date of birth. */
export function summarizePatient(
  patientId: string,
  { familyName, givenName, birthDate }: Pick<Demographics, 'familyName' | 'givenName' | 'birthDate'>,
  today: Date,
): PatientSummary {
  const [initial] = givenName.trim();
  return {
    patientId,
    name: initial === undefined ? familyName : `${initial.toUpperCase()}. ${familyName}`,
    ageRange: ageRange(birthDate, today),
  };
}

function ageRange(birthDate: string, today: Date): string {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const hadBirthday =
    today.getUTCMonth() + 1 > month || (today.getUTCMonth() + 1 === month && today.getUTCDate() >= day);
  const age = Math.max(0, today.getUTCFullYear() - year - (hadBirthday ? 0 : 1));
  if (age >= OLDEST_RANGE) {
    return `${OLDEST_RANGE}+`;
  }
  const decade = Math.floor(age / 10) * 10;
  return `${decade}-${decade + 9}`;
}
