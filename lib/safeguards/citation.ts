/** A paragraph of 45 CFR Part 164, without "45 CFR": `164.312(e)(1)`. */
export type Citation = `164.${string}`;

const SHAPE = /^164\.\d{3}(\([0-9A-Za-z]+\))*$/;

/** Whether a text has the shape of a citation; whether the paragraph exists is another matter. */
export function isCitation(text: string): text is Citation {
  return SHAPE.test(text);
}

/**
 * Whether what is said of one paragraph is said of another: both are the same, or one lies within the other. `164.312(e)` touches
 * `164.312(e)(1)`; `164.312(a)(2)(i)` and `164.312(a)(2)(ii)` do not touch.
 */
export function touches(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}(`) || b.startsWith(`${a}(`);
}

/** Orders citations as the rule book does: by section, then by paragraph. */
export function compareCitations(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let level = 0; level < Math.max(left.length, right.length); level += 1) {
    const difference = rankOf(left[level], level) - rankOf(right[level], level);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(citation: string): readonly string[] {
  return citation.match(/\d{3}(?=\(|$)|(?<=\()[0-9A-Za-z]+(?=\))/g) ?? [];
}

const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Levels below the section alternate: letter, number, Roman numeral, capital letter. */
function rankOf(part: string | undefined, level: number): number {
  if (part === undefined) return -1;
  if (/^\d+$/.test(part)) return Number(part);
  return level === 3 ? ROMAN.indexOf(part) : (part.codePointAt(0) ?? 0);
}
