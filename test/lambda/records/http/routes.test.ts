import { AUDIT_ACTIONS } from '../../../../lambda/records/domain/audit/audit-event';
import type { Route, SessionRoute } from '../../../../lambda/records/http/route';
import { ROUTES } from '../../../../lambda/records/http/routes/routes';
import { pathOf, ROUTE_SAMPLES, type RouteSample, sampleOptions } from '../support/route-samples';
import { type AskOptions, SETTINGS, secret, World } from '../support/world';

/** The routes that nobody has to sign in for; another one has to be added here by hand. */
const PUBLIC = ['page', 'script', 'style', 'icon', 'health', 'startSignIn', 'exchangeSignIn', 'openSession'];

/** Nobody may read identifiers: the route is there to refuse, and to be audited. */
const FOR_NOBODY = ['read:identifiers'];

const guarded = ROUTES.filter((route): route is SessionRoute => route.access === 'session');
const sampled = guarded.filter(({ name }) => !FOR_NOBODY.includes(name));

function sampleOf({ name }: Route): RouteSample {
  const sample = ROUTE_SAMPLES.get(name);
  if (sample === undefined) throw new Error(`route ${name} must have a sample`);
  return sample;
}

async function prepared(route: SessionRoute) {
  const sample = sampleOf(route);
  const world = new World();
  sample.given?.(world.records.state);
  const session = await world.signIn(sample.person);
  world.events.length = 0;
  const ask = () =>
    world.ask(route.method, pathOf(route.path, sample.params), { ...sampleOptions(sample), session });
  return { world, sample, session, ask };
}

describe('the table of routes', () => {
  it('has no public route but the page and the sign-in', () => {
    expect(ROUTES.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual(PUBLIC);
  });

  it('has each name, and each method on a path, once', () => {
    expect(new Set(ROUTES.map(({ name }) => name)).size).toBe(ROUTES.length);
    expect(new Set(ROUTES.map(({ method, path }) => `${method} ${path}`)).size).toBe(ROUTES.length);
  });

  it('audits every verb of the requirement', () => {
    const audited = new Set(guarded.map(({ audit }) => audit.action));
    expect(AUDIT_ACTIONS.filter((action) => !audited.has(action))).toEqual([
      'signIn',
      'sessionOpen',
      'unknown',
    ]);
  });

  it('has no parameter that could hold PHI', () => {
    const names = ROUTES.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect([...new Set(names)].sort()).toEqual(['entryId', 'grantId', 'patientId', 'userId']);
  });
});

describe.each(guarded)('$name ($method $path)', (route) => {
  const params = ROUTE_SAMPLES.get(route.name)?.params ?? {};
  const path = pathOf(route.path, params);

  it.each([
    ['without a session', {}],
    ['with a secret that nobody has', { session: secret(99) }],
    ['with a secret of another shape', { session: "' OR 1=1 --" }],
    [
      'with two sessions',
      { headers: { cookie: `__Host-session=${secret(1)}; __Host-session=${secret(2)}` } },
    ],
    ['with a token in the header', { headers: { authorization: 'Bearer header.body.signature' } }],
  ])('refuses %s, and audits it', async (_how, options) => {
    const world = new World();
    const sample = ROUTE_SAMPLES.get(route.name);
    const response = await world.ask(route.method, path, {
      ...(sample && sampleOptions(sample)),
      ...options,
    });
    expect(response.status).toBe(401);
    expect(Object.keys(JSON.parse(response.body))).toEqual(['error', 'correlationId']);
    expect(world.events).toEqual([
      expect.objectContaining({
        action: route.audit.action,
        resourceType: route.audit.resourceType,
        who: null,
        outcome: 'refused',
        reason: 'noSession',
        from: '192.0.2.7',
        logVersion: 1,
      }),
    ]);
    expect(world.records.commits).toBe(0);
  });

  it('fails closed without a session when the audit log is away', async () => {
    const world = new World();
    world.auditFails = () => true;
    expect((await world.ask(route.method, path)).status).toBe(503);
  });

  it('refuses after the session is revoked', async () => {
    const world = new World();
    const session = await world.signIn('admin');
    await world.sessions.endOfUser(world.records.state.users[3]?.id ?? '', 'revoked', world.now);
    const response = await world.ask(route.method, path, { session, purpose: 'operations' });
    expect(response.status).toBe(401);
    expect(world.events.at(-1)).toMatchObject({ outcome: 'refused', reason: 'sessionOver' });
  });

  it('is not there for another method', async () => {
    const world = new World();
    const session = await world.signIn('admin');
    for (const method of ['PATCH', 'OPTIONS', 'HEAD', 'TRACE', route.method.toLowerCase()]) {
      expect((await world.ask(method, path, { session })).status).toBe(405);
    }
  });
});

describe.each(sampled)('$name, for somebody who may', (route) => {
  it('answers, and audits it once as allowed before it answers', async () => {
    const { world, sample, ask } = await prepared(route);
    const response = await ask();
    expect(response.status).toBeGreaterThanOrEqual(200);
    expect(response.status).toBeLessThan(300);
    const own = world.events.filter(({ action }) => action === route.audit.action);
    expect(own).toEqual([
      expect.objectContaining({
        outcome: 'allowed',
        resourceType: route.audit.resourceType,
        purpose: route.takesPurpose ? sampleOptions(sample).purpose : null,
        correlationId: response.headers.find(([name]) => name === 'X-Correlation-Id')?.[1],
      }),
    ]);
    expect(own[0]?.who).not.toBeNull();
  });

  it('fails closed when the audit log is away: nothing is told and nothing is changed', async () => {
    const { world, ask } = await prepared(route);
    const before = structuredClone(world.records.state);
    world.auditFails = () => true;
    const response = await ask();
    expect(response.status).toBe(503);
    expect(JSON.parse(response.body)).toMatchObject({ error: 'unavailable' });
    expect(world.records.state).toEqual(before);
  });

  it('fails closed when the policies cannot be asked', async () => {
    if (!route.takesPurpose) return;
    const { world, sample } = await prepared(route);
    const broken = new World({ authorizer: { decide: () => Promise.reject(new Error('away')) } });
    sample.given?.(broken.records.state);
    const session = await broken.signIn(sample.person);
    const response = await broken.ask(route.method, pathOf(route.path, sample.params), {
      ...sampleOptions(sample),
      session,
    });
    expect(response.status).toBe(503);
    expect(broken.events.at(-1)).toMatchObject({ outcome: 'failed', reason: 'unavailable' });
    expect(broken.records.commits).toBe(0);
    expect(world.records.commits).toBe(0);
  });

  it('permits nothing where the policies permit nothing', async () => {
    if (!route.takesPurpose) return;
    const { sample } = await prepared(route);
    const world = new World({
      authorizer: { decide: (asked) => Promise.resolve(asked.map(() => ({ allowed: false, policies: [] }))) },
    });
    sample.given?.(world.records.state);
    const session = await world.signIn(sample.person);
    const before = structuredClone(world.records.state);
    const response = await world.ask(route.method, pathOf(route.path, sample.params), {
      ...sampleOptions(sample),
      session,
    });
    expect(response.status).toBe(403);
    expect(world.events.at(-1)).toMatchObject({ outcome: 'refused', reason: 'notPermitted' });
    expect(world.records.state).toEqual(before);
  });

  it('refuses what another site sends', async () => {
    const { world, sample, session } = await prepared(route);
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: SETTINGS.origin },
      { 'sec-fetch-site': 'same-site', origin: SETTINGS.origin },
      ...(route.method === 'GET' ? [] : [{ origin: undefined }]),
    ]) {
      const response = await world.ask(route.method, pathOf(route.path, sample.params), {
        ...sampleOptions(sample),
        session,
        headers,
      });
      expect(response.status).toBe(403);
      expect(world.events.at(-1)).toMatchObject({ outcome: 'refused', reason: 'foreignOrigin' });
    }
  });

  it('asks for a purpose, of which there is one', async () => {
    if (!route.takesPurpose) return;
    const { world, sample, session } = await prepared(route);
    for (const value of [undefined, '', 'curiosity', ['treatment', 'treatment']]) {
      const response = await world.ask(route.method, pathOf(route.path, sample.params), {
        ...sampleOptions(sample),
        session,
        headers: { 'x-purpose-of-use': value },
      });
      expect(response.status).toBe(400);
    }
    expect(world.records.commits).toBe(0);
  });

  it('refuses a query', async () => {
    const { world, sample, session } = await prepared(route);
    const response = await world.ask(route.method, `${pathOf(route.path, sample.params)}?name=Example`, {
      ...sampleOptions(sample),
      session,
    });
    expect(response.status).toBe(400);
  });
});

describe('identifiers', () => {
  it.each(['physician', 'nurse', 'billing', 'admin', 'patient'] as const)(
    'are read by no %s',
    async (person) => {
      const world = new World();
      const session = await world.signIn(person);
      const path = pathOf(
        '/patients/{patientId}/record/identifiers',
        ROUTE_SAMPLES.get('readRecord')?.params ?? {},
      );
      for (const purpose of ['treatment', 'payment', 'operations', 'patientRequest', 'emergency'] as const) {
        expect((await world.ask('GET', path, { session, purpose })).status).toBe(403);
      }
    },
  );
});

describe.each(ROUTES.filter(({ access, audit }) => access === 'public' && audit !== null))(
  '$name, for everybody',
  (route) => {
    it.each([
      ['without a body', {}],
      ['from another site', { body: {}, headers: { origin: 'https://elsewhere.example' } }],
      ['from nowhere', { body: {}, headers: { origin: undefined } }],
      ['with a body of another shape', { body: { idToken: 1, state: 2 } }],
      ['with a query', { body: {}, query: true }],
    ])(
      'refuses what comes %s, audits it, and fails closed',
      async (_how, { query, ...options }: AskOptions & { query?: boolean }) => {
        const world = new World();
        const path = query === true ? `${route.path}?a=1` : route.path;
        const response = await world.ask(route.method, path, options);
        expect([400, 403, 415]).toContain(response.status);
        expect(world.events).toEqual([
          expect.objectContaining({ action: route.audit?.action, outcome: 'refused', who: null }),
        ]);
        world.auditFails = () => true;
        expect((await world.ask(route.method, path, options)).status).toBe(503);
      },
    );
  },
);

describe.each(ROUTES.filter(({ access, audit }) => access === 'public' && audit === null))(
  '$name, the same for everybody',
  (route) => {
    it('is not audited, and answers without the audit log', async () => {
      const world = new World();
      world.auditFails = () => true;
      expect((await world.ask(route.method, route.path)).status).toBeLessThan(400);
    });

    it('is refused with a body, which is audited, and fails closed', async () => {
      const world = new World();
      const ask = () => world.ask(route.method, route.path, { body: { name: 'Examplefamily' } });
      expect((await ask()).status).toBe(400);
      expect(world.events).toEqual([
        expect.objectContaining({ action: 'unknown', outcome: 'refused', reason: 'badRequest', who: null }),
      ]);
      world.auditFails = () => true;
      expect((await ask()).status).toBe(503);
    });
  },
);
