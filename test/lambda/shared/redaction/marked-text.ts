import { redact } from '../../../../lambda/shared/redaction/redact';

/** A text in which «guillemets» mark what must go. */
interface MarkedText {
  readonly input: string;
  readonly expected: string;
}

/** Reads a text in which «guillemets» mark identifiers of `type`, or of another type where one is named: «ZIP|99999». */
function readMarked(type: string, marked: string): MarkedText {
  return {
    input: marked.replace(/«(?:[A-Z_]+\|)?([^»]*)»/g, '$1'),
    expected: marked.replace(
      /«(?:([A-Z_]+)\|)?[^»]*»/g,
      (_, named: string | undefined) => `[${named ?? type}]`,
    ),
  };
}

/** Asserts that exactly the marked parts of each text are redacted. */
export function itRedacts(type: string, rows: readonly string[]): void {
  it.each(rows)(`redacts ${type} in %j`, (marked) => {
    const { input, expected } = readMarked(type, marked);
    expect(redact(input).text).toBe(expected);
  });
}

/** Asserts that nothing of each text is redacted. */
export function itKeeps(what: string, rows: readonly string[]): void {
  it.each(rows)(`keeps ${what} in %j`, (text) => {
    expect(redact(text)).toEqual({ text, spans: [] });
  });
}
