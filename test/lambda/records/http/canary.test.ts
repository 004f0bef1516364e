import type { SessionRoute } from '../../../../lambda/records/http/route';
import { ROUTES } from '../../../../lambda/records/http/routes/routes';
import { PATIENT } from '../support/people';
import { pathOf, ROUTE_SAMPLES, type RouteSample, sampleOptions } from '../support/route-samples';
import { World } from '../support/world';

const CANARY = 'Zebrafink';

/** The same text in each field that takes one, and in fields that take none. */
function planted(value: unknown): unknown {
  if (typeof value === 'string') return CANARY;
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one)]));
  }
  return value;
}

/** The body with one field planted and the others as they must be. */
function plantedEach(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  return [
    ...Object.keys(body).map((key) => ({ ...body, [key]: `${CANARY} was here` })),
    { ...body, [CANARY]: CANARY },
    planted(body),
    CANARY,
    [CANARY],
  ];
}

/** All that leaves for others than the one who asked. */
function watched(world: World): string {
  return JSON.stringify([world.events, world.reports, world.alerts]);
}

const routes = ROUTES.filter((route): route is SessionRoute => ROUTE_SAMPLES.has(route.name));

const HEADERS = {
  'user-agent': CANARY,
  referer: `https://records.example/${CANARY}`,
  'x-forwarded-for': CANARY,
  'x-correlation-id': CANARY,
};

const BREAKS: readonly ((world: World) => void)[] = [
  () => undefined,
  (world) => {
    world.records.commitFails = true;
  },
  (world) => {
    world.alertsFail = true;
  },
  (world) => {
    world.auditFails = () => true;
  },
];

async function plant(
  route: SessionRoute,
  sample: RouteSample,
  body: unknown,
  breaks: (world: World) => void,
) {
  const world = new World();
  sample.given?.(world.records.state);
  const session = await world.signIn(sample.person);
  breaks(world);
  const response = await world.ask(route.method, pathOf(route.path, sample.params), {
    ...sampleOptions(sample),
    session,
    body,
    headers: HEADERS,
  });
  const told = response.status >= 400 ? response.body : '';
  return watched(world) + JSON.stringify(response.headers) + told;
}

describe('PHI that is planted', () => {
  it.each(routes)(
    'in every input of $name appears in no log, alert, audit record or error',
    async (route) => {
      const sample = ROUTE_SAMPLES.get(route.name);
      if (sample === undefined) throw new Error('there must be a sample');
      const bodies = sample.body === undefined ? [undefined] : plantedEach(sample.body);
      for (const body of bodies) {
        for (const breaks of BREAKS) {
          expect(await plant(route, sample, body, breaks)).not.toContain(CANARY);
        }
      }
    },
  );

  it.each([
    ['the path', `/${CANARY}`, {}],
    ['an id', `/patients/${CANARY}/record`, {}],
    ['a query', `/patients/${PATIENT}/record?name=${CANARY}`, {}],
    ['a purpose', `/patients/${PATIENT}/record`, { 'x-purpose-of-use': CANARY }],
    ['a version', `/patients/${PATIENT}/record`, { 'if-match': CANARY }],
    ['a cookie', `/patients/${PATIENT}/record`, { cookie: `__Host-session=${CANARY}` }],
    ['an origin', `/patients/${PATIENT}/record`, { origin: `https://${CANARY}.example` }],
    ['a method', `/patients/${PATIENT}/record`, { ':method': CANARY }],
  ])('in %s appears nowhere', async (_where, path, headers) => {
    const world = new World();
    const session = await world.signIn('physician');
    const method = ':method' in headers ? CANARY : 'GET';
    const response = await world.ask(method, path, { session, headers });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(watched(world) + JSON.stringify(response)).not.toContain(CANARY);
  });

  it('in a stored record is told to whoever may see it, and to no log', async () => {
    const world = new World();
    const record = world.records.state.records[PATIENT];
    world.records.state.records[PATIENT] = JSON.parse(
      JSON.stringify(record).replaceAll('Examplefamily', CANARY).replaceAll('Wheezing', CANARY),
      (key, value) => (key === 'recordedAt' ? new Date(value) : value),
    );
    const session = await world.signIn('physician');
    const response = await world.ask('GET', `/patients/${PATIENT}/record`, { session, purpose: 'treatment' });
    expect(response.body).toContain(CANARY);
    expect(watched(world)).not.toContain(CANARY);
  });

  it('in the message of a failure goes no further', async () => {
    class CanaryError extends Error {}
    const fail = () => Promise.reject(new CanaryError(`duplicate key (${CANARY})`));
    const world = new World({ work: { run: fail } });
    const session = await world.signIn('physician');
    const response = await world.ask('GET', `/patients/${PATIENT}/record`, { session, purpose: 'treatment' });
    expect(response.status).toBe(503);
    expect(world.reports.at(-1)).toMatchObject({ errorClass: 'CanaryError' });
    expect(watched(world) + JSON.stringify(response)).not.toContain(CANARY);
  });

  it("and a patient's id appear in no audit record, log or alert", async () => {
    for (const route of routes) {
      const sample = ROUTE_SAMPLES.get(route.name);
      if (sample?.params.patientId === undefined && route.name !== 'openBreakGlass') continue;
      const world = new World();
      const session = await world.signIn(sample?.person ?? 'admin');
      await world.ask(route.method, pathOf(route.path, sample?.params ?? {}), {
        ...(sample && sampleOptions(sample)),
        session,
      });
      expect(watched(world)).not.toContain(PATIENT);
    }
  });
});
