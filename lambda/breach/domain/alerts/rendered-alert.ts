import type { JsonValue } from '../../../shared/audit-chain/json-value';

/** What an alert says: to a person as text, to a machine as an object. */
export interface RenderedAlert {
  readonly subject: string;
  readonly text: string;
  readonly json: { readonly [name: string]: JsonValue };
}

/** The longest subject that SNS takes, in characters. */
const MAX_SUBJECT = 100;

/** A subject that SNS takes: printable ASCII on one line, at most 100 characters, a letter or bracket first. */
export function subjectLine(text: string): string {
  const ascii = text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return ascii.length <= MAX_SUBJECT ? ascii : `${ascii.slice(0, MAX_SUBJECT - 3).trimEnd()}...`;
}

/** The one line that travels with every alert. */
export const ALERT_LIMIT =
  'Technical alert, not legal advice: dates are outer limits, counsel decides. It names no person and carries no PHI.';

/** Text in paragraphs, with one empty line between them. */
export function paragraphs(...parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
