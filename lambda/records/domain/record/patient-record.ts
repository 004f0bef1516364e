import type { Category, ListCategory } from '../access/category';

/** Who the patient is and how to reach them. */
export interface Demographics {
  readonly familyName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly addressLine: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The most sensitive fields, each encrypted by itself in the store. */
interface Identifiers {
  readonly ssn: string | null;
  readonly driverLicense: string | null;
  readonly passport: string | null;
}

interface Insurance {
  readonly payer: string;
  readonly memberId: string;
  readonly groupNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly validUntil: string | null;
}

export interface Diagnosis {
  readonly description: string;
  /** `YYYY-MM-DD`. */
  readonly diagnosedOn: string;
}

export interface DiagnosisCode {
  /** ICD-10-CM. */
  readonly code: string;
  /** `YYYY-MM-DD`. */
  readonly diagnosedOn: string;
}

interface Medication {
  readonly name: string;
  readonly dose: string;
  /** `YYYY-MM-DD`. */
  readonly startedOn: string;
  /** `YYYY-MM-DD`. */
  readonly endedOn: string | null;
}

interface LabResult {
  readonly test: string;
  readonly value: string;
  readonly unit: string;
  /** `YYYY-MM-DD`. */
  readonly takenOn: string;
}

interface Note {
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly writtenOn: string;
}

interface Vital {
  readonly kind:
    | 'bloodPressure'
    | 'heartRate'
    | 'temperature'
    | 'respiration'
    | 'oxygen'
    | 'weight'
    | 'height';
  readonly value: string;
  readonly unit: string;
  /** ISO 8601, UTC, such as `2026-01-15T08:00:00.000Z`. */
  readonly takenAt: string;
}

interface Allergy {
  readonly substance: string;
  readonly reaction: string | null;
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown';
}

/**
 * Notes of a mental health professional that are kept apart from the rest of the record; the text is encrypted in the store.
 *
 * @see 45 CFR 164.501, 164.508(a)(2)
 */
interface PsychotherapyNote {
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly sessionOn: string;
}

/** What is written into a category. */
export interface CategoryContent {
  readonly demographics: Demographics;
  readonly identifiers: Identifiers;
  readonly insurance: Insurance;
  readonly diagnosis: Diagnosis;
  readonly diagnosisCodes: DiagnosisCode;
  readonly medications: Medication;
  readonly labResults: LabResult;
  readonly notes: Note;
  readonly vitals: Vital;
  readonly allergies: Allergy;
  readonly psychotherapyNotes: PsychotherapyNote;
}

/** One entry of a list, with what the store knows of it. */
export interface Entry<C extends ListCategory = ListCategory> {
  /** An opaque UUID. */
  readonly id: string;
  /** Starts at 1 and grows by 1 with each change: what was read before somebody else's change cannot overwrite it. */
  readonly version: number;
  /** The user who wrote it; for psychotherapy notes the only one who may read it. */
  readonly authorId: string;
  readonly recordedAt: Date;
  readonly content: CategoryContent[C];
}

/** A category that a record has once, with its version. */
export interface Versioned<T> {
  readonly version: number;
  readonly content: T;
}

/** A record by category. */
export interface PatientRecord {
  readonly demographics: Versioned<Demographics>;
  /** Null where none were ever written. */
  readonly identifiers: Versioned<Identifiers> | null;
  readonly insurance: readonly Entry<'insurance'>[];
  readonly diagnosis: readonly Entry<'diagnosis'>[];
  readonly diagnosisCodes: readonly Entry<'diagnosisCodes'>[];
  readonly medications: readonly Entry<'medications'>[];
  readonly labResults: readonly Entry<'labResults'>[];
  readonly notes: readonly Entry<'notes'>[];
  readonly vitals: readonly Entry<'vitals'>[];
  readonly allergies: readonly Entry<'allergies'>[];
  readonly psychotherapyNotes: readonly Entry<'psychotherapyNotes'>[];
}

/** Those categories of a record that somebody asked for. */
export type PartialRecord = Partial<Pick<PatientRecord, Category>>;
