import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPresidioRedact } from '../../../../../lambda/shared/redaction/adapters/presidio-recognizer';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
});

function answer(body: unknown, status = 200): RequestListener {
  return (request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };
}

const TEXT = 'Ann Quill of Oakvale, SSN 900-12-3456';
const PERSON = { start: 0, end: 9, entity_type: 'PERSON', score: 0.9 };
const WITHHELD = { text: '[WITHHELD]', spans: [{ start: 0, end: TEXT.length, type: 'WITHHELD' }] };

describe('the adapter to a Presidio server', () => {
  it('adds names and places to the structured identifiers', async () => {
    const endpoint = await serve(
      answer([PERSON, { start: 13, end: 20, entity_type: 'LOCATION', score: 0.5 }]),
    );
    expect((await createPresidioRedact({ endpoint })(TEXT)).text).toBe('[NAME] of [ADDRESS], SSN [SSN]');
  });

  it('sends the text, the language and the score to /analyze', async () => {
    let seen: unknown;
    const endpoint = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        seen = { url: request.url, method: request.method, body: JSON.parse(body) };
        response.end('[]');
      });
    });
    await createPresidioRedact({ endpoint: `${endpoint}/presidio`, language: 'es', scoreThreshold: 0.5 })(
      'hola',
    );
    expect(seen).toEqual({
      url: '/presidio/analyze',
      method: 'POST',
      body: { text: 'hola', language: 'es', score_threshold: 0.5 },
    });
  });

  it('reads offsets as code points, as Python counts them', async () => {
    const endpoint = await serve(answer([{ start: 2, end: 11, entity_type: 'PERSON', score: 1 }]));
    expect((await createPresidioRedact({ endpoint })('😀 Ann Quill came')).text).toBe('😀 [NAME] came');
  });

  it('takes an entity that it does not know as an identifier all the same', async () => {
    const endpoint = await serve(answer([{ ...PERSON, entity_type: 'SOMETHING_NEW' }]));
    expect((await createPresidioRedact({ endpoint })(TEXT)).text).toMatch(/^\[ID\] of/);
  });

  it.each([
    ['an error', answer([PERSON], 500)],
    ['no JSON', answer('oops')],
    ['another shape', answer({ error: 'x' })],
    ['an offset behind the text', answer([{ ...PERSON, end: 1000 }])],
    ['an empty span', answer([{ ...PERSON, end: 0 }])],
    ['a negative offset', answer([{ ...PERSON, start: -1 }])],
    [
      'a redirect',
      ((_, response) =>
        response.writeHead(307, { location: 'http://example.com/' }).end()) as RequestListener,
    ],
    ['a broken connection', ((_, response) => response.destroy()) as RequestListener],
    ['too much', answer(`[${' '.repeat(5_000_000)}]`)],
  ])('withholds the text after %s', async (_, listener) => {
    const endpoint = await serve(listener);
    expect(await createPresidioRedact({ endpoint })(TEXT)).toEqual(WITHHELD);
  });

  it('withholds the text when the answer does not come in time', async () => {
    const endpoint = await serve(() => undefined);
    expect(await createPresidioRedact({ endpoint, timeoutMs: 50 })(TEXT)).toEqual(WITHHELD);
  });

  it('withholds the text when nobody listens', async () => {
    expect(await createPresidioRedact({ endpoint: 'http://127.0.0.1:1' })(TEXT)).toEqual(WITHHELD);
  });

  it.each([
    'http://localhost:5002',
    'http://127.0.0.1',
    'http://[::1]:5002',
    'http://10.0.3.4:80',
    'https://192.168.1.1',
    'http://[fd00::1]',
    'http://presidio.phi.internal:5002/',
  ])('accepts the private endpoint %s', (endpoint) => {
    expect(() => createPresidioRedact({ endpoint })).not.toThrow();
  });

  it.each([
    'http://example.com',
    'http://203.0.113.7',
    'https://[2001:db8::1]',
    'ftp://127.0.0.1',
    'http://0.0.0.0',
    'http://169.254.169.254',
    'http://internal',
    'http://127.0.0.1.example.com',
    'nonsense',
    '',
  ])('refuses the endpoint %j', (endpoint) => {
    expect(() => createPresidioRedact({ endpoint })).toThrow("'endpoint' must be");
  });

  it('refuses credentials in the endpoint', () => {
    expect(() => createPresidioRedact({ endpoint: 'http://user:pass@127.0.0.1' })).toThrow(
      "'endpoint' must not carry",
    );
  });

  it.each([0, -1, 30_001, Number.NaN])('refuses a time-out of %s ms', (timeoutMs) => {
    expect(() => createPresidioRedact({ endpoint: 'http://127.0.0.1', timeoutMs })).toThrow(
      "'timeoutMs' must be",
    );
  });
});
