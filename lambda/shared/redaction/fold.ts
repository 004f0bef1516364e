import { foldCharacter } from './fold-character';

/** A text as recognizers read it, and the way back to the text as it was written. */
export interface FoldedText {
  readonly text: string;
  /** Where in the written text a piece of the folded text begins. */
  readonly startOf: (folded: number) => number;
  /** Where it ends: behind the whole of its last character and the invisible ones that follow. */
  readonly endOf: (folded: number) => number;
}

/** Whether a text reads exactly as it is written. The scan stops at the first character that says no. */
const NEEDS_FOLDING =
  /(?=[^\t\n\r !-$')-;=?-Z\]-z|}~])(?:[^\t\n\r -~]|[[({<] ?(?:at|dot|@|\.) ?[\])}>]|&#?\w{1,8};|%(?:40|2e|2d|20|3a|2f)|\\[nrtu/])/i;

/** Ways to write a separator so that a machine does not see it, each anchored to where it begins. */
const WRITTEN_OUT: readonly { readonly pattern: RegExp; readonly reads: (match: string) => string }[] = [
  { pattern: / ?[[({<] ?(?:at|@) ?[\])}>] ?/iy, reads: () => '@' },
  { pattern: / ?[[({<] ?(?:dot|\.) ?[\])}>] ?/iy, reads: () => '.' },
  { pattern: /&#?\w{1,8};/y, reads: readEntity },
  { pattern: /%(?:40|2e|2d|20|3a|2f)/iy, reads: (match) => characterOf(match.slice(1), 16) },
  { pattern: /\\u[0-9a-f]{4}/iy, reads: (match) => characterOf(match.slice(2), 16) },
  { pattern: /\\[nrt]/y, reads: () => ' ' },
  { pattern: /\\\//y, reads: () => '/' },
];

const STARTS_WRITTEN_OUT = ' [({<&%\\';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&commat;', '@'],
  ['&period;', '.'],
  ['&hyphen;', '-'],
  ['&dash;', '-'],
  ['&ndash;', '-'],
  ['&mdash;', '-'],
  ['&sol;', '/'],
  ['&colon;', ':'],
  ['&shy;', ''],
  ['&zwnj;', ''],
  ['&zwj;', ''],
]);

/**
 * The text with look-alikes, digits of other scripts, full-width forms, invisible characters and written-out separators
 * read as the ASCII they stand for, at most four units for each unit, with a map of offsets.
 */
export function fold(source: string): FoldedText {
  if (!NEEDS_FOLDING.test(source)) {
    return { text: source, startOf: identity, endOf: identity };
  }
  const writer = new FoldWriter(source.length);
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (STARTS_WRITTEN_OUT.includes(source.charAt(at))) {
      const end = readWrittenOut(source, at, writer);
      if (end > at) {
        at = end;
        continue;
      }
    }
    if (code >= 0x20 && code < 0x7f) {
      writer.put(code, at);
      at++;
      continue;
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? code);
    writer.write(cachedFold(character), at);
    at += character.length;
  }
  return writer.finish(source.length);
}

function identity(offset: number): number {
  return offset;
}

function readWrittenOut(source: string, at: number, writer: FoldWriter): number {
  for (const { pattern, reads } of WRITTEN_OUT) {
    pattern.lastIndex = at;
    if (pattern.test(source)) {
      const end = pattern.lastIndex;
      writer.write(reads(source.slice(at, end)), at);
      return end;
    }
  }
  return at;
}

function readEntity(match: string): string {
  const named = ENTITIES.get(match.toLowerCase());
  if (named !== undefined) {
    return named;
  }
  const digits = /^&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(match);
  if (digits === null) {
    return match;
  }
  return digits[1] === undefined ? characterOf(digits[2] ?? '', 10) : characterOf(digits[1], 16);
}

function characterOf(digits: string, radix: 10 | 16): string {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? cachedFold(String.fromCodePoint(code)) : '';
}

const FOLDED = new Map<string, string>();

/** What a million distinct characters fold to need not be kept; a text uses few. */
const MAX_FOLDED = 4096;

function cachedFold(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) {
    return known;
  }
  const folded = foldCharacter(character);
  if (FOLDED.size < MAX_FOLDED) {
    FOLDED.set(character, folded);
  }
  return folded;
}

/** Collects folded units with the place that each came from. */
class FoldWriter {
  private units: Uint16Array;
  private sources: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity + 16);
    this.sources = new Uint32Array(capacity + 16);
  }

  put(code: number, source: number): void {
    if (this.length === this.units.length) {
      this.grow();
    }
    this.units[this.length] = code;
    this.sources[this.length] = source;
    this.length++;
  }

  write(text: string, source: number): void {
    for (let index = 0; index < text.length; index++) {
      this.put(text.charCodeAt(index), source);
    }
  }

  finish(sourceLength: number): FoldedText {
    const { sources, length } = this;
    const text = Buffer.from(this.units.buffer, 0, length * 2).toString('utf16le');
    const startOf = (folded: number): number =>
      folded >= length ? sourceLength : (sources[folded] ?? sourceLength);
    return { text, startOf, endOf: (folded) => startOf(this.nextCharacter(folded)) };
  }

  /** A character may have become several units: a piece that ends within them ends behind them. */
  private nextCharacter(folded: number): number {
    let next = folded;
    while (next > 0 && next < this.length && this.sources[next] === this.sources[next - 1]) {
      next++;
    }
    return next;
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    const sources = new Uint32Array(this.units.length * 2);
    units.set(this.units);
    sources.set(this.sources);
    this.units = units;
    this.sources = sources;
  }
}
