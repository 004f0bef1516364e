/** A paragraph of a notice, and what it still needs. */
export interface Filled {
  readonly paragraph: string;
  /** Labels of what somebody has to complete; each stands marked in the paragraph. */
  readonly missing: readonly string[];
}

/** A paragraph that needs nothing. */
export function complete(paragraph: string): Filled {
  return { paragraph, missing: [] };
}

/** The mark of something to complete. */
function mark(label: string): string {
  return `**[to be completed: ${label}]**`;
}

/** Whether there is something to write: null, blank text and an empty list are not. */
export function isWritten<Value>(value: Value | null | undefined): value is Value {
  return (
    value !== null &&
    value !== undefined &&
    !(typeof value === 'string' && value.trim() === '') &&
    !(Array.isArray(value) && value.length === 0)
  );
}

/** The paragraph of a value, or the mark where there is none. */
export function fill<Value>(
  value: Value | null | undefined,
  label: string,
  write: (value: Value) => string,
): Filled {
  return isWritten(value) ? complete(write(value)) : { paragraph: mark(label), missing: [label] };
}

/** A bulleted list. */
export function bullets(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}
