import { redactOrWithhold } from '../../../shared/redaction/redact-or-withhold';

/**
 * A person's words as the register may keep them: identifiers of people redacted, on bounded length. The archive is locked
 * for years, so what stands in it has to be clean before.
 *
 * @see 45 CFR 164.502(b)
 */
export function cleanText(text: string, maxLength: number): string {
  return redactOrWithhold(text.toWellFormed()).text.slice(0, maxLength).toWellFormed();
}

/** {@link cleanText} where there is a text. */
export function cleanOptional(text: string | null, maxLength: number): string | null {
  return text === null ? null : cleanText(text, maxLength);
}
