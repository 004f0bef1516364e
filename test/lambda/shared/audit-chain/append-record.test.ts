import { appendRecord } from '../../../../lambda/shared/audit-chain/append-record';
import { readLine } from '../../../../lambda/shared/audit-chain/read-line';
import { genesisOf } from '../../../../lambda/shared/audit-chain/record';
import { verifyRecord } from '../../../../lambda/shared/audit-chain/verify-record';

const at = '2026-11-21T23:00:00.000Z';

describe('appendRecord', () => {
  it('appends to the record before it, and gives the line of an export', () => {
    const first = appendRecord(undefined, {
      chain: 'c1',
      at,
      body: { b: 'é"', a: [1, null, { '10': 1, '9': 2 }] },
    });
    const second = appendRecord(first.head, { chain: 'c1', at, body: {} });
    expect(first.record).toMatchObject({ v: 1, chain: 'c1', seq: 0, at, prev: genesisOf('c1') });
    expect(second.record).toMatchObject({ seq: 1, prev: first.record.hash });
    expect(second.head).toEqual({ chain: 'c1', seq: 1, hash: second.record.hash });
    expect(readLine(first.line)).toEqual(first.record);
    expect(readLine(second.line)).toEqual(second.record);
    expect(verifyRecord(undefined, first.record)).toBeUndefined();
    expect(verifyRecord(first.head, second.record)).toBeUndefined();
    expect(verifyRecord(undefined, second.record)).toBe('beginning-missing');
    expect(verifyRecord(first.head, { ...second.record, body: { x: 1 } })).toBe('hash-mismatch');
  });
});
