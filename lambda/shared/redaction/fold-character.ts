import { CONFUSABLES } from './data/confusables';

/** No character may fold to more than this, so that folding grows a text by a constant factor at most. */
const MAX_EXPANSION = 4;

const DIGIT = /^\p{Nd}$/u;
const DASH = /^\p{Pd}$/u;
const SPACE = /^\p{Zs}$/u;
const LINE_END = /^[\p{Zl}\p{Zp}\u0085]$/u;
const MARKS = /\p{M}+/gu;
const ASCII = /^[\t\n\r\x20-\x7e]+$/;

/** What a reader does not see: format and control characters, combining marks, fillers, variation selectors. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/**
 * The ASCII that a character is read as: '' for what a reader does not see, the character itself where there is no
 * such reading.
 */
export function foldCharacter(character: string): string {
  if (ASCII.test(character)) {
    return character;
  }
  if (LINE_END.test(character)) {
    return '\n';
  }
  if (UNSEEN.test(character)) {
    return '';
  }
  if (SPACE.test(character)) {
    return ' ';
  }
  const confusable = CONFUSABLES.get(character);
  if (confusable !== undefined) {
    return confusable;
  }
  if (DASH.test(character)) {
    return '-';
  }
  return foldByNormalization(character);
}

function foldByNormalization(character: string): string {
  const compatible = character.normalize('NFKD').replace(MARKS, '').replaceAll('\u2044', '/');
  if (compatible.length <= MAX_EXPANSION && ASCII.test(compatible)) {
    return compatible;
  }
  return DIGIT.test(character) ? String(digitValue(character)) : character;
}

/** The value of a decimal digit of any script: Unicode keeps them in runs of ten, 0 first. */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let below = 0;
  while (below < code && DIGIT.test(String.fromCodePoint(code - below - 1))) {
    below++;
  }
  return below % 10;
}
