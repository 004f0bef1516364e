import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readAll, readLines } from '../../lib/commands/input-lines';

async function lines(chunks: readonly (string | Uint8Array)[], maxLength = 1000): Promise<string[]> {
  const found: string[] = [];
  for await (const line of readLines(Readable.from(chunks), maxLength)) found.push(line);
  return found;
}

describe('readLines', () => {
  it.each<[string, (string | Uint8Array)[], string[]]>([
    ['nothing', [], []],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['empty lines in between', ['a\n\nb\n'], ['a', '', 'b']],
    ['ends of Windows', ['a\r\nb\r\n'], ['a', 'b']],
    ['a line over several chunks', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['a character cut between chunks', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ['é']],
    ['a byte-order mark', [Buffer.from('\uFEFFa\n\uFEFFb')], ['a', '\uFEFFb']],
    ['line separators inside a line', ['a\u2028b\u0085c'], ['a\u2028b\u0085c']],
  ])('reads %s', async (_what, chunks, expected) => {
    expect(await lines(chunks)).toEqual(expected);
  });

  it('cuts a line that is too long, and reads the next one whole', async () => {
    expect(await lines(['abcdef', 'ghi\nxy\n'], 4)).toEqual(['abcd', 'xy']);
  });

  it('does not depend on where the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(9), async (text, size) => {
        const bytes = Buffer.from(text.toWellFormed());
        const chunks = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_, index) =>
          bytes.subarray(index * (size + 1), (index + 1) * (size + 1)),
        );
        expect(await lines(chunks)).toEqual(await lines([bytes]));
      }),
      { numRuns: 100 },
    );
  });
});

describe('readAll', () => {
  it('reads everything, and nothing that is too long', async () => {
    expect(await readAll(Readable.from([Buffer.from([0xc3]), Buffer.from([0xa9])]), 1)).toBe('é');
    await expect(readAll(Readable.from(['ab', 'c']), 2)).rejects.toThrow('must have at most 2 characters');
  });
});
