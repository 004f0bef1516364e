import { Refusal } from '../use-cases/refusal';
import { type HttpRequest, LARGEST_BODY } from './http-message';

/** Headers that mean something here: sent twice, they mean two things. */
const SINGLE = [
  'host',
  'content-type',
  'content-length',
  'transfer-encoding',
  'origin',
  'if-match',
  'sec-fetch-site',
  'x-purpose-of-use',
] as const;

export type SingleHeader = (typeof SINGLE)[number];

/**
 * Refuses what two readers could read in two ways.
 * @throws Refusal
 */
export function checkHeaders({ headers, body }: HttpRequest): void {
  if (SINGLE.some((name) => (headers.get(name)?.length ?? 0) > 1)) {
    throw new Refusal('badRequest');
  }
  const length = headers.get('content-length')?.[0];
  if (length === undefined) {
    return;
  }
  // A body that is too large was cut off on its way here.
  const matches = body.length > LARGEST_BODY || length === String(body.length);
  if (headers.has('transfer-encoding') || !matches) {
    throw new Refusal('badRequest');
  }
}

/** The value of a header, of which `checkHeaders` found one at most. */
export function headerOf({ headers }: HttpRequest, name: SingleHeader): string | undefined {
  return headers.get(name)?.[0];
}

/** The value of a cookie; undefined where there is none, or several of the name. */
export function cookieOf({ headers }: HttpRequest, name: string): string | undefined {
  const values = (headers.get('cookie') ?? [])
    .flatMap((line) => line.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}
