import { albResult } from '../../../../lambda/records/http/alb-event';
import { LARGEST_BODY } from '../../../../lambda/records/http/http-message';
import { ROUTES } from '../../../../lambda/records/http/routes/routes';
import { serviceSettings } from '../../../../lambda/records/http/settings';
import { DEMOGRAPHICS, FULL_RECORD, PATIENT } from '../support/people';
import { requestOf, SETTINGS, secret, World } from '../support/world';

const RECORD = `/patients/${PATIENT}/record`;

async function admin() {
  const world = new World();
  return { world, session: await world.signIn('admin') };
}

function header(
  response: { headers: readonly (readonly [string, string])[] },
  name: string,
): string | undefined {
  return response.headers.find(([own]) => own === name)?.[1];
}

describe('a body', () => {
  const post = async (change: (bytes: Uint8Array) => Uint8Array, headers = {}) => {
    const { world, session } = await admin();
    const request = requestOf('POST', '/patients', {
      session,
      purpose: 'operations',
      body: DEMOGRAPHICS,
      headers,
    });
    const response = await world.handle({ ...request, body: change(request.body) });
    return { world, response };
  };

  it.each([
    ['of another type', 'text/plain'],
    ['of a form', 'application/x-www-form-urlencoded'],
    ['in another character set', 'application/json; charset=utf-16'],
    ['of no type', undefined],
    ['of two types', ['application/json', 'text/plain']],
    ['of JSON with a boundary', 'application/json; boundary=x'],
  ])('%s is refused', async (_what, type) => {
    const { world, response } = await post((bytes) => bytes, { 'content-type': type });
    expect([400, 415]).toContain(response.status);
    expect(world.records.commits).toBe(0);
  });

  it('of JSON in UTF-8 is taken', async () => {
    const { response } = await post((bytes) => bytes, {
      'content-type': 'application/json; charset="UTF-8"',
    });
    expect(response.status).toBe(201);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, number]>([
    ['over the limit', () => new Uint8Array(LARGEST_BODY + 1).fill(32), 413],
    ['at the limit that is no JSON', () => new Uint8Array(LARGEST_BODY).fill(32), 400],
    ['that is empty', () => new Uint8Array(), 400],
    ['that is cut off', (bytes) => bytes.subarray(0, -1), 400],
    ['that is not UTF-8', () => Uint8Array.from([0x22, 0xff, 0x22]), 400],
    ['that is a list', () => new TextEncoder().encode('[]'), 400],
    ['that is null', () => new TextEncoder().encode('null'), 400],
    ['nested a thousand deep', () => new TextEncoder().encode('['.repeat(30_000) + ']'.repeat(30_000)), 400],
    [
      'with a field that nobody asked for',
      () => new TextEncoder().encode(JSON.stringify({ ...DEMOGRAPHICS, role: 'admin' })),
      400,
    ],
    [
      'with a prototype',
      () => new TextEncoder().encode(JSON.stringify(DEMOGRAPHICS).replace('{', '{"__proto__":{"x":1},')),
      400,
    ],
  ])('%s is refused', async (_what, change, status) => {
    const { world, response } = await post(change);
    expect(response.status).toBe(status);
    expect(world.records.commits).toBe(0);
    expect(world.events.at(-1)).toMatchObject({ action: 'write', outcome: 'refused' });
  });

  it('where none is taken is refused', async () => {
    const { world, session } = await admin();
    const response = await world.ask('GET', RECORD, { session, purpose: 'operations', body: {} });
    expect(response.status).toBe(400);
  });
});

describe('headers', () => {
  it.each([
    [{ 'content-length': ['5', '6'] }],
    [{ 'content-length': '-1' }],
    [{ 'content-length': '0x10' }],
    [{ 'content-length': '99' }],
    [{ 'content-length': '1', 'transfer-encoding': 'chunked' }],
    [{ host: ['records.example', 'elsewhere.example'] }],
    [{ origin: [SETTINGS.origin, SETTINGS.origin] }],
    [{ 'if-match': ['"1"', '"2"'] }],
    [{ 'sec-fetch-site': ['same-origin', 'cross-site'] }],
    [{ 'x-purpose-of-use': ['treatment', 'operations'] }],
  ])('that contradict each other are refused: %j', async (headers) => {
    const { world, session } = await admin();
    const response = await world.ask('GET', RECORD, { session, purpose: 'operations', headers });
    expect(response.status).toBe(400);
    expect(world.events.at(-1)).toMatchObject({
      action: 'unknown',
      outcome: 'refused',
      reason: 'badRequest',
    });
  });

  it('in several lines of cookies are one', async () => {
    const { world, session } = await admin();
    const headers = { cookie: ['theme=dark', `__Host-session=${session}`] };
    const response = await world.ask('GET', RECORD, { purpose: 'operations', headers });
    expect(response.status).toBe(200);
  });

  it('with two sessions are of none, though one of them lives', async () => {
    const { world, session } = await admin();
    const [first, second] = [`__Host-session=${session}`, `__Host-session=${secret(99)}`];
    for (const cookie of [
      `${first}; ${second}`,
      `${second}; ${first}`,
      `${first}; ${first}`,
      [first, second],
    ]) {
      expect((await world.ask('GET', RECORD, { purpose: 'operations', headers: { cookie } })).status).toBe(
        401,
      );
    }
  });

  it('do not let a cookie of another name pass for ours', async () => {
    const { world, session } = await admin();
    for (const cookie of [`X__Host-session=${session}`, `__host-session=${session}`, `session=${session}`]) {
      expect((await world.ask('GET', RECORD, { purpose: 'operations', headers: { cookie } })).status).toBe(
        401,
      );
    }
  });

  it.each(['1', 'W/"1"', '*', '"1", "2"', '"-1"', '"1e3"', '"12345678901"', ''])(
    'that name no version are refused: %s',
    async (value) => {
      const { world, session } = await admin();
      const response = await world.ask('PUT', `${RECORD}/demographics`, {
        session,
        purpose: 'operations',
        body: DEMOGRAPHICS,
        headers: { 'if-match': value },
      });
      expect(response.status).toBe(428);
    },
  );
});

describe('a path', () => {
  it.each([
    '',
    '//',
    '/admin',
    '/patients',
    '/PATIENTS/search',
    '/patients/../staff',
    `/patients/${PATIENT}/../${PATIENT}/record`,
    `/patients/${PATIENT}//record`,
    `/patients/${PATIENT}/record/`,
    `/patients/${PATIENT.toUpperCase()}/RECORD`,
    '/patients/1/record',
    '/patients/%2e%2e/record',
    `/patients/${PATIENT}%00/record`,
    `/patients/${PATIENT};x=1/record`,
    '/page.js/..%2f..%2fetc%2fpasswd',
    '/../../../../etc/passwd',
    '/page.js.map',
    '/.env',
    '/__proto__',
    '/patients/{patientId}/record',
    'https://elsewhere.example/patients',
    `/${'a'.repeat(100_000)}`,
  ])('that is none of ours is not found, audited, and repeated nowhere: %.60s', async (path) => {
    const { world, session } = await admin();
    const response = await world.ask('GET', path, { session, purpose: 'operations' });
    expect([404, 405]).toContain(response.status);
    expect(world.events.at(-1)).toMatchObject({
      action: 'unknown',
      resourceType: 'service',
      resourceId: null,
      patientTokens: [],
      outcome: 'refused',
    });
    expect(JSON.parse(response.body)).toEqual({
      error: expect.stringMatching(/^(notFound|methodNotAllowed)$/),
      correlationId: header(response, 'X-Correlation-Id'),
    });
    expect(world.reports.at(-1)).toMatchObject({ route: 'none' });
  });

  it('that is none of ours is answered only after it is audited', async () => {
    const world = new World();
    world.auditFails = () => true;
    expect((await world.ask('GET', '/admin')).status).toBe(503);
  });
});

describe('every answer', () => {
  it('is stored, framed, sniffed and referred to by nobody', async () => {
    const { world, session } = await admin();
    const answers = [
      await world.ask('GET', RECORD, { session, purpose: 'operations' }),
      await world.ask('GET', RECORD),
      await world.ask('GET', '/nothing'),
      ...(await Promise.all(
        ROUTES.filter(({ access, method }) => access === 'public' && method === 'GET').map(({ path }) =>
          world.ask('GET', path),
        ),
      )),
    ];
    for (const answer of answers) {
      expect(header(answer, 'Cache-Control')).toBe('no-store');
      expect(header(answer, 'Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
      expect(header(answer, 'X-Content-Type-Options')).toBe('nosniff');
      expect(header(answer, 'X-Frame-Options')).toBe('DENY');
      expect(header(answer, 'Referrer-Policy')).toBe('no-referrer');
      expect(header(answer, 'Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(header(answer, 'Cross-Origin-Resource-Policy')).toBe('same-origin');
      const policy = header(answer, 'Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("connect-src 'self' https://sign-in.example;");
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(header(answer, 'Server')).toBeUndefined();
    }
  });

  it('carries the same id as the audit log and the log for operators', async () => {
    const { world, session } = await admin();
    const answer = await world.ask('GET', RECORD, { session, purpose: 'operations' });
    const id = header(answer, 'X-Correlation-Id');
    expect(world.events.at(-1)?.correlationId).toBe(id);
    expect(world.reports.at(-1)).toEqual({
      correlationId: id,
      route: 'readRecord',
      status: 200,
      durationMs: 0,
      errorClass: null,
    });
  });
});

describe('the page', () => {
  it('is the same for everybody, and audited for nobody', async () => {
    const world = new World();
    world.auditFails = () => true;
    const answers = await Promise.all(['/', '/?code=x&state=y', '/'].map((path) => world.ask('GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(world.events).toEqual([]);
  });

  it('has no script or style of its own, and writes to no storage', async () => {
    const world = new World();
    const { body } = await world.ask('GET', '/');
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
    const script = (await world.ask('GET', '/page.js')).body;
    expect(script).not.toMatch(
      /localStorage|sessionStorage|indexedDB|document\.cookie|caches\b|innerHTML|eval\(/,
    );
    expect(() => new Function(`async () => {${script}}`)).not.toThrow();
  });

  it('escapes what it is set up with', async () => {
    const tokenUrl = 'https://sign-in.example/%22%3E<script>"&';
    const world = new World({}, { ...SETTINGS, signIn: { ...SETTINGS.signIn, tokenUrl } });
    const { body } = await world.ask('GET', '/');
    expect(body).toContain('data-token-url="https://sign-in.example/%22%3E&lt;script>&quot;&amp;"');
  });
});

describe('a record that is larger than what a load balancer passes on', () => {
  const [note] = FULL_RECORD.notes;
  const long = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      version: 1,
      authorId: note?.authorId ?? '',
      recordedAt: new Date('2026-01-10T12:00:00.000Z'),
      content: { text: '"'.repeat(20_000), writtenOn: '2026-01-10' },
    }));

  it('is refused with a code, audited as failed, and can be asked for in parts', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    Object.assign(world.records.state.records, { [PATIENT]: { ...FULL_RECORD, notes: long(25) } });
    const ask = (path: string) => world.ask('GET', path, { session, purpose: 'treatment' });
    const response = await ask(RECORD);
    expect([response.status, Object.keys(JSON.parse(response.body))]).toEqual([
      422,
      ['error', 'correlationId'],
    ]);
    expect(world.events.at(-1)).toMatchObject({
      action: 'read',
      outcome: 'failed',
      reason: 'answerTooLarge',
      patientTokens: [expect.stringMatching(/^tok-/)],
    });
    expect((await ask(`${RECORD}/vitals`)).status).toBe(200);
  });

  it('is answered as long as it fits', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    Object.assign(world.records.state.records, { [PATIENT]: { ...FULL_RECORD, notes: long(10) } });
    const response = await world.ask('GET', RECORD, { session, purpose: 'treatment' });
    expect(response.status).toBe(200);
    expect(JSON.stringify(albResult(response)).length).toBeLessThan(1_048_576);
  });
});

describe('the settings', () => {
  it.each([
    [{ origin: 'http://records.example' }, "'origin' must be an https: address"],
    [{ origin: 'https://records.example/' }, "'origin' must be an origin without a path"],
    [{ signIn: { ...SETTINGS.signIn, tokenUrl: 'http://sign-in.example' } }, "'tokenUrl' must be"],
    [
      { signIn: { ...SETTINGS.signIn, authorizeUrl: 'https://a:b@sign-in.example/' } },
      "'authorizeUrl' must be",
    ],
    [{ signIn: { ...SETTINGS.signIn, logoutUrl: '' } }, "'logoutUrl' must be"],
    [{ signIn: { ...SETTINGS.signIn, clientId: 'a b' } }, "'clientId' must be"],
  ])('are refused: %j', (changes, message) => {
    expect(() => serviceSettings({ ...SETTINGS, ...changes })).toThrow(message);
  });
});
