import type { HttpResponse } from './http-message';

/** An answer with a value as JSON. */
export function json(value: object, status = 200, headers: HttpResponse['headers'] = []): HttpResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json; charset=utf-8'], ...headers],
    body: JSON.stringify(value),
  };
}

/** An answer that says only that it was done. */
export function done(headers: HttpResponse['headers'] = []): HttpResponse {
  return { status: 204, headers, body: '' };
}
