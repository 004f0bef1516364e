/** How text is laid out. */
export interface Layout {
  /** Columns to wrap at; null leaves every paragraph on one line, as a pipe and a narrow terminal want it. */
  readonly columns: number | null;
  /** Whether to colour. */
  readonly color: boolean;
}

/** Narrower than this, wrapping and indents do more harm than good. */
const NARROWEST_COLUMNS = 60;

/** Wider than this, lines are hard to follow. */
const WIDEST_COLUMNS = 120;

/** The layout for a terminal of so many columns, or for no terminal (null). */
export function layoutFor(columns: number | null, color: boolean): Layout {
  const wraps = columns !== null && columns >= NARROWEST_COLUMNS;
  return { columns: wraps ? Math.min(columns, WIDEST_COLUMNS) : null, color };
}

/** A paragraph with a hanging indent, wrapped between words; a word longer than a line stays whole, so that it can be copied. */
export function paragraph(text: string, indent: string, hanging: string, { columns }: Layout): string {
  if (columns === null) return `${indent}${text}`;
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
