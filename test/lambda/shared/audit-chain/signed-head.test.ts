import { generateKeyPairSync } from 'node:crypto';
import {
  isSignedBy,
  readSignedHead,
  type SignedHead,
  signingInput,
} from '../../../../lambda/shared/audit-chain/signed-head';
import { accesses, KEY, signed } from './chains';

const [, , head] = accesses('chain-a', 3).heads;
if (head === undefined) throw new Error('there must be a head');
const good = signed(head);

describe('a signed head', () => {
  it('covers every field but the signature, as RFC 8785 JSON', () => {
    expect(signingInput(good).toString()).toBe(
      `{"algorithm":"ECDSA_SHA_256","chain":"chain-a","hash":"${head.hash}","keyId":"arn:aws:kms:us-east-1:111122223333:key/k-1","seq":2,"signedAt":"2026-01-02T00:00:00.000Z","v":1}`,
    );
    expect(signingInput(good).length).toBeLessThan(4096);
  });

  it('is verified with the public key alone', () => {
    expect(isSignedBy(good, KEY.publicKey)).toBe(true);
    expect(isSignedBy(good, generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toBe(false);
  });

  it.each<[string, Partial<SignedHead>]>([
    ['number', { seq: 1 }],
    ['hash', { hash: '0'.repeat(64) }],
    ['chain', { chain: 'chain-b' }],
    ['time', { signedAt: '2026-01-03T00:00:00.000Z' }],
    ['key', { keyId: 'k-2' }],
    ['signature', { signature: signed({ ...head, seq: 1 }).signature }],
    ['signature, which is none', { signature: 'AAAAAAAA' }],
  ])('does not hold with another %s', (_what, change) => {
    expect(isSignedBy({ ...good, ...change }, KEY.publicKey)).toBe(false);
  });

  it('is read back as it was written', () => {
    expect(readSignedHead(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'head'],
    ['a list', [good]],
    ['a missing field', { ...good, keyId: undefined }],
    ['one more field', { ...good, more: 1 }],
    ['another version', { ...good, v: 2 }],
    ['another algorithm', { ...good, algorithm: 'none' }],
    ['a fraction', { ...good, seq: 1.5 }],
    ['a negative number', { ...good, seq: -1 }],
    ['a number as text', { ...good, seq: '2' }],
    ['a hash in upper case', { ...good, hash: head.hash.toUpperCase() }],
    ['a date', { ...good, signedAt: '2026-01-02' }],
    ['a chain that is no id', { ...good, chain: 'a b' }],
    ['a signature that is no Base64', { ...good, signature: 'x y' }],
  ])('is not %s', (_what, value) => {
    expect(readSignedHead(value)).toBeUndefined();
  });
});
