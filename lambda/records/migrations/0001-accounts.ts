import type { Migration } from './migration';

/**
 * Who works here, who is a patient, who treats whom, who is signed in, and who broke the glass. The ids are opaque; the reason
 * for breaking the glass is encrypted and stands apart.
 */
export const ACCOUNTS: Migration = {
  name: '0001-accounts',
  sql: `
CREATE TABLE records.patients (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE records.users (
  id uuid PRIMARY KEY,
  subject text CONSTRAINT users_subject_once UNIQUE CONSTRAINT users_subject_short CHECK (char_length(subject) BETWEEN 1 AND 256),
  role text NOT NULL CONSTRAINT users_role_known CHECK (role IN ('physician', 'nurse', 'billing', 'admin', 'patient')),
  active boolean NOT NULL,
  kind text NOT NULL DEFAULT 'person' CONSTRAINT users_kind_known CHECK (kind IN ('person', 'service')),
  patient_id uuid CONSTRAINT users_patient_known REFERENCES records.patients,
  CONSTRAINT users_patient_is_patient CHECK ((role = 'patient') = (patient_id IS NOT NULL)),
  CONSTRAINT users_active_has_subject CHECK (subject IS NOT NULL OR NOT active)
);
CREATE UNIQUE INDEX users_patient_once ON records.users (patient_id) WHERE active;

CREATE TABLE records.care_team (
  patient_id uuid NOT NULL CONSTRAINT care_team_patient_known REFERENCES records.patients,
  user_id uuid NOT NULL CONSTRAINT care_team_user_known REFERENCES records.users,
  joined_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT care_team_once PRIMARY KEY (user_id, patient_id)
);

CREATE TABLE records.sessions (
  id uuid PRIMARY KEY,
  secret_hash text NOT NULL CONSTRAINT sessions_secret_once UNIQUE CONSTRAINT sessions_secret_shape CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  user_id uuid NOT NULL CONSTRAINT sessions_user_known REFERENCES records.users,
  opened_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text CONSTRAINT sessions_end_known CHECK (end_reason IN ('logout', 'replaced', 'revoked', 'idle', 'absolute', 'roleChanged')),
  CONSTRAINT sessions_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX sessions_one_live ON records.sessions (user_id) WHERE ended_at IS NULL;

CREATE TABLE records.break_glass_grants (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT break_glass_user_known REFERENCES records.users,
  patient_id uuid NOT NULL CONSTRAINT break_glass_patient_known REFERENCES records.patients,
  reason text NOT NULL CONSTRAINT break_glass_reason_known CHECK (reason IN ('lifeThreatening', 'unconscious', 'careTeamUnreachable', 'disaster')),
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  review_due_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT break_glass_limited CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '24 hours')
);
CREATE INDEX break_glass_of_user ON records.break_glass_grants (user_id, expires_at);

CREATE TABLE records.break_glass_justifications (
  grant_id uuid PRIMARY KEY CONSTRAINT justifications_grant_known REFERENCES records.break_glass_grants,
  justification bytea NOT NULL
);

CREATE TABLE records.break_glass_reviews (
  grant_id uuid PRIMARY KEY CONSTRAINT reviews_grant_known REFERENCES records.break_glass_grants,
  reviewer_id uuid NOT NULL CONSTRAINT reviews_reviewer_known REFERENCES records.users,
  outcome text NOT NULL CONSTRAINT reviews_outcome_known CHECK (outcome IN ('justified', 'notJustified')),
  reviewed_at timestamptz NOT NULL
);
`,
};
