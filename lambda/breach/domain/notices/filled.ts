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

/** The paragraph of a value, or the mark where there is none. */
export function fill<Value>(
  value: Value | null | undefined,
  label: string,
  write: (value: Value) => string,
): Filled {
  return isEmpty(value) ? { paragraph: mark(label), missing: [label] } : complete(write(value));
}

/** A bulleted list. */
export function bullets(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

function isEmpty(value: unknown): value is null | undefined {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
