import fc from 'fast-check';
import { appendRecord } from '../../../../lambda/shared/audit-chain/append-record';
import { MAX_BREAKS } from '../../../../lambda/shared/audit-chain/break-list';
import type { ChainHead } from '../../../../lambda/shared/audit-chain/record';
import { accessBody, accesses, chainOf, signed, verifyBytes, verifyLines } from './chains';
import { anyObject } from './json-values';

const COUNT = 6;
const { lines, heads } = accesses('chain-a', COUNT);
const other = accesses('chain-b', COUNT);
const line = (index: number) => lines[index] ?? '';
const head = (index: number) => heads[index] as ChainHead;
const without = (index: number) => lines.toSpliced(index, 1);
const asBytes = (texts: readonly string[]) => Buffer.from(texts.map((text) => `${text}\n`).join(''));

/** The record with this number written anew by someone who knows how, with or without all that follow. */
function forge(index: number, through = index): readonly string[] {
  const forged = [...lines];
  let previous = index === 0 ? undefined : head(index - 1);
  for (let at = index; at <= through; at += 1) {
    const made = appendRecord(previous, {
      chain: 'chain-a',
      at: '2026-01-01T00:00:00.000Z',
      body: accessBody(at === index ? 666 : at),
    });
    forged[at] = made.line;
    previous = made.head;
  }
  return forged;
}

/** An edit that leaves the record's own hash right, as far as the text goes. */
const edited = (from: string, to: string) => lines.with(2, line(2).replace(from, to));

describe('ChainVerifier', () => {
  it('finds nothing in a chain as it was written', () => {
    expect(verifyLines(lines)).toEqual({
      lines: COUNT,
      records: COUNT,
      redelivered: 0,
      reordered: 0,
      unverified: 0,
      firstAt: '2026-01-01T00:00:00.000Z',
      lastAt: '2026-01-01T00:00:05.000Z',
      breaks: [],
      breakCount: 0,
      chains: [
        {
          chain: 'chain-a',
          firstSeq: 0,
          lastSeq: COUNT - 1,
          lastHash: head(COUNT - 1).hash,
          signedThrough: null,
        },
      ],
    });
  });

  it('finds nothing in any chain that was appended', () => {
    fc.assert(
      fc.property(
        fc.array(anyObject, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 300 }),
        (bodies, size) => {
          const made = chainOf('any', bodies);
          expect(verifyBytes(asBytes(made.lines), {}, size).breaks).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<
    [
      what: string,
      lines: readonly string[],
      at: number | null,
      seq: number | null,
      problem: string,
      expected: number | null,
    ]
  >([
    ['an edited value', edited('read', 'rEad'), 3, 2, 'hash-mismatch', null],
    ['an edited instant', edited('00:00:02', '00:00:03'), 3, 2, 'hash-mismatch', null],
    ['an edited number', edited('"seq":2', '"seq":7'), 3, 7, 'hash-mismatch', null],
    [
      'an edited link',
      lines.with(2, line(2).replace(head(1).hash, head(0).hash)),
      3,
      2,
      'hash-mismatch',
      null,
    ],
    [
      'an edited hash',
      lines.with(2, line(2).replace(head(2).hash, head(0).hash)),
      3,
      2,
      'hash-mismatch',
      null,
    ],
    ['a record of another chain', edited('chain-a', 'chain-c'), 3, 2, 'hash-mismatch', null],
    ['a record written anew', forge(2), 4, 3, 'link-mismatch', null],
    ['a first record written anew', forge(0), 2, 1, 'link-mismatch', null],
    [
      'a chain written anew from the middle, put before the old rest',
      [...forge(2, 3).slice(0, 4), ...lines.slice(4)],
      5,
      4,
      'link-mismatch',
      null,
    ],
    ['a deleted record', without(2), 3, 3, 'gap', 2],
    ['a deleted first record', without(0), 1, 1, 'beginning-missing', 0],
    ['a deleted first half', lines.slice(3), 1, 3, 'beginning-missing', 0],
    ['a doubled record', lines.toSpliced(2, 0, line(2)), 4, 2, 'repeated', 3],
    ['a record doubled at the end', [...lines, line(0)], 7, 0, 'repeated', 6],
    ['a whole export given twice', [...lines, ...lines], 7, 0, 'repeated', 6],
    ['two neighbours that changed places', lines.with(2, line(3)).with(3, line(2)), 3, 3, 'gap', 2],
    ['the reverse order', lines.toReversed(), 1, 5, 'beginning-missing', 0],
    ['an inserted record of the same chain', lines.toSpliced(3, 0, forge(2)[2] ?? ''), 4, 2, 'repeated', 3],
    [
      'an inserted part of another chain',
      lines.toSpliced(3, 0, other.lines[3] ?? ''),
      4,
      3,
      'beginning-missing',
      0,
    ],
    ['an inserted text', lines.toSpliced(3, 0, 'hello'), 4, null, 'not-a-record', null],
    ['an inserted empty line', lines.toSpliced(3, 0, ''), 4, null, 'not-a-record', null],
    ['an inserted JSON object', lines.toSpliced(3, 0, '{"v":1}'), 4, null, 'not-a-record', null],
    ['a half of a last line', [...lines.slice(0, 5), line(5).slice(0, 200)], 6, null, 'not-a-record', null],
    ['white space in a record', edited('"body":{', '"body": {'), 3, 2, 'not-canonical', null],
    ['white space in a body', edited('"action":', '"action": '), 3, 2, 'not-canonical', null],
    [
      'a name given twice',
      edited('"action":"read"', '"action":"read","action":"read"'),
      3,
      2,
      'not-canonical',
      null,
    ],
    [
      'a name given twice, once escaped',
      edited('"action":"read"', String.raw`"action":"read","\u0061ction":"write"`),
      3,
      2,
      'not-canonical',
      null,
    ],
    ['a field given twice', edited('"v":1}', '"v":1,"v":1}'), 3, null, 'not-canonical', null],
    ['one more field', edited('"v":1}', '"v":1,"w":1}'), 3, null, 'not-a-record', null],
    [
      'another order of fields',
      lines.with(2, JSON.stringify({ v: 1, ...JSON.parse(line(2)) })),
      3,
      null,
      'not-canonical',
      null,
    ],
    ['another version', edited('"v":1}', '"v":2}'), 3, null, 'not-canonical', null],
    ['a number that is written otherwise', edited('"seq":2', '"seq":2.0'), 3, null, 'not-canonical', null],
    [
      'a number that is too large',
      edited('"seq":2', '"seq":9007199254740993'),
      3,
      null,
      'not-canonical',
      null,
    ],
    ['an end of line of Windows', lines.map((text) => `${text}\r`), 1, null, 'not-canonical', null],
    ['a byte-order mark', lines.with(0, `\ufeff${line(0)}`), 1, null, 'not-a-record', null],
    [
      'a line longer than any record',
      lines.with(2, line(2).replace('read', 'x'.repeat(300_000))),
      3,
      null,
      'too-long',
      null,
    ],
    ['a list of records', [`[${lines.join(',')}]`], 1, null, 'not-a-record', null],
  ])('finds %s', (_what, broken, at, seq, problem, expectedSeq) => {
    expect(verifyLines(broken).breaks[0]).toMatchObject({ line: at, seq, problem, expectedSeq });
  });

  it('finds every change of a single byte', () => {
    const intact = asBytes(lines.slice(0, 2));
    const missed: string[] = [];
    for (let at = 0; at < intact.length; at += 1) {
      for (const value of new Set([
        0,
        0x0a,
        0x0d,
        0x20,
        0x22,
        0x30,
        0x7d,
        0xff,
        (intact[at] ?? 0) ^ 1,
        (intact[at] ?? 0) ^ 0x20,
      ])) {
        if (value === intact[at]) continue;
        const changed = Buffer.from(intact);
        changed[at] = value;
        if (verifyBytes(changed, {}, 1000).breakCount === 0) missed.push(`${at}=${value}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds every byte that was removed or inserted, but the end of the last line', () => {
    const intact = asBytes(lines.slice(0, 2));
    const missed: number[] = [];
    for (let at = 0; at < intact.length; at += 1) {
      const removed = Buffer.concat([intact.subarray(0, at), intact.subarray(at + 1)]);
      if (verifyBytes(removed, {}, 1000).breakCount === 0) missed.push(at);
      for (const value of [0x0a, 0x20, 0x22, 0x30, 0xff, intact[at] ?? 0]) {
        const inserted = Buffer.concat([intact.subarray(0, at), Buffer.of(value), intact.subarray(at)]);
        if (verifyBytes(inserted, {}, 1000).breakCount === 0) missed.push(-at);
      }
    }
    // Nothing of a record is lost with it, and many programs cut it off.
    expect(missed).toEqual([intact.length - 1]);
  });

  it('finds any change of the order, any deletion and any copy, in any of several chains', () => {
    const made = [accesses('x', 4), accesses('y', 4), accesses('z', 4)];
    const mixed = fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }).map((turns) => {
      const queues = made.map((chain) => [...chain.lines]);
      return [...turns, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2].flatMap((turn) => queues[turn]?.shift() ?? []);
    });
    fc.assert(
      fc.property(mixed, fc.nat(11), fc.nat(11), (texts, from, to) => {
        expect(verifyLines(texts).breaks).toEqual([]);
        const chainAt = (index: number) => JSON.parse(texts[index] ?? '').chain;
        const moved = texts.toSpliced(from, 1).toSpliced(to, 0, texts[from] ?? '');
        const passed = texts.slice(Math.min(from, to), Math.max(from, to) + 1);
        const changes = passed.filter((text) => JSON.parse(text).chain === chainAt(from)).length > 1;
        expect(verifyLines(moved).breakCount > 0).toBe(changes);
        expect(verifyLines(texts.toSpliced(to, 0, texts[from] ?? '')).breakCount).toBeGreaterThan(0);
        const isLast = JSON.parse(texts[from] ?? '').seq === 3;
        expect(verifyLines(texts.toSpliced(from, 1)).breakCount > 0).toBe(!isLast);
      }),
      { numRuns: 200 },
    );
  });

  it('judges each chain by itself and names the first break of each', () => {
    const texts = [...without(2), ...other.lines.toSpliced(4, 1), ...accesses('chain-c', 2).lines];
    const report = verifyLines(texts);
    expect(report.breaks).toEqual([
      { line: 3, chain: 'chain-a', seq: 3, problem: 'gap', expectedSeq: 2 },
      { line: 10, chain: 'chain-b', seq: 5, problem: 'gap', expectedSeq: 4 },
    ]);
    expect(report).toMatchObject({ lines: 12, records: 8, unverified: 2, breakCount: 2 });
    expect(report.chains.map(({ chain }) => chain)).toEqual(['chain-c']);
  });

  it('keeps few breaks of many, the first ones, and counts all', () => {
    const report = verifyLines(Array(1000).fill('x'));
    expect(report.breakCount).toBe(1000);
    expect(report.breaks.map((found) => found.line)).toEqual(
      Array.from({ length: MAX_BREAKS }, (_, at) => at + 1),
    );
  });

  it('never names a body', () => {
    expect(JSON.stringify(verifyLines(edited('read', 'secret')))).not.toContain('secret');
  });

  it('refuses more chains than it has memory for, broken ones not counted', () => {
    const made = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const at = '2026-01-01T00:00:00.000Z';
        return appendRecord(undefined, { chain: `c${index}`, at, body: {} }).line;
      });
    expect(verifyLines(made(10), { maxChains: 10 }).breaks).toEqual([]);
    expect(() => verifyLines(made(11), { maxChains: 10 })).toThrow('at most 10 chains');
    const broken = made(20).map((text) => text.replace('"body":{}', '"body":{"a":1}'));
    expect(verifyLines(broken, { maxChains: 10 }).breakCount).toBe(20);
  });
});

describe('ChainVerifier with signed heads', () => {
  const last = signed(head(COUNT - 1));

  it('vouches for the end of a chain', () => {
    const report = verifyLines(lines, { heads: [last, signed(head(2))] });
    expect(report).toMatchObject({ breaks: [], chains: [{ signedThrough: COUNT - 1 }] });
    expect(verifyLines(lines, { heads: [signed(head(2))] }).chains[0]?.signedThrough).toBe(2);
  });

  it.each(Array.from({ length: COUNT - 1 }, (_, index) => index + 1))(
    'finds that only the first %i records are left',
    (count) => {
      expect(verifyLines(lines.slice(0, count), { heads: [last] }).breaks).toEqual([
        { line: null, chain: 'chain-a', seq: COUNT - 1, problem: 'end-missing', expectedSeq: count },
      ]);
    },
  );

  it('finds that a whole chain is missing', () => {
    expect(verifyLines(other.lines, { heads: [last] }).breaks).toEqual([
      { line: null, chain: 'chain-a', seq: COUNT - 1, problem: 'chain-missing', expectedSeq: 0 },
    ]);
    expect(verifyLines([], { heads: [last] }).breakCount).toBe(1);
  });

  it('finds a chain that was written anew as a whole', () => {
    const forged = forge(0, COUNT - 1);
    expect(verifyLines(forged).breaks).toEqual([]);
    expect(verifyLines(forged, { heads: [last] }).breaks).toEqual([
      { line: COUNT, chain: 'chain-a', seq: COUNT - 1, problem: 'head-mismatch', expectedSeq: null },
    ]);
  });

  it('lets a later part begin behind the first head only when told so', () => {
    const heads_ = [signed(head(2)), last];
    expect(verifyLines(lines.slice(3), { heads: heads_ }).breaks[0]).toMatchObject({
      problem: 'beginning-missing',
    });
    expect(verifyLines(lines.slice(3), { heads: heads_, continues: true })).toMatchObject({
      breaks: [],
      chains: [{ firstSeq: 3, lastSeq: COUNT - 1, signedThrough: COUNT - 1 }],
    });
    expect(verifyLines(lines, { heads: heads_, continues: true }).breaks).toEqual([]);
    expect(verifyLines(lines.slice(4), { heads: heads_, continues: true }).breaks[0]).toMatchObject({
      problem: 'beginning-missing',
    });
    expect(verifyLines(lines.slice(4), { heads: [last], continues: true }).breakCount).toBe(1);
    expect(
      verifyLines(forge(2, COUNT - 1).slice(3), { heads: heads_, continues: true }).breaks[0],
    ).toMatchObject({
      line: 1,
      problem: 'link-mismatch',
    });
  });
});
