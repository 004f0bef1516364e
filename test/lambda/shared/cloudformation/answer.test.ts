import { createServer, globalAgent, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { putByHttps } from '../../../../lambda/shared/cloudformation/answer';
import { makeAuthority } from '../../../support/certificates';

interface Received {
  readonly method: string | undefined;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly body: string;
}

let server: Server;
let address: string;
let status = 200;
const received: Received[] = [];

beforeAll(async () => {
  const authority = await makeAuthority();
  const { certificate: cert, privateKey: key } = authority.server;
  server = createServer({ cert, key }, (request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { 'content-type': type, 'content-length': length } = request.headers;
      received.push({ method: request.method, type, length, body });
      response.writeHead(status).end('the body of an answer is read and dropped');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://localhost:${(server.address() as AddressInfo).port}/answer?signature=secret`;
  globalAgent.options.ca = authority.certificate;
});

afterAll(async () => {
  globalAgent.options.ca = undefined;
  globalAgent.destroy();
  await new Promise((resolve) => server.close(resolve));
});

describe('an answer to CloudFormation', () => {
  it('is put without a content type, which its address was not signed for', async () => {
    await putByHttps(address, '{"Reason":"wäre"}');
    expect(received.at(-1)).toEqual({ method: 'PUT', type: '', length: '18', body: '{"Reason":"wäre"}' });
  });

  it.each([403, 500, 301])('has not arrived when it is met with %d', async (code) => {
    status = code;
    await expect(putByHttps(address, '{}')).rejects.toThrow(new RegExp(`refused with ${code}$`));
  });

  it('has not arrived where nobody listens', async () => {
    await expect(putByHttps('https://localhost:1/answer?signature=secret', '{}')).rejects.toThrow();
  });
});
