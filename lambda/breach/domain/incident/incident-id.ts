const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const INCIDENT_ID = new RegExp(`^inc-(?:${UUID}|[0-9a-f]{32})$`);

/** Whether a value is the id of a case: `inc-` and a UUID or 32 hexadecimal digits. It is the id of the case's chain too. */
export function isIncidentId(value: unknown): value is string {
  return typeof value === 'string' && INCIDENT_ID.test(value);
}

/** The id of a case from one that was made for it. */
export function incidentIdOf(id: string): string {
  return `inc-${id}`;
}
