import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { UsageError } from '../commands/command';
import { printable } from '../report/printable';
import { civilDateIn } from './common-options';
import type { Session } from './session';

/** Something that an option gives, or a person at the terminal answers. */
export interface Wanted<Value> {
  /** With its dashes. */
  readonly option: string;
  readonly given: string | undefined;
  readonly question: string;
  /** @throws UsageError where the text cannot be it */
  readonly read: (text: string) => Value;
}

/** What an option gives, or an answer; @throws UsageError where there is neither. */
export async function answerTo<Value>(
  { option, given, question, read }: Wanted<Value>,
  { dialogue }: Pick<Session, 'dialogue'>,
): Promise<Value> {
  if (given !== undefined) return read(given);
  if (!dialogue.interactive) {
    throw new UsageError(`'${option}' must be given where nobody can be asked, got: nothing`);
  }
  return await dialogue.askFor(question, read);
}

/** Reads a date, or nothing as a day that stands for it. */
export function dateOr(option: string, fallback: CivilDate): (text: string) => CivilDate {
  return (text) => (text === '' ? fallback : civilDateIn(option, text));
}

/** Reads a date, or nothing as null. */
export function optionalDate(option: string): (text: string) => CivilDate | null {
  return (text) => (text === '' || /^unknown$/i.test(text) ? null : civilDateIn(option, text));
}

/** Reads one of a few words, by itself or by its number in the list, from 1. */
export function choiceOf<Word extends string>(
  option: string,
  words: readonly Word[],
): (text: string) => Word {
  return (text) => {
    const found =
      words.find((word) => word === text) ?? (/^\d{1,2}$/.test(text) ? words[Number(text) - 1] : undefined);
    if (found === undefined) {
      throw new UsageError(
        `'${option}' must be one of ${words.join(', ')}, got: '${printable(text.slice(0, 80))}'`,
      );
    }
    return found;
  };
}

/** Words with their numbers, a line each. */
export function numbered(rows: readonly (readonly [word: string, meaning: string])[]): string {
  return rows.map(([word, meaning], index) => `  ${index + 1} ${word}: ${meaning}`).join('\n');
}
