import type { Migration } from './migration';
import { ROW_ACCESS, rowSecurityStatements } from './row-access';

/**
 * Who acts, as the directory has them: a role that is claimed and not held is none at all.
 *
 * What only reads settings is parsed here and now (`RETURN`), so that no search path changes its meaning and PostgreSQL can put
 * it into the statement; what reads tables keeps its plans.
 */
const IDENTITY = `
CREATE FUNCTION records.acting_user() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;

CREATE FUNCTION records.acting_at() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.at', true), '')::timestamptz;

CREATE FUNCTION records.acting_purpose() RETURNS text LANGUAGE sql STABLE
  RETURN current_setting('app.purpose', true);

CREATE FUNCTION records.in_a_hurry() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(records.acting_purpose() = 'emergency', true);

CREATE FUNCTION records.changing() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(current_setting('app.changing', true) = 'on', false);

CREATE FUNCTION records.in_emergency(expires_at timestamptz, granted_at timestamptz, ended_at timestamptz)
  RETURNS boolean LANGUAGE sql STABLE
  RETURN ended_at IS NULL AND granted_at <= records.acting_at() AND records.acting_at() < expires_at
    AND now() < expires_at + interval '1 minute';

CREATE FUNCTION records.acting_role() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ BEGIN
    RETURN (SELECT role FROM records.users
      WHERE id = records.acting_user() AND active AND kind = 'person' AND role = current_setting('app.role', true));
  END $$;

CREATE FUNCTION records.acting_capacity() RETURNS text LANGUAGE plpgsql STABLE SET search_path = ''
  AS $$
  DECLARE acting text := records.acting_role();
  BEGIN
    RETURN CASE WHEN (acting, records.acting_purpose()) IN (('physician', 'treatment'), ('physician', 'emergency'),
      ('nurse', 'treatment'), ('nurse', 'emergency'), ('billing', 'payment'), ('admin', 'operations'),
      ('patient', 'patientRequest')) THEN acting END;
  END $$;

CREATE FUNCTION records.related_patients() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ BEGIN
    CASE records.acting_purpose()
      WHEN 'treatment' THEN
        RETURN QUERY SELECT patient_id FROM records.care_team WHERE user_id = records.acting_user();
      WHEN 'emergency' THEN
        RETURN QUERY SELECT patient_id FROM records.break_glass_grants
          WHERE user_id = records.acting_user() AND records.in_emergency(expires_at, granted_at, ended_at);
      WHEN 'patientRequest' THEN
        RETURN QUERY SELECT patient_id FROM records.users
          WHERE id = records.acting_user() AND active AND patient_id IS NOT NULL;
      ELSE
        RETURN;
    END CASE;
  END $$;

CREATE FUNCTION records.has_administrator() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ BEGIN
    RETURN EXISTS (SELECT FROM records.users WHERE role = 'admin' AND active AND kind = 'person');
  END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA records FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA records TO records_service;
`;

const ADMIN = "coalesce((SELECT records.acting_role()) = 'admin', false)";
const CLINICIAN = "coalesce((SELECT records.acting_role()) IN ('physician', 'nurse'), false)";
const SELF = 'user_id = (SELECT records.acting_user())';

/** The sign-in looks users up before anybody acts, so that they are visible; only administrators change them,
 * and a migration makes the first one. */
const ACCOUNTS = `
ALTER TABLE records.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_read ON records.users FOR SELECT USING (true);
CREATE POLICY users_add ON records.users FOR INSERT WITH CHECK (${ADMIN});
CREATE POLICY users_first ON records.users FOR INSERT TO records_owner
  WITH CHECK (role = 'admin' AND active AND NOT records.has_administrator());
CREATE POLICY users_change ON records.users FOR UPDATE USING (${ADMIN}) WITH CHECK (${ADMIN});
GRANT SELECT, INSERT (id, subject, role, active, patient_id), UPDATE (subject, role, active) ON records.users TO records_service;

ALTER TABLE records.patients ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.patients FORCE ROW LEVEL SECURITY;
CREATE POLICY patients_read ON records.patients FOR SELECT USING (
  coalesce((SELECT records.acting_capacity()) IN ('billing', 'admin'), false)
  OR ((SELECT records.acting_capacity()) IS NOT NULL AND id IN (SELECT records.related_patients())));
CREATE POLICY patients_add ON records.patients FOR INSERT WITH CHECK (${ADMIN});
GRANT SELECT, INSERT ON records.patients TO records_service;

ALTER TABLE records.care_team ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.care_team FORCE ROW LEVEL SECURITY;
CREATE POLICY care_team_read ON records.care_team FOR SELECT USING (${SELF} OR ${ADMIN});
CREATE POLICY care_team_add ON records.care_team FOR INSERT WITH CHECK (${ADMIN});
CREATE POLICY care_team_remove ON records.care_team FOR DELETE USING (${ADMIN});
GRANT SELECT, INSERT, DELETE ON records.care_team TO records_service;

GRANT SELECT, INSERT, UPDATE (last_seen_at, ended_at, end_reason) ON records.sessions TO records_service;
`;

/** A clinician opens an emergency for themselves; an administrator ends and reviews it, never their own. */
const EMERGENCIES = `
ALTER TABLE records.break_glass_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.break_glass_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_read ON records.break_glass_grants FOR SELECT USING (${SELF} OR ${ADMIN});
CREATE POLICY break_glass_add ON records.break_glass_grants FOR INSERT WITH CHECK (${SELF} AND ${CLINICIAN});
CREATE POLICY break_glass_end ON records.break_glass_grants FOR UPDATE USING (${ADMIN} AND NOT ${SELF}) WITH CHECK (${ADMIN});
GRANT SELECT, INSERT, UPDATE (ended_at) ON records.break_glass_grants TO records_service;

ALTER TABLE records.break_glass_justifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.break_glass_justifications FORCE ROW LEVEL SECURITY;
CREATE POLICY justifications_read ON records.break_glass_justifications FOR SELECT USING (${ADMIN});
CREATE POLICY justifications_add ON records.break_glass_justifications FOR INSERT WITH CHECK (${CLINICIAN}
  AND EXISTS (SELECT FROM records.break_glass_grants g WHERE g.id = grant_id AND g.user_id = (SELECT records.acting_user())));
GRANT SELECT, INSERT ON records.break_glass_justifications TO records_service;

ALTER TABLE records.break_glass_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.break_glass_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY reviews_read ON records.break_glass_reviews FOR SELECT USING (${ADMIN});
CREATE POLICY reviews_add ON records.break_glass_reviews FOR INSERT WITH CHECK (${ADMIN}
  AND reviewer_id = (SELECT records.acting_user())
  AND EXISTS (SELECT FROM records.break_glass_grants g WHERE g.id = grant_id AND g.user_id <> (SELECT records.acting_user())));
GRANT SELECT, INSERT ON records.break_glass_reviews TO records_service;
`;

/**
 * Row-level security on everything that is about a patient, forced on the owner as well, and the few rights that the service has.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export const ROW_SECURITY: Migration = {
  name: '0003-row-security',
  sql: [IDENTITY, ACCOUNTS, EMERGENCIES, ...ROW_ACCESS.flatMap(rowSecurityStatements)].join(';\n'),
};
