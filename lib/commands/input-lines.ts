/** A byte-order mark at the very beginning is not part of the first line. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The lines of a stream of UTF-8, as soon as each is complete, without their ends (`\n` or `\r\n`). No other character
 * ends a line, since some stand inside JSON texts. A line is cut off after `maxLength` UTF-16 units, so that no line
 * fills the memory: give one more than the longest that you accept.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  maxLength: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = '';
  let first = true;
  const take = (text: string) => {
    line += text.slice(0, Math.max(0, maxLength - line.length));
  };
  const complete = () => {
    const done = first && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
    first = false;
    line = '';
    return done.endsWith('\r') ? done.slice(0, -1) : done;
  };
  for await (const chunk of chunks) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) yield complete();
      take(part);
    }
  }
  take(decoder.decode());
  if (line !== '') yield complete();
}

/**
 * The whole of a stream of UTF-8.
 *
 * @throws RangeError when it is longer than `maxLength` UTF-16 units
 */
export async function readAll(
  chunks: AsyncIterable<Uint8Array | string>,
  maxLength: number,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > maxLength) throw new RangeError(`must have at most ${maxLength} characters`);
  }
  return text + decoder.decode();
}
