import fc from 'fast-check';
import { LineSplitter } from '../../../../lambda/shared/audit-chain/line-splitter';
import { MAX_LINE_BYTES } from '../../../../lambda/shared/audit-chain/record';

/** The lines of these bytes, cut into chunks of this size whose memory is used again; broken ones as their problem in brackets. */
function split(bytes: Uint8Array, size = 1000): readonly string[] {
  const found: string[] = [];
  const splitter = new LineSplitter({
    add: (line) => found.push(line),
    addBroken: ({ problem }) => found.push(`[${problem}]`),
  });
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    splitter.push(chunk);
    chunk.fill(0x2a);
  }
  splitter.end();
  return found;
}

describe('LineSplitter', () => {
  it.each<[string, string | Buffer, string[]]>([
    ['nothing', '', []],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['empty lines', '\na\n\n', ['', 'a', '']],
    ['ends of Windows', 'a\r\n', ['a\r']],
    ['a byte-order mark', '\ufeffa\n', ['\ufeffa']],
    ['other separators', 'a\u2028b\u0085c\n', ['a\u2028b\u0085c']],
    ['characters of several bytes', 'é😂\nü\n', ['é😂', 'ü']],
    [
      'bytes that are no UTF-8',
      Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62, 0x0a, 0xc3]),
      ['a', '[not-a-record]', 'b', '[not-a-record]'],
    ],
    ['an encoded surrogate', Buffer.from([0xed, 0xa0, 0x80, 0x0a]), ['[not-a-record]']],
  ])('reads %s, wherever the chunks are cut', (_what, text, expected) => {
    for (const size of [1, 2, 3, 1000]) expect(split(Buffer.from(text), size)).toEqual(expected);
  });

  it('does not depend on where the chunks are cut', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.nat(59)),
        fc.integer({ min: 1, max: 9 }),
        (bytes, feeds, size) => {
          for (const at of feeds) if (at < bytes.length) bytes[at] = 0x0a;
          expect(split(bytes, size)).toEqual(split(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives up a line that is too long and reads the next one', () => {
    const text = `${'x'.repeat(MAX_LINE_BYTES + 1)}\ny\n${'z'.repeat(10 * MAX_LINE_BYTES)}`;
    expect(split(Buffer.from(text), 65_536)).toEqual(['[too-long]', 'y', '[too-long]']);
    expect(split(Buffer.from('x'.repeat(MAX_LINE_BYTES)), 65_536)[0]).toHaveLength(MAX_LINE_BYTES);
  });
});
