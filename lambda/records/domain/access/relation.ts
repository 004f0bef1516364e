/** What a person may be to a patient: one of the care team, the patient, or holder of an emergency grant that has not run out. */
export const RELATIONS = ['careTeam', 'self', 'breakGlass'] as const;

export type Relation = (typeof RELATIONS)[number];
