import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the endpoint says to a request; null refuses it as AWS does without the permission. */
export type Reply = (request: Arrived) => {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Where it sends the caller on to. */
  readonly location?: string;
} | null;

/** An endpoint on loopback that stands in for every service of AWS. */
export async function standIn(reply: Reply) {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const received = await receive(request);
    arrived.push(received);
    const given = reply(received);
    if (given === null) refuse(received, response);
    else {
      const { status, type, body, location } = given;
      const headers = { 'content-type': type, ...(location !== undefined && { location }) };
      response.writeHead(status, headers).end(body);
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    arrived,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage): Promise<Arrived> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString() };
}

/** The old services speak XML, the others JSON. */
function refuse({ body }: Arrived, response: ServerResponse): void {
  if (body.includes('Action=')) {
    const error = '<Code>AccessDenied</Code><Message>no</Message>';
    response
      .writeHead(403, { 'content-type': 'text/xml' })
      .end(`<R><Errors><Error>${error}</Error></Errors><Error>${error}</Error></R>`);
    return;
  }
  response
    .writeHead(403, { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' })
    .end('{"__type":"AccessDeniedException"}');
}
