const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The date asked for last: records of one day stand together. */
let lastDate = '';

/** Whether a text is an instant that exists, in UTC with milliseconds: `2026-01-31T23:59:59.999Z`. */
export function isInstant(text: string): boolean {
  const date = INSTANT.exec(text)?.[1];
  if (date === undefined) return false;
  if (date === lastDate) return true;
  const time = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) return false;
  lastDate = date;
  return true;
}
