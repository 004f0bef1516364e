import { Refusal } from '../use-cases/refusal';
import { type HttpRequest, LARGEST_BODY } from './http-message';
import { headerOf } from './request-headers';

const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;

/**
 * What the body says; undefined where the route takes none.
 * @throws Refusal
 */
export function readBody(request: HttpRequest, wanted: boolean): unknown {
  const { body } = request;
  if (body.length > LARGEST_BODY) {
    throw new Refusal('bodyTooLarge');
  }
  if (!wanted) {
    if (body.length > 0) throw new Refusal('badRequest');
    return undefined;
  }
  if (!JSON_TYPE.test(headerOf(request, 'content-type') ?? '')) {
    throw new Refusal('wrongContentType');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('badInput');
  }
}
