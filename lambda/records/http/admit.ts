import { PURPOSES, type Purpose } from '../domain/access/purpose';
import type { AuditTrail } from '../use-cases/audit-trail';
import { authenticate } from '../use-cases/authenticate';
import type { RequestOrigin } from '../use-cases/call';
import type { RecordsService } from '../use-cases/records-service';
import { Refusal } from '../use-cases/refusal';
import { SESSION_COOKIE } from './cookies';
import type { HttpRequest, HttpResponse } from './http-message';
import type { MatchedRoute } from './match-route';
import { readBody } from './request-body';
import { cookieOf, headerOf } from './request-headers';
import { checkOrigin } from './request-origin';
import type { PublicRoute, SessionRoute } from './route';
import type { ServiceSettings } from './settings';

/** One request with all that it is answered from. */
export interface Admission {
  readonly service: RecordsService;
  readonly settings: ServiceSettings;
  readonly request: HttpRequest;
  readonly origin: RequestOrigin;
  readonly trail: AuditTrail;
}

/** An answer that only has to be asked for: everything that the request itself can be refused for is past. */
export type Admitted = () => Promise<HttpResponse>;

/**
 * Lets a request through to its use case, or not: who asks comes before everything that they say.
 * @throws Refusal
 */
export async function admit(admission: Admission, { route, params }: MatchedRoute): Promise<Admitted> {
  if (admission.request.hasQuery && !(route.access === 'public' && route.takesQuery)) {
    throw new Refusal('badRequest');
  }
  return route.access === 'public' ? admitAnybody(admission, route) : admitCaller(admission, route, params);
}

function admitAnybody(admission: Admission, route: PublicRoute): Admitted {
  const { request, settings } = admission;
  if (route.audit !== null) {
    checkOrigin(request, settings.origin);
  }
  const run = route.prepare(readBody(request, route.takesBody));
  return () => run(admission);
}

async function admitCaller(
  admission: Admission,
  route: SessionRoute,
  params: MatchedRoute['params'],
): Promise<Admitted> {
  const { service, settings, request, origin, trail } = admission;
  const caller = await authenticate(service, trail, origin, cookieOf(request, SESSION_COOKIE));
  checkOrigin(request, settings.origin);
  const purpose = route.takesPurpose ? purposeOf(request) : undefined;
  if (purpose !== undefined) {
    trail.explain(purpose);
  }
  const version = route.takesVersion ? versionOf(request) : undefined;
  const run = route.prepare({ params, body: readBody(request, route.takesBody), version });
  const call = purpose === undefined ? undefined : { origin, caller, purpose, trail };
  return () => run({ service, settings, origin, trail, caller }, call);
}

function purposeOf(request: HttpRequest): Purpose {
  const value = headerOf(request, 'x-purpose-of-use');
  const purpose = PURPOSES.find((known) => known === value);
  if (purpose === undefined) {
    throw new Refusal('purposeMissing');
  }
  return purpose;
}

/** The version that the request was made from, as `If-Match: "3"`. */
function versionOf(request: HttpRequest): number {
  const [, digits] = /^"(\d{1,9})"$/.exec(headerOf(request, 'if-match') ?? '') ?? [];
  if (digits === undefined) {
    throw new Refusal('versionMissing');
  }
  return Number(digits);
}
