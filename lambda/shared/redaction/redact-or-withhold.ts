import { MAX_TEXT_LENGTH } from './limits';
import { type RedactOptions, redact } from './redact';
import type { Redaction } from './redaction';
import { withholdAll } from './withhold';

/** Redacts a text, or withholds all of it when it is longer than a text may be or when anything goes wrong. Never throws. */
export function redactOrWithhold(
  text: string,
  options: RedactOptions & {
    /** The redaction to use. @default that without a vocabulary */
    readonly redact?: typeof redact;
    /** In UTF-16 units. @default 1048576 */
    readonly maxLength?: number;
  } = {},
): Redaction {
  try {
    return text.length > (options.maxLength ?? MAX_TEXT_LENGTH)
      ? withholdAll(text)
      : (options.redact ?? redact)(text, options);
  } catch {
    return withholdAll(String(text));
  }
}
