import type { IdentifierType } from '../identifier-types';

/**
 * What stands behind a label:
 * - `code`: letters and digits with at least `minDigits` digits;
 * - `number`: a telephone number or extension with at least `minDigits` digits;
 * - `plate`: two to ten capital letters and digits;
 * - `date`: a day in digits, whole or with its parts apart;
 * - `word`: any one word behind a colon or equals sign.
 */
type LabelValue = 'code' | 'number' | 'plate' | 'date' | 'word';

/** Words that say of which type the number behind (or right before) them is. */
export interface LabelRow {
  readonly id: string;
  readonly type: IdentifierType;
  readonly description: string;
  /** The runs of letters that the label can begin with, in lower case. */
  readonly words: readonly string[];
  /** The label, from its first word on. */
  readonly pattern: string;
  readonly value: LabelValue;
  /** The fewest digits that a value has. */
  readonly minDigits: number;
  /**
   * Whether the label means nothing else, so that a few words may stand between it and a long value, and a value may be
   * all capital letters.
   */
  readonly isStrong: boolean;
}

/** "Number" and its abbreviations, behind the word that says of what. */
export const NUMBER =
  "(?:['’]?s)?(?: ?[:(]? ?#|[ _.-]{0,2}(?:#|(?:(?:card|file|policy|plan)[ _-]?)?(?:no|nos|num|nums|number|numbers|nbr|nr|ids?|identifiers?|identification(?:[ _-]?(?:number|no))?)(?![a-z])))(?:[ _.]{0,2}(?:#|no\\b|num(?:ber)?s?\\b))?\\.?";
