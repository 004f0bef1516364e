/** A place in a text, both figures from 1. */
export interface TextPlace {
  readonly line: number;
  /** UTF-16 units. */
  readonly column: number;
}

/** Something in a text that cannot be read, and where. */
export class TextProblem extends Error {
  public override readonly name = 'TextProblem';
  /** UTF-16 units from the beginning of the text. */
  public readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }

  /** Where in the text it is. */
  public placeIn(text: string): TextPlace {
    const before = text.slice(0, this.offset);
    return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
  }
}
