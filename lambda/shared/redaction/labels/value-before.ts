import { countDigits } from '../characters';
import type { LabelRow } from './label-row';
import type { ValueRange } from './label-value';

/** How far before a label its value can end. */
const REACH = 56;

/** `998877 (MRN)`, `998877 is her MRN`, `998877, the MRN`: a code and what ties it to the label behind it. */
const TIED =
  /(?<![A-Za-z0-9])((?:[A-Za-z0-9][./_-]?){3,30}(?<![./_-])|\(?\d{2,4}(?:[ ).-]{1,2}\d{2,4}){1,3})["')]?(?: ?[([/-] ?|[,:]? ?(?:is |was |as )?(?:the |his |her |their |my |your |a |patient'?s? |pt'?s? |new |old ){1,3})$/;

/** The code or number that a label names from behind, if there is one with four digits or more. */
export function findValueBefore(text: string, at: number, row: LabelRow): ValueRange | undefined {
  if (row.value === 'date' || row.value === 'word' || row.value === 'plate' || !mayBeTied(text, at)) {
    return undefined;
  }
  const from = Math.max(0, at - REACH);
  const match = TIED.exec(text.slice(from, at));
  const value = match?.[1];
  if (match === null || value === undefined) {
    return undefined;
  }
  const start = from + match.index;
  const end = start + value.length;
  return countDigits(text, start, end) >= Math.max(4, row.minDigits) ? { start, end } : undefined;
}

/** Rules out most labels at the cost of one look at what stands before them. */
function mayBeTied(text: string, at: number): boolean {
  return /(?:[([/-] ?|\b(?:the|his|her|their|my|your|a|patient'?s?|pt'?s?|new|old) )$/.test(
    text.slice(Math.max(0, at - 12), at),
  );
}
