import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestAuthority } from '../../../support/certificates';
import type { Person } from './people';
import type { World } from './world';

/** An identity provider with an authorization-code flow and PKCE, at which one person is always at hand. */
export class IdentityProvider {
  readonly #server: Server;
  readonly #started = new Map<string, { readonly nonce: string; readonly challenge: string }>();
  /** Who signs in next. */
  person: Person = 'physician';
  /** Where tokens are looked up. */
  world: World | undefined;
  origin = '';

  constructor(authority: TestAuthority) {
    this.#server = createServer(
      { key: authority.server.privateKey, cert: authority.server.certificate },
      (request, response) => {
        const url = new URL(request.url ?? '/', this.origin);
        if (url.pathname === '/authorize') {
          response.writeHead(302, { Location: this.#authorize(url.searchParams) }).end();
        } else if (url.pathname === '/token' && request.method === 'POST') {
          this.#answerToken(request, (status, body) => {
            response.writeHead(status, {
              'Access-Control-Allow-Origin': '*',
              'Content-Type': 'application/json',
            });
            response.end(JSON.stringify(body));
          });
        } else {
          response
            .writeHead(200, { 'Content-Type': 'text/html' })
            .end('<!doctype html><title>Provider</title>');
        }
      },
    );
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.origin = `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #authorize(parameters: URLSearchParams): string {
    const code = `code-${this.#started.size}`;
    this.#started.set(code, {
      nonce: parameters.get('nonce') ?? '',
      challenge: parameters.get('code_challenge') ?? '',
    });
    const back = new URL(parameters.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: parameters.get('state') ?? '' }).toString();
    return back.href;
  }

  #answerToken(request: AsyncIterable<Buffer>, answer: (status: number, body: object) => void): void {
    readText(request).then(
      (text) => {
        const form = new URLSearchParams(text);
        const started = this.#started.get(form.get('code') ?? '');
        this.#started.delete(form.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (started === undefined || started.challenge !== challenge || this.world === undefined) {
          answer(400, { error: 'invalid_grant' });
        } else {
          answer(200, { id_token: this.world.tokenOf(this.person, { nonce: started.nonce }) });
        }
      },
      () => answer(400, { error: 'invalid_request' }),
    );
  }
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
