import { Refusal } from '../use-cases/refusal';
import type { HttpRequest } from './http-message';
import { headerOf } from './request-headers';

/** Methods that change nothing; a browser sends no `Origin` with them. */
const READING: readonly string[] = ['GET'];

/**
 * Refuses what another site made a browser send: behind SameSite cookies this is the second line.
 * @throws Refusal
 */
export function checkOrigin(request: HttpRequest, ownOrigin: string): void {
  const site = headerOf(request, 'sec-fetch-site');
  const origin = headerOf(request, 'origin');
  const own = origin === ownOrigin || (origin === undefined && READING.includes(request.method));
  if (!own || (site !== undefined && site !== 'same-origin')) {
    throw new Refusal('foreignOrigin');
  }
}
