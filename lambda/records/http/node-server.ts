import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type HttpHandler, type HttpRequest, LARGEST_BODY } from './http-message';

/** What the server proves who it is with, PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

const SECOND_MS = 1000;
const LARGEST_HEADERS = 16_384;

/** A TLS server for the handler, for those who run it in a container, and for tests; it does not listen yet. */
export function createNodeServer(handle: HttpHandler, { key, cert }: ServerIdentity): Server {
  const server = createServer(
    { key, cert, minVersion: 'TLSv1.2', maxHeaderSize: LARGEST_HEADERS, insecureHTTPParser: false },
    (incoming, outgoing) => {
      // A client that went away gets no answer; the handler itself never rejects.
      answer(handle, incoming, outgoing).catch(() => outgoing.destroy());
    },
  );
  server.headersTimeout = 10 * SECOND_MS;
  server.requestTimeout = 30 * SECOND_MS;
  server.keepAliveTimeout = 65 * SECOND_MS;
  server.maxHeadersCount = 100;
  return server;
}

async function answer(
  handle: HttpHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readAll(incoming);
  const { status, headers, body: text } = await handle(requestOf(incoming, body));
  for (const [name, value] of headers) {
    outgoing.appendHeader(name, value);
  }
  if (body.length > LARGEST_BODY) {
    outgoing.setHeader('Connection', 'close');
  }
  outgoing.writeHead(status).end(text);
}

/** At most one byte more than is taken. */
async function readAll(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  // The rest is left unread, and the connection stays open for the refusal.
  const chunksOf: AsyncIterable<Buffer> = incoming.iterator({ destroyOnReturn: false });
  for await (const chunk of chunksOf) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_BODY) break;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST_BODY + 1);
}

function requestOf(incoming: IncomingMessage, body: Uint8Array): HttpRequest {
  const target = incoming.url ?? '/';
  const query = target.indexOf('?');
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index]?.toLowerCase() ?? '';
    headers.set(name, [...(headers.get(name) ?? []), incoming.rawHeaders[index + 1] ?? '']);
  }
  return {
    method: incoming.method ?? '',
    path: query === -1 ? target : target.slice(0, query),
    hasQuery: query !== -1,
    headers,
    body,
    sourceAddress: incoming.socket.remoteAddress ?? 'unknown',
  };
}
