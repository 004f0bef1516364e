import { redactOrWithhold } from '../../lambda/shared/redaction/redact-or-withhold';
import { UsageError } from '../commands/command';
import { plural } from '../report/plural';
import { printable } from '../report/printable';
import type { Session } from './session';

/** What a person wrote, and where. */
export interface WrittenText {
  /** The option or field, without quotes. */
  readonly field: string;
  readonly text: string;
  /** The longest that the register keeps, in UTF-16 units. */
  readonly most: number;
}

/**
 * Shows what of a person's words the register would keep where identifiers were found in them, and asks. Nothing that was
 * found is shown again.
 *
 * @returns the words as they are kept
 * @throws UsageError where the person says no, or nobody can be asked
 * @see 45 CFR 164.502(b)
 */
export async function reviewText(
  { field, text, most }: WrittenText,
  { dialogue, yes }: Pick<Session, 'dialogue' | 'yes'>,
): Promise<string> {
  if (text.length > most) {
    throw new UsageError(`'${field}' must have at most ${most} characters, got: ${text.length}`);
  }
  const { text: kept, spans } = redactOrWithhold(text.toWellFormed());
  if (spans.length === 0) return kept;
  const types = [...new Set(spans.map(({ type }) => type))].join(', ');
  const found = `'${field}' holds ${plural(spans.length, 'identifier')} (${types}), which ${spans.length === 1 ? 'is' : 'are'} not kept`;
  if (!yes && !dialogue.interactive) {
    throw new UsageError(
      `${found}: leave them out, or give --yes to have it kept redacted. Nothing was recorded.`,
    );
  }
  dialogue.tell(`${found}. Kept is:\n  ${printable(kept)}`);
  if (!yes && !(await saysYes(dialogue, 'Keep it like this? (yes/no)'))) {
    throw new UsageError('Nothing was recorded.');
  }
  return kept;
}

/** {@link reviewText} where there is a text. */
export async function reviewOptional(
  field: string,
  text: string | null | undefined,
  most: number,
  session: Pick<Session, 'dialogue' | 'yes'>,
): Promise<string | null> {
  return text === undefined || text === null || text.trim() === ''
    ? null
    : await reviewText({ field, text, most }, session);
}

/** Whether the answer to a question is yes; everything else is no. */
export async function saysYes(dialogue: Session['dialogue'], question: string): Promise<boolean> {
  return /^y(?:es)?$/i.test(await dialogue.ask(question));
}

/** The most that the register keeps of each kind of text, in UTF-16 units. */
export const MOST = { reason: 2000, source: 300, reference: 200, official: 200, basis: 500 } as const;
