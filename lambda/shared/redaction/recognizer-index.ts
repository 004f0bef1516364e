import type { Anchor, Recognizer } from './recognizer';

type DigitAnchor = Extract<Anchor, { on: 'digits' }>;

/** What is known of a run of digits before anything is matched. */
export interface DigitRun {
  readonly length: number;
  /** The unit of the first digit. */
  readonly first: number;
  /** The unit behind the run, not a number at the end of the text. */
  readonly next: number;
  readonly digitFollows: boolean;
}

/** Longer runs are treated like one of this length. */
const LONGEST_RUN = 20;

/** Longer words begin no label. */
const LONGEST_WORD = 32;
const LONGEST_TOKEN = 40;
const HASH_SLOTS = 16_384;

/** Units beyond ASCII share one column of a table, and the end of the text has one. */
const OTHER = 128;
const NOTHING = 129;
const COLUMNS = 130;

const NONE: readonly Recognizer[] = [];

/** Recognizers by what they are anchored to, so that a scan asks few of them at a place. */
export class RecognizerIndex {
  /** Whether a punctuation character has recognizers, by its unit. */
  readonly isAnchor = new Uint8Array(OTHER);
  private readonly recognizers: readonly Recognizer[];
  private readonly byRun: (readonly Recognizer[] | undefined)[] = [];
  private readonly byLength: readonly (readonly Recognizer[])[];
  private readonly byWord: ReadonlyMap<string, readonly Recognizer[]>;
  private readonly byCharacter: readonly (readonly Recognizer[])[];
  private readonly slots = new Uint8Array(HASH_SLOTS);

  constructor(recognizers: readonly Recognizer[]) {
    this.recognizers = recognizers;
    this.byWord = groupBy(recognizers, (anchor) => (anchor.on === 'word' ? anchor.words : []));
    for (const word of this.byWord.keys()) {
      this.slots[hashOf(word) & (HASH_SLOTS - 1)] = 1;
    }
    this.byLength = Array.from({ length: LONGEST_TOKEN + 1 }, (_, length) =>
      recognizers.filter(({ anchors }) =>
        anchors.some((anchor) => anchor.on === 'mixed' && (anchor.lengths?.includes(length) ?? true)),
      ),
    );
    const byCharacter = groupBy(recognizers, (anchor) =>
      anchor.on === 'character' ? [...anchor.characters] : [],
    );
    this.byCharacter = Array.from(
      { length: OTHER },
      (_, code) => byCharacter.get(String.fromCharCode(code)) ?? NONE,
    );
    for (const [code, asked] of this.byCharacter.entries()) {
      this.isAnchor[code] = Number(asked.length > 0);
    }
  }

  /** Those for a run of digits; worked out when first asked for, since most kinds of run never occur. */
  ofRun(run: DigitRun): readonly Recognizer[] {
    const length = Math.min(run.length, LONGEST_RUN);
    const column = columnOf(run.next);
    const cell = ((length * 10 + run.first - 48) * 2 + Number(run.digitFollows)) * COLUMNS + column;
    const known = this.byRun[cell];
    if (known !== undefined) {
      return known;
    }
    const asked = this.recognizers.filter(({ anchors }) =>
      anchors.some((anchor) => anchor.on === 'digits' && accepts(anchor, { ...run, length }, column)),
    );
    this.byRun[cell] = asked;
    return asked;
  }

  ofMixed(length: number): readonly Recognizer[] {
    return this.byLength[Math.min(length, LONGEST_TOKEN)] ?? NONE;
  }

  ofCharacter(code: number): readonly Recognizer[] {
    return this.byCharacter[code] ?? NONE;
  }

  /** The hash rules out most words without a copy of them. */
  ofWord(text: string, start: number, end: number, hash: number): readonly Recognizer[] {
    return this.slots[hash & (HASH_SLOTS - 1)] === 0 || end - start > LONGEST_WORD
      ? NONE
      : (this.byWord.get(text.slice(start, end).toLowerCase()) ?? NONE);
  }
}

/** The hash of a word with one more letter, of either case. */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) {
    hash = nextHash(hash, word.charCodeAt(index));
  }
  return hash;
}

function columnOf(code: number): number {
  if (code < OTHER) {
    return code;
  }
  return Number.isNaN(code) ? NOTHING : OTHER;
}

function accepts(anchor: DigitAnchor, run: DigitRun, column: number): boolean {
  return (
    anchor.lengths.includes(run.length) &&
    (anchor.first === undefined || anchor.first.includes(String.fromCharCode(run.first))) &&
    (anchor.digitFollows === undefined || run.digitFollows) &&
    (anchor.next === undefined || [...anchor.next].some((next) => columnOf(next.charCodeAt(0)) === column))
  );
}

function groupBy(
  recognizers: readonly Recognizer[],
  keysOf: (anchor: Anchor) => readonly string[],
): ReadonlyMap<string, readonly Recognizer[]> {
  const groups = new Map<string, Recognizer[]>();
  for (const recognizer of recognizers) {
    for (const key of new Set(recognizer.anchors.flatMap(keysOf))) {
      groups.set(key, [...(groups.get(key) ?? []), recognizer]);
    }
  }
  return groups;
}
