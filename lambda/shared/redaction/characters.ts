const ZERO = 48;
const NINE = 57;

/** Whether the UTF-16 unit is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Whether the UTF-16 unit is an unaccented Latin letter. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a run of letters and digits may go on with this UTF-16 unit. */
export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** How many digits stand in `text` from `start` to `end`. */
export function countDigits(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    if (isDigit(text.charCodeAt(index))) {
      count++;
    }
  }
  return count;
}

/** The word that ends right before `at`, apart from spaces and one of `:.,(-` between them; lower case, at most `limit` letters. */
export function wordBefore(text: string, at: number, limit = 16): string {
  let end = at;
  const floor = Math.max(0, at - 4);
  while (end > floor && ' :.,(-\t\n'.includes(text.charAt(end - 1))) {
    end--;
  }
  let start = end;
  while (start > 0 && end - start < limit && isLetter(text.charCodeAt(start - 1))) {
    start--;
  }
  return text.slice(start, end).toLowerCase();
}
