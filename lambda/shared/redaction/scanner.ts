import { isAlphanumeric, isDigit, isLetter } from './characters';
import { placeholderEnd } from './placeholder';
import type { Anchor, Place, Recognizer } from './recognizer';
import type { Finding } from './span';

/** How many recognizers a scan asked: the work that must stay in proportion to the length of the text. */
export interface ScanMeter {
  asked: number;
}

/** Finds identifiers in a folded text in one pass. */
export type Scan = (text: string, meter?: ScanMeter) => readonly Finding[];

const LONGEST_RUN = 20;
const HASH_SLOTS = 4096;
const OPEN_BRACKET = 91;

/** A recognizer of a run of digits, with the characters that must follow the run, if any. */
interface DigitEntry {
  readonly recognizer: Recognizer;
  readonly next: string | undefined;
}

/** Makes a scan out of recognizers; where two of them find at the same anchor, the longer finding counts, then the surer. */
export function createScan(recognizers: readonly Recognizer[]): Scan {
  const index = new RecognizerIndex(recognizers);
  return (text, meter) => new TextScan(text, index, meter).run();
}

/** Recognizers by what they are anchored to. */
class RecognizerIndex {
  readonly mixed: readonly Recognizer[];
  private readonly byRun: readonly (readonly DigitEntry[])[];
  private readonly byWord: ReadonlyMap<string, readonly Recognizer[]>;
  private readonly byCharacter: readonly (readonly Recognizer[] | undefined)[];
  private readonly slots = new Uint8Array(HASH_SLOTS);
  private readonly longestWord: number;

  constructor(recognizers: readonly Recognizer[]) {
    this.mixed = recognizers.filter(({ anchors }) => anchors.some(({ on }) => on === 'mixed'));
    this.byRun = Array.from({ length: LONGEST_RUN + 1 }, (_, length) => digitEntries(recognizers, length));
    this.byWord = groupBy(recognizers, (anchor) => (anchor.on === 'word' ? anchor.words : []));
    const byCharacter = groupBy(recognizers, (anchor) =>
      anchor.on === 'character' ? [...anchor.characters] : [],
    );
    this.byCharacter = Array.from({ length: 128 }, (_, code) => byCharacter.get(String.fromCharCode(code)));
    this.longestWord = Math.max(0, ...[...this.byWord.keys()].map((word) => word.length));
    for (const word of this.byWord.keys()) {
      this.slots[hashOf(word)] = 1;
    }
  }

  ofRun(length: number): readonly DigitEntry[] {
    return this.byRun[Math.min(length, LONGEST_RUN)] ?? [];
  }

  ofCharacter(code: number): readonly Recognizer[] | undefined {
    return this.byCharacter[code];
  }

  /** The hash tells most words apart from all that matter without a copy of them. */
  ofWord(text: string, start: number, end: number, hash: number): readonly Recognizer[] | undefined {
    if (this.slots[hash & (HASH_SLOTS - 1)] === 0 || end - start > this.longestWord) {
      return undefined;
    }
    return this.byWord.get(text.slice(start, end).toLowerCase());
  }
}

function digitEntries(recognizers: readonly Recognizer[], length: number): readonly DigitEntry[] {
  return recognizers.flatMap((recognizer) =>
    recognizer.anchors.flatMap((anchor) =>
      anchor.on === 'digits' && anchor.lengths.includes(length) ? [{ recognizer, next: anchor.next }] : [],
    ),
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

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) {
    hash = nextHash(hash, word.charCodeAt(index));
  }
  return hash & (HASH_SLOTS - 1);
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

/** One walk over one text. */
class TextScan {
  private readonly text: string;
  private readonly index: RecognizerIndex;
  private readonly meter: ScanMeter | undefined;
  private readonly findings: Finding[] = [];
  private best: Finding | undefined;
  private at = 0;
  private tokenEnd = 0;

  constructor(text: string, index: RecognizerIndex, meter: ScanMeter | undefined) {
    this.text = text;
    this.index = index;
    this.meter = meter;
  }

  run(): readonly Finding[] {
    const { text } = this;
    const { length } = text;
    while (this.at < length) {
      const code = text.charCodeAt(this.at);
      if (isLetter(code)) {
        this.scanWord();
      } else if (isDigit(code)) {
        this.scanDigits(this.at, this.tokenEndFrom(this.at));
      } else {
        this.scanCharacter(code);
      }
    }
    return this.findings;
  }

  private scanCharacter(code: number): void {
    if (code === OPEN_BRACKET) {
      // What a former redaction left is skipped, so that redacting again changes nothing.
      const end = placeholderEnd(this.text, this.at);
      if (end > 0) {
        this.at = end;
        return;
      }
    }
    const recognizers = this.index.ofCharacter(code);
    if (recognizers === undefined) {
      this.at++;
      return;
    }
    this.askAll(recognizers, this.at, this.at + 1);
    this.goOn(this.at + 1);
  }

  /** A run of letters, which digits may follow without a break (`MRN12345`, `Mar2024`). */
  private scanWord(): void {
    const { text, at: start } = this;
    let hash = 0;
    let end = start;
    let code = text.charCodeAt(end);
    while (isLetter(code)) {
      hash = nextHash(hash, code);
      end++;
      code = text.charCodeAt(end);
    }
    const mixed = isDigit(code);
    const tokenEnd = mixed ? this.tokenEndFrom(end) : end;
    const recognizers = this.index.ofWord(text, start, end, hash);
    if (recognizers !== undefined) {
      this.askAll(recognizers, start, tokenEnd);
    }
    if (mixed) {
      this.askAll(this.index.mixed, start, tokenEnd);
    }
    this.goOn(end);
  }

  private scanDigits(start: number, tokenEnd: number): void {
    const { text } = this;
    let end = start + 1;
    while (isDigit(text.charCodeAt(end))) {
      end++;
    }
    const next = text.charAt(end);
    for (const entry of this.index.ofRun(end - start)) {
      if (entry.next === undefined || (next !== '' && entry.next.includes(next))) {
        this.ask(entry.recognizer, start, tokenEnd);
      }
    }
    if (tokenEnd > end && !isAlphanumeric(text.charCodeAt(start - 1))) {
      this.askAll(this.index.mixed, start, tokenEnd);
    }
    this.goOn(end);
  }

  /** Kept from one anchor to the next of the same token, so that a long token is walked once. */
  private tokenEndFrom(start: number): number {
    if (start < this.tokenEnd) {
      return this.tokenEnd;
    }
    const { text } = this;
    let end = start;
    while (isAlphanumeric(text.charCodeAt(end))) {
      end++;
    }
    this.tokenEnd = end;
    return end;
  }

  private askAll(recognizers: readonly Recognizer[], at: number, tokenEnd: number): void {
    for (const recognizer of recognizers) {
      this.ask(recognizer, at, tokenEnd);
    }
  }

  private ask(recognizer: Recognizer, at: number, tokenEnd: number): void {
    if (this.meter !== undefined) {
      this.meter.asked++;
    }
    const finding = recognizer.find({ text: this.text, at, tokenEnd } satisfies Place);
    if (finding === undefined) {
      return;
    }
    if (recognizer.overlaps === true) {
      this.findings.push(finding);
    } else if (this.best === undefined || isBetter(finding, this.best)) {
      this.best = finding;
    }
  }

  /** Goes on behind the best finding, or at `next` where there is none. */
  private goOn(next: number): void {
    const { best } = this;
    if (best === undefined) {
      this.at = next;
      return;
    }
    this.findings.push(best);
    this.best = undefined;
    this.at = Math.max(next, best.end);
  }
}

function isBetter(candidate: Finding, holder: Finding): boolean {
  return candidate.end === holder.end ? candidate.confidence > holder.confidence : candidate.end > holder.end;
}
