import { isIP } from 'node:net';
import type { ALBEvent, ALBResult } from 'aws-lambda';
import type { HttpRequest, HttpResponse } from './http-message';

/** A request as the load balancer hands it to a function; the target group has multi-value headers on, so that none is lost. */
export function requestOfAlb(event: ALBEvent): HttpRequest {
  const headers = headersOf(event);
  return {
    method: event.httpMethod,
    path: event.path,
    hasQuery:
      Object.keys(event.multiValueQueryStringParameters ?? event.queryStringParameters ?? {}).length > 0,
    headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    sourceAddress: clientAddress(headers.get('x-forwarded-for')),
  };
}

/** The answer in the load balancer's words. */
export function albResult({ status, headers, body }: HttpResponse): ALBResult {
  const grouped = Map.groupBy(headers, ([name]) => name);
  return {
    statusCode: status,
    multiValueHeaders: Object.fromEntries(
      [...grouped].map(([name, lines]) => [name, lines.map(([, value]) => value)]),
    ),
    body,
    isBase64Encoded: false,
  };
}

function headersOf({ multiValueHeaders, headers }: ALBEvent): ReadonlyMap<string, readonly string[]> {
  const collected = new Map<string, string[]>();
  const pairs =
    multiValueHeaders === undefined
      ? Object.entries(headers ?? {}).map(
          ([name, value]) => [name, value === undefined ? [] : [value]] as const,
        )
      : Object.entries(multiValueHeaders);
  for (const [name, values] of pairs) {
    const key = name.toLowerCase();
    collected.set(key, [...(collected.get(key) ?? []), ...(values ?? [])]);
  }
  return collected;
}

/** The last address is the one that the load balancer saw; those before it are what the client says. */
function clientAddress(lines: readonly string[] | undefined): string {
  const last = lines?.at(-1)?.split(',').at(-1)?.trim() ?? '';
  const bare = last.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIP(bare) === 0 ? 'unknown' : bare;
}
