import fc from 'fast-check';
import { appendRecord } from '../../../../lambda/shared/audit-chain/append-record';
import { accesses, signed, verifyLines } from './chains';

const { lines, heads } = accesses('chain-a', 8);
const line = (index: number) => lines[index] ?? '';
const swapped = lines.with(2, line(3)).with(3, line(2));

/** Another record with the number 3. */
const fork = appendRecord(heads[2], { chain: 'chain-a', at: '2026-01-01T00:00:00.000Z', body: {} }).line;

describe('a window for what a stream delivers late or twice', () => {
  it('accepts what came before its turn, and counts it', () => {
    expect(verifyLines(swapped).breakCount).toBe(1);
    expect(verifyLines(swapped, { window: 1 })).toMatchObject({
      breaks: [],
      records: 8,
      reordered: 1,
      redelivered: 0,
    });
    expect(verifyLines(lines.toReversed(), { window: 7 })).toMatchObject({
      breaks: [],
      records: 8,
      reordered: 7,
    });
  });

  it('accepts an exact second copy, and counts it', () => {
    const twice = [...lines.slice(0, 4), ...lines.slice(2)];
    expect(verifyLines(twice, { window: 2 })).toMatchObject({ breaks: [], records: 8, redelivered: 2 });
    expect(verifyLines(twice, { window: 1 }).breaks[0]).toMatchObject({
      line: 5,
      seq: 2,
      problem: 'repeated',
    });
    const waitingTwice = lines.with(2, line(4)).toSpliced(3, 0, line(4)).with(5, line(2));
    expect(verifyLines(waitingTwice, { window: 4 })).toMatchObject({
      breaks: [],
      records: 8,
      redelivered: 1,
      reordered: 2,
    });
  });

  it('finds what is missing behind the window, at the line that waited', () => {
    expect(verifyLines(lines.toReversed(), { window: 6 }).breaks).toEqual([
      { line: 1, chain: 'chain-a', seq: 7, problem: 'beginning-missing', expectedSeq: 0 },
    ]);
    const missing = lines.toSpliced(2, 1);
    const found = [{ line: 3, chain: 'chain-a', seq: 3, problem: 'gap', expectedSeq: 2 }];
    expect(verifyLines(missing, { window: 2 }).breaks).toEqual(found);
    expect(verifyLines(missing, { window: 100 }).breaks).toEqual(found);
    expect(verifyLines(lines.slice(1), { window: 100 }).breaks[0]).toMatchObject({
      problem: 'beginning-missing',
    });
  });

  it.each([
    ['behind the first', lines.toSpliced(5, 0, fork), 6, 'repeated'],
    ['in front of it', lines.toSpliced(3, 0, fork), 5, 'repeated'],
    ['in its place', lines.with(3, fork), 5, 'link-mismatch'],
    ['while both wait', [...lines.slice(0, 2), line(3), fork, line(2), ...lines.slice(4)], 4, 'repeated'],
  ])('still finds a second record with the same number %s', (_what, texts, at, problem) => {
    expect(verifyLines(texts, { window: 100 }).breaks[0]).toMatchObject({ line: at, problem });
  });

  it('still finds edits and missing ends', () => {
    const edited = swapped.with(5, line(5).replace('read', 'rEad'));
    expect(verifyLines(edited, { window: 9 }).breaks[0]).toMatchObject({ line: 6, problem: 'hash-mismatch' });
    const heads_ = heads.slice(-1).map((head) => signed(head));
    expect(verifyLines(swapped, { window: 9, heads: heads_ }).breaks).toEqual([]);
    expect(verifyLines(swapped.slice(0, 7), { window: 9, heads: heads_ }).breaks[0]).toMatchObject({
      problem: 'end-missing',
    });
  });

  it('begins a later part behind its head, though its records come in another order', () => {
    const options = { window: 9, heads: heads.slice(2, 3).map((head) => signed(head)), continues: true };
    expect(verifyLines([line(5), line(3), line(7), line(4), line(6)], options)).toMatchObject({
      breaks: [],
      records: 5,
      chains: [{ firstSeq: 3, lastSeq: 7, signedThrough: 2 }],
    });
  });

  it('says of any order and any copies what it says of the plain export', () => {
    const parts = [...lines, ...accesses('chain-b', 4).lines];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parts, { minLength: parts.length }),
        fc.shuffledSubarray(parts),
        fc.nat(parts.length - 1),
        (order, copies, dropped) => {
          const all = [...order, ...copies];
          const report = verifyLines(all, { window: 100 });
          expect(report).toMatchObject({ breaks: [], records: parts.length, redelivered: copies.length });
          const gone = parts[dropped];
          const isLast = gone === line(7) || dropped === parts.length - 1;
          const rest = all.filter((text) => text !== gone);
          expect(verifyLines(rest, { window: 100 }).breakCount).toBe(isLast ? 0 : 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds no more than it says', () => {
    const many = accesses('c', 300).lines;
    const late = [...many.slice(1, 101), many[0] ?? '', ...many.slice(101)];
    expect(verifyLines(late, { window: 100 }).breaks).toEqual([]);
    expect(verifyLines(late, { window: 99 }).breakCount).toBe(1);
  });
});
