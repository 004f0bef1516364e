import { isAlphanumeric, isDigit, isLetter } from './characters';
import { placeholderEnd } from './placeholder';
import type { Place, Recognizer } from './recognizer';
import { nextHash, RecognizerIndex } from './recognizer-index';
import type { Finding } from './span';

/** How many recognizers a scan asked: the work that must stay in proportion to the length of the text. */
export interface ScanMeter {
  asked: number;
}

/** Finds identifiers in a folded text in one pass. */
export type Scan = (text: string, meter?: ScanMeter) => readonly Finding[];

const SKIPPED = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const BRACKET = 4;

const OPEN_BRACKET = 91;

/** How far behind a run of digits another digit continues it: over ") " and the like. */
const NEAR = 4;

/** Makes a scan out of recognizers; where two of them find at the same anchor, the longer finding counts, then the surer. */
export function createScan(recognizers: readonly Recognizer[]): Scan {
  const index = new RecognizerIndex(recognizers);
  const kinds = kindsOf(index);
  return (text, meter) => new TextScan(text, index, kinds, meter).run();
}

/** What to do at each UTF-16 unit; the table has all of them, because a look-up outside of it is slow. */
function kindsOf(index: RecognizerIndex): Uint8Array {
  return Uint8Array.from({ length: 65_536 }, (_, code) => {
    if (isLetter(code)) {
      return LETTER;
    }
    if (isDigit(code)) {
      return DIGIT;
    }
    return code === OPEN_BRACKET ? BRACKET : (index.isAnchor[code] ?? 0) * MARK;
  });
}

/** One walk over one text. */
class TextScan {
  private readonly text: string;
  private readonly index: RecognizerIndex;
  private readonly kinds: Uint8Array;
  private readonly meter: ScanMeter | undefined;
  private readonly findings: Finding[] = [];
  private tokenEnd = 0;

  constructor(text: string, index: RecognizerIndex, kinds: Uint8Array, meter: ScanMeter | undefined) {
    this.text = text;
    this.index = index;
    this.kinds = kinds;
    this.meter = meter;
  }

  run(): readonly Finding[] {
    const { text, kinds } = this;
    const { length } = text;
    let at = 0;
    while (at < length) {
      const kind = kinds[text.charCodeAt(at)] ?? SKIPPED;
      if (kind === SKIPPED) {
        at++;
      } else if (kind === LETTER) {
        at = this.scanWord(at);
      } else if (kind === DIGIT) {
        at = this.scanDigits(at);
      } else {
        at = this.scanMark(at, kind);
      }
    }
    return this.findings;
  }

  private scanMark(at: number, kind: number): number {
    // What a former redaction left is skipped, so that redacting again changes nothing.
    const end = kind === BRACKET ? placeholderEnd(this.text, at) : -1;
    return end > 0 ? end : this.ask(this.index.ofCharacter(this.text.charCodeAt(at)), at, at + 1, at + 1);
  }

  /** A run of letters, which digits may follow without a break (`MRN12345`, `Mar2024`). */
  private scanWord(start: number): number {
    const { text, kinds } = this;
    const { length } = text;
    let hash = 0;
    let end = start;
    let kind = LETTER;
    while (kind === LETTER) {
      hash = nextHash(hash, text.charCodeAt(end));
      end++;
      kind = end < length ? (kinds[text.charCodeAt(end)] ?? SKIPPED) : SKIPPED;
    }
    const words = this.index.ofWord(text, start, end, hash);
    if (kind !== DIGIT) {
      return words.length === 0 ? end : this.ask(words, start, end, end);
    }
    const tokenEnd = this.tokenEndFrom(end);
    const next = this.ask(words, start, tokenEnd, end);
    return next > end ? next : this.ask(this.index.ofMixed(tokenEnd - start), start, tokenEnd, end);
  }

  private scanDigits(start: number): number {
    const { text } = this;
    let end = start + 1;
    let next = text.charCodeAt(end);
    while (isDigit(next)) {
      end++;
      next = text.charCodeAt(end);
    }
    const tokenEnd = isLetter(next) ? this.tokenEndFrom(end) : end;
    const run = {
      length: end - start,
      first: text.charCodeAt(start),
      next,
      digitFollows: this.isNearDigit(end),
    };
    let recognizers = this.index.ofRun(run);
    if (tokenEnd > end && !isAlphanumeric(text.charCodeAt(start - 1))) {
      recognizers = [...recognizers, ...this.index.ofMixed(tokenEnd - start)];
    }
    return recognizers.length === 0 ? end : this.ask(recognizers, start, tokenEnd, end);
  }

  private isNearDigit(end: number): boolean {
    const last = Math.min(end + NEAR, this.text.length - 1);
    for (let index = end + 1; index <= last; index++) {
      if (isDigit(this.text.charCodeAt(index))) {
        return true;
      }
    }
    return false;
  }

  /** Kept from one anchor to the next of the same token, so that a long token is walked once. */
  private tokenEndFrom(start: number): number {
    if (start < this.tokenEnd) {
      return this.tokenEnd;
    }
    let end = start;
    while (isAlphanumeric(this.text.charCodeAt(end))) {
      end++;
    }
    this.tokenEnd = end;
    return end;
  }

  /** Asks recognizers at a place and says where to go on: behind the best finding, or at `next` where there is none. */
  private ask(recognizers: readonly Recognizer[], at: number, tokenEnd: number, next: number): number {
    const place: Place = { text: this.text, at, tokenEnd };
    if (this.meter !== undefined) {
      this.meter.asked += recognizers.length;
    }
    let best: Finding | undefined;
    for (const recognizer of recognizers) {
      const finding = recognizer.find(place);
      if (finding === undefined) {
        continue;
      }
      // What reaches back before the anchor is kept even if another reaches farther ahead.
      if (recognizer.overlaps === true || finding.start < at) {
        this.findings.push(finding);
      }
      if (recognizer.overlaps !== true && (best === undefined || isBetter(finding, best))) {
        best = finding;
      }
    }
    if (best === undefined) {
      return next;
    }
    if (best.start >= at) {
      this.findings.push(best);
    }
    return Math.max(next, best.end);
  }
}

/** The one that reaches farther, then the one that begins earlier, then the surer. */
function isBetter(candidate: Finding, holder: Finding): boolean {
  return (
    (candidate.end - holder.end ||
      holder.start - candidate.start ||
      candidate.confidence - holder.confidence) > 0
  );
}
