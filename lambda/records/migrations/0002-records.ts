import type { Migration } from './migration';

/** What every entry of a list has. */
const ENTRY = `
  id uuid PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES records.patients,
  version integer NOT NULL CHECK (version > 0),
  author_id uuid NOT NULL REFERENCES records.users,
  recorded_at timestamptz NOT NULL`;

/**
 * The record, one table for each category, so that each is permitted by itself. What is most sensitive is stored as
 * ciphertext only.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.502(b)
 */
export const RECORDS: Migration = {
  name: '0002-records',
  sql: `
CREATE TABLE records.demographics (
  patient_id uuid PRIMARY KEY REFERENCES records.patients,
  version integer NOT NULL CHECK (version > 0),
  family_name text NOT NULL, given_name text NOT NULL, birth_date date NOT NULL,
  sex text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  address_line text, city text, state text, postal_code text, phone text, email text
);
CREATE INDEX demographics_by_name ON records.demographics (lower(family_name) text_pattern_ops, lower(given_name));

CREATE TABLE records.identifiers (
  patient_id uuid PRIMARY KEY REFERENCES records.patients,
  version integer NOT NULL CHECK (version > 0),
  ssn bytea, driver_license bytea, passport bytea
);

CREATE TABLE records.insurance (${ENTRY},
  payer text NOT NULL, member_id text NOT NULL, group_number text, valid_until date);
CREATE INDEX insurance_of_patient ON records.insurance (patient_id, recorded_at);

CREATE TABLE records.diagnoses (${ENTRY},
  description text NOT NULL, diagnosed_on date NOT NULL);
CREATE INDEX diagnoses_of_patient ON records.diagnoses (patient_id, recorded_at);

CREATE TABLE records.diagnosis_codes (${ENTRY},
  code text NOT NULL, diagnosed_on date NOT NULL);
CREATE INDEX diagnosis_codes_of_patient ON records.diagnosis_codes (patient_id, recorded_at);

CREATE TABLE records.medications (${ENTRY},
  name text NOT NULL, dose text NOT NULL, started_on date NOT NULL, ended_on date);
CREATE INDEX medications_of_patient ON records.medications (patient_id, recorded_at);

CREATE TABLE records.lab_results (${ENTRY},
  test text NOT NULL, value text NOT NULL, unit text NOT NULL, taken_on date NOT NULL);
CREATE INDEX lab_results_of_patient ON records.lab_results (patient_id, recorded_at);

CREATE TABLE records.notes (${ENTRY},
  text text NOT NULL, written_on date NOT NULL);
CREATE INDEX notes_of_patient ON records.notes (patient_id, recorded_at);

CREATE TABLE records.vitals (${ENTRY},
  kind text NOT NULL CHECK (kind IN ('bloodPressure', 'heartRate', 'temperature', 'respiration', 'oxygen', 'weight', 'height')),
  value text NOT NULL, unit text NOT NULL, taken_at timestamptz NOT NULL);
CREATE INDEX vitals_of_patient ON records.vitals (patient_id, recorded_at);

CREATE TABLE records.allergies (${ENTRY},
  substance text NOT NULL, reaction text,
  severity text NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe', 'unknown')));
CREATE INDEX allergies_of_patient ON records.allergies (patient_id, recorded_at);

CREATE TABLE records.psychotherapy_notes (${ENTRY},
  text bytea NOT NULL, session_on date NOT NULL);
CREATE INDEX psychotherapy_notes_of_patient ON records.psychotherapy_notes (patient_id, recorded_at);
`,
};
