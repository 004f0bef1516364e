import { createHash, createHmac } from 'node:crypto';
import type { Arrived } from './stand-in-endpoint';

/** The parts of an Authorization header of Signature Version 4. */
export interface Signed {
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads the header. @throws Error when it is none */
export function readSignature({ headers }: Pick<Arrived, 'headers'>): Signed {
  const found =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\S+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (found === null) throw new Error('the request must be signed');
  const [, scope = '', signedHeaders = '', signature = ''] = found;
  return { scope, signedHeaders: signedHeaders.split(';'), signature };
}

/** The signature that AWS computes for a request without a body, from what arrived and nothing else. */
export function expectedSignature({ method, url, headers }: Arrived, secret: string): string {
  const { scope, signedHeaders } = readSignature({ headers });
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...signedHeaders.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders.join(';'),
    sha256(''),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (current, part) => createHmac('sha256', current).update(part).digest(),
      `AWS4${secret}`,
    );
  return createHmac('sha256', key).update(toSign).digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
