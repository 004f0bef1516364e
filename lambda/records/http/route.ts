import type * as z from 'zod';
import type { Category } from '../domain/access/category';
import type { AuditAction, ResourceType } from '../domain/audit/audit-event';
import type { AuditTrail } from '../use-cases/audit-trail';
import type { Call, Caller, RequestOrigin } from '../use-cases/call';
import type { RecordsService } from '../use-cases/records-service';
import { Refusal } from '../use-cases/refusal';
import type { HttpRequest, HttpResponse } from './http-message';
import type { ServiceSettings } from './settings';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What the audit log says of a request that came to a route and no further. */
interface RouteAudit {
  readonly action: AuditAction;
  readonly resourceType: ResourceType;
  readonly categories: readonly Category[];
}

interface RouteFace {
  /** What the log for operators calls it. */
  readonly name: string;
  readonly method: Method;
  /** Segments, of which those in braces are parameters: lower-case UUIDs, nothing else. */
  readonly path: string;
  readonly takesBody: boolean;
}

/** What a route that needs no session is run with. */
interface PublicRequest {
  readonly service: RecordsService;
  readonly settings: ServiceSettings;
  readonly request: HttpRequest;
  readonly origin: RequestOrigin;
  readonly trail: AuditTrail;
}

/** A route for those who are not signed in; there are few, and none of them knows a patient. */
export interface PublicRoute extends RouteFace {
  readonly access: 'public';
  /** Null for the page and its parts, which are the same for everybody. */
  readonly audit: RouteAudit | null;
  /** Whether a query may stand in the address; what it says is not read. */
  readonly takesQuery: boolean;
  /** @throws Refusal when the body is not what it must be */
  prepare(body: unknown): (request: PublicRequest) => Promise<HttpResponse>;
}

/** What a route is run with whose caller is signed in and has not said why. */
interface SessionRequest {
  readonly service: RecordsService;
  readonly settings: ServiceSettings;
  readonly origin: RequestOrigin;
  readonly trail: AuditTrail;
  readonly caller: Caller;
}

/** What the parts of a request say that a route may want. */
interface RequestParts {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly version: number | undefined;
}

/** A route that refuses without a session. */
export interface SessionRoute extends RouteFace {
  readonly access: 'session';
  readonly audit: RouteAudit;
  /** Whether the request must say what it is for. */
  readonly takesPurpose: boolean;
  /** Whether the request must say which version it changes. */
  readonly takesVersion: boolean;
  /** @throws Refusal when the parts are not what they must be */
  prepare(parts: RequestParts): (request: SessionRequest, call: Call | undefined) => Promise<HttpResponse>;
}

export type Route = PublicRoute | SessionRoute;

/** The names in braces of a path. */
type ParamName<P extends string> = P extends `${string}{${infer N}}${infer Rest}`
  ? N | ParamName<Rest>
  : never;

/** A route with a use case that is run for a caller who said why. */
export interface CallRouteDefinition<P extends string, B extends z.ZodType> {
  readonly name: string;
  readonly method: Method;
  readonly path: P;
  readonly audit: RouteAudit;
  readonly body?: B;
  /** @default false */
  readonly takesVersion?: boolean;
  run(
    service: RecordsService,
    call: Call,
    input: {
      readonly params: Readonly<Record<ParamName<P>, string>>;
      readonly body: z.output<B>;
      readonly version: number;
    },
  ): Promise<HttpResponse>;
}

/** Makes the row of the route table. */
export function callRoute<P extends string, B extends z.ZodType = z.ZodUndefined>(
  definition: CallRouteDefinition<P, B>,
): SessionRoute {
  const { name, method, path, audit, body: schema, takesVersion = false, run } = definition;
  return {
    access: 'session',
    name,
    method,
    path,
    audit,
    takesBody: schema !== undefined,
    takesPurpose: true,
    takesVersion,
    prepare: ({ params, body, version = 0 }) => {
      const input = {
        params: params as Readonly<Record<ParamName<P>, string>>,
        body: parseBody(schema, body) as z.output<B>,
        version,
      };
      return ({ service }, call) => {
        if (call === undefined) throw new Refusal('purposeMissing');
        return run(service, call, input);
      };
    },
  };
}

/** @throws Refusal that says nothing of what was sent */
export function parseBody<B extends z.ZodType>(
  schema: B | undefined,
  body: unknown,
): z.output<B> | undefined {
  if (schema === undefined) {
    return undefined;
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new Refusal('badInput');
  }
  return parsed.data;
}
