import { Refusal } from '../use-cases/refusal';
import type { HttpRequest } from './http-message';
import type { Route } from './route';

/** A route with what its path says. */
export interface MatchedRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Opaque ids, in the one way to write them. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A path longer than this is none of ours. */
const LONGEST_PATH = 256;

/**
 * Compares paths as they were sent: what is encoded, doubled or climbs up is no route.
 * @throws Refusal
 */
export function matchRoute(routes: readonly Route[], { method, path }: HttpRequest): MatchedRoute {
  const segments = path.length <= LONGEST_PATH ? path.split('/') : [];
  let known = false;
  for (const route of routes) {
    const params = matchPath(route.path.split('/'), segments);
    if (params === undefined) continue;
    if (route.method === method) return { route, params };
    known = true;
  }
  throw new Refusal(known ? 'wrongMethod' : 'noSuchRoute');
}

function matchPath(
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (template.length !== segments.length) {
    return undefined;
  }
  const params = new Map<string, string>();
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? '';
    if (!expected.startsWith('{')) {
      if (segment !== expected) return undefined;
    } else if (ID.test(segment)) {
      params.set(expected.slice(1, -1), segment);
    } else {
      return undefined;
    }
  }
  return Object.fromEntries(params);
}
