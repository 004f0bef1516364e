/** Whether a value is true, as YAML or CloudFormation may write it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** A whole number, as a number or as text; undefined for anything else. */
export function wholeNumber(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value.trim()));
  return isNumber && Number.isInteger(Number(value)) ? Number(value) : undefined;
}

/** The entries of a list; a value that stands where a list should is its only entry, absent is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
