/** Who the actor is to a patient ($1); row-level security shows the actor's own relations only. */
export const STANDING_SQL = `
  SELECT EXISTS (SELECT FROM records.care_team WHERE user_id = records.acting_user() AND patient_id = $1) AS care_team,
    EXISTS (SELECT FROM records.users WHERE id = records.acting_user() AND active AND patient_id = $1) AS self,
    (SELECT id FROM records.break_glass_grants
     WHERE user_id = records.acting_user() AND patient_id = $1 AND records.in_emergency(expires_at, granted_at, ended_at)
     ORDER BY expires_at DESC LIMIT 1) AS grant_id`;

/** The beginnings of a family and a given name, a day of birth, and how many at most; each but the last may be null. */
export const SEARCH_SQL = `
  SELECT patient_id, family_name, given_name, birth_date,
    EXISTS (SELECT FROM records.care_team c WHERE c.user_id = records.acting_user() AND c.patient_id = d.patient_id) AS care_team,
    EXISTS (SELECT FROM records.users u WHERE u.id = records.acting_user() AND u.active AND u.patient_id = d.patient_id) AS self,
    EXISTS (SELECT FROM records.break_glass_grants g WHERE g.user_id = records.acting_user()
      AND g.patient_id = d.patient_id AND records.in_emergency(g.expires_at, g.granted_at, g.ended_at)) AS grant_id
  FROM records.demographics d
  WHERE ($1::text IS NULL OR starts_with(lower(family_name), lower($1)))
    AND ($2::text IS NULL OR starts_with(lower(given_name), lower($2)))
    AND ($3::date IS NULL OR birth_date = $3)
  ORDER BY family_name, given_name, patient_id LIMIT $4`;
