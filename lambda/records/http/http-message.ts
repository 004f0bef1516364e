/** A request, whatever brought it. */
export interface HttpRequest {
  readonly method: string;
  /** As it was sent: not decoded, without the query. */
  readonly path: string;
  /** Whether there is a query: no route takes one but the page that the sign-in returns to. */
  readonly hasQuery: boolean;
  /** By name in lower case; each value that was sent, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** In bytes; a transport stops at `LARGEST_BODY` and passes one byte more, so that it is refused here. */
  readonly body: Uint8Array;
  /** The address of the client, or `unknown`. */
  readonly sourceAddress: string;
}

/** An answer. */
export interface HttpResponse {
  readonly status: number;
  /** A name may come twice, as `Set-Cookie` does. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** What answers requests; it never rejects. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** How many bytes a body may have. */
export const LARGEST_BODY = 65_536;

/** How many bytes a body may have on the way back, as JSON within JSON: a load balancer takes 1 MB of a function, headers and all. */
export const LARGEST_ANSWER = 1_000_000;
