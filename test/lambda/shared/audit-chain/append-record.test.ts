import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { appendRecord, type Entry } from '../../../../lambda/shared/audit-chain/append-record';
import { canonicalJson } from '../../../../lambda/shared/audit-chain/canonical-json';
import type { JsonObject } from '../../../../lambda/shared/audit-chain/json-value';
import { readLine } from '../../../../lambda/shared/audit-chain/read-line';
import { genesisOf, MAX_LINE_BYTES } from '../../../../lambda/shared/audit-chain/record';
import { verifyRecord } from '../../../../lambda/shared/audit-chain/verify-record';
import { anyObject } from './json-values';

const entry: Entry = {
  chain: 'c1',
  at: '2026-11-21T23:00:00.000Z',
  body: { b: 'é"', a: [1, null, { 10: 1, 9: 2 }] },
};
const first = appendRecord(undefined, entry);
const second = appendRecord(first.head, { ...entry, body: {} });

describe('appendRecord', () => {
  it('appends to the record before it', () => {
    expect(first.record).toMatchObject({ v: 1, seq: 0, ...entry, prev: genesisOf('c1') });
    expect(second.record).toMatchObject({ seq: 1, prev: first.record.hash });
    expect(second.head).toEqual({ chain: 'c1', seq: 1, hash: second.record.hash });
  });

  it('hashes the RFC 8785 JSON of all the other fields', () => {
    const { hash, ...others } = first.record;
    expect(createHash('sha256').update(canonicalJson(others)).digest('hex')).toBe(hash);
    expect(first.line).toBe(canonicalJson({ ...others, hash }));
  });

  it('keeps to the form that was published: records that are archived must stay verifiable', () => {
    const { record } = appendRecord(undefined, {
      chain: 'kat',
      at: '2026-01-31T23:59:59.999Z',
      body: { a: 1 },
    });
    expect([record.prev, record.hash]).toEqual([
      '435cd14dc46e646a4427c87123f66ab4f7320ea1a6b4df2edca5b214ac002798',
      'b7182623f91c067bb55706d1a3dee9f71c35b2be6f53886a92f29df5588dc20c',
    ]);
  });

  it('gives a line that is read back as the record', () => {
    fc.assert(
      fc.property(anyObject, (body) => {
        const { line, record } = appendRecord(undefined, { ...entry, body });
        expect(canonicalJson(readLine(line) as unknown as JsonObject)).toBe(line);
        expect(verifyRecord(undefined, record)).toBeUndefined();
      }),
    );
  });

  it.each<[string, Partial<Record<keyof Entry, unknown>>, string]>([
    ['an empty chain', { chain: '' }, "'chain' must be 1 to 128"],
    ['a chain with a quote', { chain: 'a"b' }, "'chain' must be 1 to 128"],
    ['a chain that is too long', { chain: 'x'.repeat(129) }, "'chain' must be 1 to 128"],
    ['a date', { at: '2026-11-21' }, "'at' must be an instant"],
    ['a time of another zone', { at: '2026-11-21T23:00:00.000+01:00' }, "'at' must be an instant"],
    ['a list as body', { body: [] }, "'body' must be an object"],
    ['no body', { body: null }, "'body' must be an object"],
    ['undefined in the body', { body: { secret: undefined } }, 'a value must be JSON, got: undefined'],
    ['an unpaired surrogate', { body: { a: '\ud800' } }, 'no unpaired surrogate'],
    ['a name with a quote', { body: { 'a"': 1 } }, "'body' must be an object, its names without quotes"],
    ['a name with a line feed', { body: { 'a\n': 1 } }, "'body' must be an object, its names without quotes"],
    [
      'a body that is too large',
      { body: { secret: 'x'.repeat(MAX_LINE_BYTES) } },
      'must have at most 262144 bytes',
    ],
  ])('refuses %s, and never repeats the body', (_what, change, message) => {
    const append = () => appendRecord(undefined, { ...entry, ...change } as Entry);
    expect(append).toThrow(message);
    expect(append).not.toThrow(/secret|xxx/);
  });

  it('refuses the head of another chain', () => {
    expect(() => appendRecord(first.head, { ...entry, chain: 'c2' })).toThrow(
      "'chain' must be that of the head",
    );
  });
});

describe('verifyRecord', () => {
  it('accepts the next record, in whatever order its fields are stored', () => {
    expect(verifyRecord(undefined, first.record)).toBeUndefined();
    expect(
      verifyRecord(first.head, Object.fromEntries(Object.entries(second.record).reverse())),
    ).toBeUndefined();
  });

  it.each<[string, Parameters<typeof verifyRecord>, string]>([
    ['a second record as the first', [undefined, second.record], 'beginning-missing'],
    ['the same record again', [first.head, first.record], 'repeated'],
    ['a record too far on', [first.head, appendRecord(second.head, entry).record], 'gap'],
    [
      'a record that was appended elsewhere',
      [{ ...first.head, hash: second.head.hash }, second.record],
      'link-mismatch',
    ],
    ['a record of another chain', [{ ...first.head, chain: 'c2' }, second.record], 'link-mismatch'],
    [
      'a first record that names another',
      [undefined, appendRecord({ ...first.head, seq: -1 }, entry).record],
      'link-mismatch',
    ],
    ['an edited body', [first.head, { ...second.record, body: { x: 1 } }], 'hash-mismatch'],
    ['one more field', [first.head, { ...second.record, more: 1 }], 'not-a-record'],
    ['a missing field', [first.head, { ...second.record, at: undefined }], 'not-a-record'],
    ['nothing', [first.head, undefined], 'not-a-record'],
  ])('refuses %s', (_what, args, problem) => {
    expect(verifyRecord(...args)).toBe(problem);
  });
});
