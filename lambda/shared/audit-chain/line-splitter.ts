import { isAscii, isUtf8 } from 'node:buffer';
import type { LineProblem } from './read-line';
import { MAX_LINE_BYTES } from './record';

const LINE_FEED = 0x0a;

/** What takes the lines in. */
export interface LineSink {
  add(line: string): void;
  addBroken(problem: LineProblem): void;
}

/**
 * Cuts the bytes of a file into lines, each ended by `\n`. Whatever else stands in the file belongs to a line: `\r`, a byte-order
 * mark and empty lines are not passed over, since nobody who writes records writes them. Bytes that are no UTF-8 make a broken line: decoded
 * leniently, different bytes would have the same hash. Memory is that of one chunk and one line.
 */
export class LineSplitter {
  readonly #sink: LineSink;
  #parts: Uint8Array[] = [];
  #length = 0;
  #overlong = false;

  public constructor(sink: LineSink) {
    this.#sink = sink;
  }

  public push(chunk: Uint8Array): void {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end === -1) {
      this.#keep(chunk);
      return;
    }
    const start = this.#length === 0 && !this.#overlong ? 0 : chunk.indexOf(LINE_FEED) + 1;
    if (start > 0) {
      this.#keep(chunk.subarray(0, start - 1));
      this.#complete();
    }
    if (end > start) this.#emitLines(chunk.subarray(start, end));
    else if (end === start) this.#emit(chunk.subarray(start, end));
    this.#keep(chunk.subarray(end + 1));
  }

  /** The file ends. A last line that only lacks its `\n` is a line. */
  public end(): void {
    if (this.#length > 0 || this.#overlong) this.#complete();
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0 || this.#overlong) return;
    this.#length += part.length;
    if (this.#length > MAX_LINE_BYTES) {
      this.#overlong = true;
      this.#parts = [];
    } else {
      // A copy: the caller may use the chunk's memory again.
      this.#parts.push(Buffer.from(part));
    }
  }

  #complete(): void {
    if (this.#overlong) this.#sink.addBroken({ problem: 'too-long', chain: null, seq: null });
    else this.#emit(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#length = 0;
    this.#overlong = false;
  }

  #emitLines(block: Uint8Array): void {
    const text = decode(block);
    if (text === undefined) {
      this.#emitOneByOne(block);
      return;
    }
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.#sink.add(text.slice(start, end));
      start = end + 1;
    }
    this.#sink.add(text.slice(start));
  }

  #emitOneByOne(block: Uint8Array): void {
    let start = 0;
    for (let end = block.indexOf(LINE_FEED); end !== -1; end = block.indexOf(LINE_FEED, start)) {
      this.#emit(block.subarray(start, end));
      start = end + 1;
    }
    this.#emit(block.subarray(start));
  }

  #emit(line: Uint8Array): void {
    const text = decode(line);
    if (text === undefined) this.#sink.addBroken({ problem: 'not-a-record', chain: null, seq: null });
    else this.#sink.add(text);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : undefined;
}
