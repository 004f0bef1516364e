import type { ServiceLog } from '../ports/service-log';
import { type AuditedAccess, AuditTrail, AuditUnavailable } from '../use-cases/audit-trail';
import type { RequestOrigin } from '../use-cases/call';
import type { RecordsService } from '../use-cases/records-service';
import { Refusal } from '../use-cases/refusal';
import { type Admission, type Admitted, admit } from './admit';
import { json } from './answers';
import { type HttpHandler, type HttpResponse, LARGEST_ANSWER } from './http-message';
import { type MatchedRoute, matchRoute } from './match-route';
import { REFUSAL_ANSWERS, UNAVAILABLE } from './refusal-answers';
import { checkHeaders } from './request-headers';
import { ROUTES } from './routes/routes';
import { securityHeaders } from './security-headers';
import { type ServiceSettings, serviceSettings } from './settings';

/** What the handler is made of. */
export interface RecordsHandlerProps {
  readonly service: RecordsService;
  readonly settings: ServiceSettings;
  readonly log: ServiceLog;
}

/**
 * Answers requests: every one that is more than the page is audited first, and none is answered with what a failure says.
 *
 * @see 45 CFR 164.312(b)
 */
export function createRecordsHandler({ service, settings, log }: RecordsHandlerProps): HttpHandler {
  const common = securityHeaders(serviceSettings(settings));
  return async (request) => {
    const origin: RequestOrigin = {
      correlationId: service.randomness.uuid(),
      from: request.sourceAddress,
      at: service.clock.now(),
    };
    const trail = new AuditTrail(service.audit, service.tokenize, origin);
    const { response, route, errorClass } = await respond({ service, settings, request, origin, trail });
    log.request({
      correlationId: origin.correlationId,
      route,
      status: response.status,
      durationMs: service.clock.now().getTime() - origin.at.getTime(),
      errorClass,
    });
    const headers = [...common, ['X-Correlation-Id', origin.correlationId] as const, ...response.headers];
    return { ...response, headers };
  };
}

/** A request for what the service does not have, or for a part of the page in a way that it is not asked for. */
const UNKNOWN = { action: 'unknown', resourceType: 'service', categories: [] } as const;

interface Outcome {
  readonly response: HttpResponse;
  readonly route: string;
  readonly errorClass: string | null;
}

async function respond(admission: Admission): Promise<Outcome> {
  let route = 'none';
  try {
    const matched = await findRoute(admission);
    route = matched.route.name;
    const answer = await letIn(admission, matched);
    return { response: await fitting(await answer(), admission, matched), route, errorClass: null };
  } catch (error) {
    return { response: refusalResponse(error, admission.origin), route, errorClass: classOf(error) };
  }
}

async function findRoute({ request, trail }: Admission): Promise<MatchedRoute> {
  try {
    checkHeaders(request);
    return matchRoute(ROUTES, request);
  } catch (error) {
    // What was asked for is not written down: it can hold anything.
    if (error instanceof Refusal) {
      await trail.record(UNKNOWN, 'refused', error.reason);
    }
    throw error;
  }
}

async function letIn(admission: Admission, matched: MatchedRoute): Promise<Admitted> {
  try {
    return await admit(admission, matched);
  } catch (error) {
    if (!(error instanceof AuditUnavailable)) {
      const access = accessOf(matched);
      const [outcome, reason] =
        error instanceof Refusal
          ? (['refused', error.reason] as const)
          : (['failed', 'unavailable'] as const);
      await admission.trail.record(access, outcome, reason);
    }
    throw error;
  }
}

/** The load balancer passes no larger answer on: it is better known by whoever asked, and told in the audit log. */
async function fitting(
  response: HttpResponse,
  { trail }: Admission,
  matched: MatchedRoute,
): Promise<HttpResponse> {
  if (Buffer.byteLength(JSON.stringify(response.body)) <= LARGEST_ANSWER) return response;
  await trail.record(accessOf(matched), 'failed', 'answerTooLarge');
  throw new Refusal('answerTooLarge');
}

function accessOf({ route, params: { patientId, ...ids } }: MatchedRoute): AuditedAccess {
  const [resourceId] = Object.values(ids);
  return {
    ...(route.audit ?? UNKNOWN),
    resourceId,
    patientIds: patientId === undefined ? [] : [patientId],
  };
}

function refusalResponse(error: unknown, { correlationId }: RequestOrigin): HttpResponse {
  const { status, code } = error instanceof Refusal ? REFUSAL_ANSWERS[error.reason] : UNAVAILABLE;
  return json({ error: code, correlationId }, status);
}

/** The class and no more: messages repeat what was sent. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'NoError';
  }
  const { name } = error.constructor;
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error';
}
