import { once } from 'node:events';
import { Agent, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { type HttpRequest, LARGEST_BODY } from '../../../../lambda/records/http/http-message';
import { createNodeServer } from '../../../../lambda/records/http/node-server';
import { makeAuthority, type TestAuthority } from '../../../support/certificates';

describe('the server', () => {
  let authority: TestAuthority;
  let server: ReturnType<typeof createNodeServer>;
  let port: number;
  let seen: HttpRequest[];
  const agent = new Agent({ maxCachedSessions: 0 });

  beforeAll(async () => {
    authority = await makeAuthority();
    server = createNodeServer(
      (request) => {
        seen.push(request);
        return Promise.resolve({
          status: 200,
          headers: [
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
          ],
          body: 'done',
        });
      },
      { key: authority.server.privateKey, cert: authority.server.certificate },
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(async () => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function send(
    method: string,
    path: string,
    body: string | Buffer = '',
  ): Promise<[number, string[] | undefined, string]> {
    const sent = httpsRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      servername: 'localhost',
      ca: authority.certificate,
      agent,
    });
    sent.end(body);
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response) text += chunk;
    return [response.statusCode, response.headers['set-cookie'], text];
  }

  /** Sends bytes as they are and gives the first line of the answer. */
  async function raw(text: string): Promise<string> {
    const socket = connect({ host: '127.0.0.1', servername: 'localhost', port, ca: authority.certificate });
    await once(socket, 'secureConnect');
    socket.end(text);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    return answer.split('\r\n')[0] ?? '';
  }

  it('passes a request on as it was sent, and each header of the answer', async () => {
    expect(await send('POST', '/a/%2e%2e/b?name=x', 'ü')).toEqual([200, ['a=1', 'b=2'], 'done']);
    expect(seen).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/a/%2e%2e/b',
        hasQuery: true,
        sourceAddress: '127.0.0.1',
      }),
    ]);
    expect(Buffer.from(seen[0]?.body ?? []).toString()).toBe('ü');
  });

  it('reads one byte more than is taken and no further, and answers all the same', async () => {
    expect((await send('POST', '/', Buffer.alloc(LARGEST_BODY)))[0]).toBe(200);
    expect((await send('POST', '/', Buffer.alloc(LARGEST_BODY * 4)))[0]).toBe(200);
    expect(seen.map(({ body }) => body.length)).toEqual([LARGEST_BODY, LARGEST_BODY + 1]);
  });

  it('keeps headers apart that were sent twice', async () => {
    await raw(
      'GET / HTTP/1.1\r\nHost: a\r\nX-Purpose-Of-Use: treatment\r\nX-Purpose-Of-Use: payment\r\nConnection: close\r\n\r\n',
    );
    expect(seen[0]?.headers.get('x-purpose-of-use')).toEqual(['treatment', 'payment']);
  });

  it.each([
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['bare line feeds in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: b\nY: c\r\n\r\n'],
    ['headers without an end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('refuses %s before anybody hears of it', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4/);
    expect(seen).toEqual([]);
  });

  it('speaks no TLS before 1.2, and nothing in the clear', async () => {
    const old = connect({
      host: '127.0.0.1',
      port,
      ca: authority.certificate,
      servername: 'localhost',
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
    });
    await expect(once(old, 'secureConnect')).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(seen).toEqual([]);
  });
});
