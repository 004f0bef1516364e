import { once } from 'node:events';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import type { HttpHandler } from '../../lambda/records/http/http-message';
import { createNodeServer } from '../../lambda/records/http/node-server';
import { IdentityProvider } from '../lambda/records/support/identity-provider';
import { DEMOGRAPHICS } from '../lambda/records/support/people';
import { World } from '../lambda/records/support/world';
import { findBrowser, HOW_TO_INSTALL } from '../report/browser/find-browser';
import { makeAuthority } from '../support/certificates';

const executablePath = findBrowser();

/** What a browser keeps, as the page's own script can see it. */
const KEPT = `(async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  cookie: document.cookie,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}))()`;
const NOTHING = { local: 0, session: 0, databases: 0, caches: 0, cookie: '', workers: 0 };

if (executablePath === undefined) {
  // Nothing was proved: a build must say so by failing; whoever has no browser is told how to come by one.
  it(`has its page looked at by a browser: NOT RUN. ${HOW_TO_INSTALL}`, () => {
    console.warn(HOW_TO_INSTALL);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('the records service in a browser', () => {
    let browser: Browser;
    let server: Server;
    let provider: IdentityProvider;
    let origin: string;
    let handle: HttpHandler;
    let world: World;
    let context: BrowserContext;
    let page: Page;
    let complaints: string[];
    let addresses: string[];
    let responses: Response[];
    let cleared: string[];

    beforeAll(async () => {
      const authority = await makeAuthority();
      provider = new IdentityProvider(authority);
      await provider.listen();
      server = createNodeServer((request) => handle(request), {
        key: authority.server.privateKey,
        cert: authority.server.certificate,
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      // Another site than the provider's: cookies are SameSite=Strict, and the way back from it is from elsewhere.
      origin = `https://localhost:${(server.address() as AddressInfo).port}`;
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--host-resolver-rules=MAP localhost 127.0.0.1'],
      });
    });
    afterAll(async () => {
      await browser.close();
      await provider.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });

    beforeEach(async () => {
      world = new World(
        {},
        {
          origin,
          signIn: {
            clientId: 'client',
            authorizeUrl: `${provider.origin}/authorize`,
            tokenUrl: `${provider.origin}/token`,
            logoutUrl: `${provider.origin}/logout`,
          },
        },
      );
      cleared = [];
      handle = async (request) => {
        const response = await world.handle(request);
        cleared.push(
          ...response.headers.flatMap(([name, value]) => (name === 'Clear-Site-Data' ? [value] : [])),
        );
        return response;
      };
      provider.world = world;
      provider.person = 'physician';
      context = await browser.newContext({ ignoreHTTPSErrors: true });
      page = await context.newPage();
      complaints = [];
      addresses = [];
      responses = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => addresses.push(request.url()));
      page.on('response', (response) => responses.push(response));
    });
    afterEach(() => context.close());

    async function signIn(): Promise<void> {
      await page.goto(`${origin}/`);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByText('Signed in as physician.').waitFor();
    }

    async function openRecord(): Promise<void> {
      await page.getByLabel('Family name').fill('Example');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('button', { name: 'A. Examplefamily' }).click();
      await page.getByText('Wheezing at night.').waitFor();
    }

    it('signs in by code and PKCE, and leaves no token, code or secret where a script or an address shows it', async () => {
      await signIn();
      expect(await page.evaluate(KEPT)).toEqual(NOTHING);
      expect(page.url()).toBe(`${origin}/`);
      expect(await context.cookies()).toEqual([
        expect.objectContaining({
          name: '__Host-session',
          domain: 'localhost',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: true,
          sameSite: 'Strict',
        }),
      ]);
      expect(addresses.join()).not.toContain('id_token');
      expect(complaints).toEqual([]);
    });

    it('shows a record without keeping it, and has no PHI in any address', async () => {
      await signIn();
      await openRecord();
      expect(await page.evaluate(KEPT)).toEqual(NOTHING);
      const ours = responses.filter((response) => response.url().startsWith(origin));
      expect(ours.length).toBeGreaterThan(5);
      for (const response of ours) expect(response.headers()['cache-control']).toBe('no-store');
      expect(addresses.join()).not.toContain(DEMOGRAPHICS.familyName);
      expect(
        addresses.filter((address) => address.includes('?')).map((address) => new URL(address).pathname),
      ).toEqual(['/authorize', '/']);
      expect(complaints).toEqual([]);
    });

    it('clears the browser on signing out, and shows nothing on the way back', async () => {
      await signIn();
      await openRecord();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${provider.origin}/logout?**`);
      expect(cleared).toEqual(['"cache", "cookies", "storage"']);
      expect(await context.cookies()).toEqual([]);
      await page.goBack();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      expect(await page.content()).not.toContain('Wheezing');
      expect(await page.evaluate(KEPT)).toEqual(NOTHING);
    });

    it('takes the record off the screen after 15 minutes without a request', async () => {
      await page.clock.install();
      await signIn();
      await openRecord();
      await page.clock.runFor(14 * 60_000);
      expect(await page.getByText('Wheezing at night.').isVisible()).toBe(true);
      await page.clock.runFor(61_000);
      await page.waitForURL(`${provider.origin}/logout?**`);
      expect(world.events.at(-1)).toMatchObject({ action: 'sessionEnd', reason: 'permitted' });
    });

    it('takes the record off the screen after a sleep of 15 minutes, in which no timer ran', async () => {
      await page.clock.install();
      await signIn();
      await openRecord();
      await page.clock.setSystemTime(Date.now() + 16 * 60_000);
      await page.clock.runFor(1_100);
      await page.waitForURL(`${provider.origin}/logout?**`);
    });

    it('takes the record off the screen at once on signing out, though nobody answers', async () => {
      await signIn();
      await openRecord();
      const answer = handle;
      handle = (request) => (request.method === 'DELETE' ? new Promise(() => undefined) : answer(request));
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are signed out.').waitFor();
      expect(await page.content()).not.toContain('Wheezing');
    });

    it('shows nothing that comes after signing out', async () => {
      await signIn();
      const answer = handle;
      let release = () => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      handle = async (request) => {
        if (request.path === '/patients/search') await gate;
        // The page stays, so that it can be looked at.
        return request.method === 'DELETE' ? new Promise(() => undefined) : answer(request);
      };
      await page.getByLabel('Family name').fill('Example');
      const found = page.waitForResponse(`${origin}/patients/search`);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      release();
      await (await found).finished();
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
      expect(await page.content()).not.toContain('Examplefamily');
      expect(await page.getByText('You are signed out.').isVisible()).toBe(true);
    });

    it('takes the record off the screen when the session was ended elsewhere', async () => {
      await signIn();
      await openRecord();
      await world.signIn('physician');
      await page.getByLabel('Family name').fill('Example');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      expect(await page.getByText('Wheezing at night.').isVisible()).toBe(false);
    });

    it('sends no session to a request of another site, and lets it be framed by none', async () => {
      await signIn();
      const other = await context.newPage();
      await other.goto(`${provider.origin}/`);
      const answer = await other.evaluate(
        `fetch('${origin}/session', { method: 'DELETE', credentials: 'include', mode: 'no-cors' }).then(() => 'sent', () => 'stopped')`,
      );
      await other.evaluate(
        `fetch('${origin}/session', { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }).catch(() => undefined)`,
      );
      expect(['sent', 'stopped']).toContain(answer);
      expect(world.events.filter(({ action }) => action === 'sessionEnd')).toEqual([]);
      await other.evaluate(`new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = '${origin}/';
        frame.onload = resolve;
        document.body.append(frame);
      })`);
      const framed = other.frames()[1]?.evaluate<string>('document.body.textContent') ?? 'no frame';
      expect(await framed).toContain('localhost is blocked');
      await page.bringToFront();
      await openRecord();
    });

    it('tells somebody else at the same browser nothing of the sign-in that another began', async () => {
      await signIn();
      const used = addresses.find((address) => address.startsWith(`${origin}/?code=`)) ?? '';
      const stranger = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
      await stranger.goto(used);
      await stranger.getByText('Signing in did not work').waitFor();
      expect(world.events.at(-1)).toMatchObject({ outcome: 'refused', reason: 'nonceMismatch' });
      await stranger.context().close();
    });
  });
}
