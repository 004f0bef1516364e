import { hashSecret } from '../../../../lambda/records/use-cases/session-secret';
import { PATIENT, type Person, subjectOf, USERS } from '../support/people';
import { SIGN_IN_SECRET, secret, World } from '../support/world';

const MINUTE_MS = 60_000;
const RECORD = `/patients/${PATIENT}/record`;

function read(world: World, session: string) {
  return world.ask('GET', RECORD, { session, purpose: 'treatment' });
}

function open(
  world: World,
  token: string,
  cookies: Record<string, string> = { '__Host-sign-in': SIGN_IN_SECRET },
) {
  return world.ask('POST', '/session', { cookies, body: { idToken: token } });
}

function cookies(response: { headers: readonly (readonly [string, string])[] }): readonly string[] {
  return response.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
}

describe('a session over time', () => {
  it('lives as long as there is a request within 15 minutes', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    for (let requests = 0; requests < 10; requests += 1) {
      world.wait(15 * MINUTE_MS - 1);
      expect((await read(world, session)).status).toBe(200);
    }
  });

  it('is over after 15 minutes without one, for good, and that is audited', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    world.wait(15 * MINUTE_MS);
    expect((await read(world, session)).status).toBe(401);
    expect(world.events.slice(-2)).toEqual([
      expect.objectContaining({ action: 'sessionEnd', reason: 'idle', who: USERS.physician }),
      expect.objectContaining({
        action: 'read',
        outcome: 'refused',
        reason: 'sessionOver',
        who: USERS.physician,
      }),
    ]);
    world.now = new Date(world.now.getTime() - 14 * MINUTE_MS);
    expect((await read(world, session)).status).toBe(401);
  });

  it('is over after 8 hours, however busy', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    for (let minutes = 0; minutes < 470; minutes += 10) {
      world.wait(10 * MINUTE_MS);
      expect((await read(world, session)).status).toBe(200);
    }
    world.wait(10 * MINUTE_MS);
    expect((await read(world, session)).status).toBe(401);
    expect(world.events.at(-2)).toMatchObject({ action: 'sessionEnd', reason: 'absolute' });
  });

  it('is kept alive by refused requests too, which are of the same person', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    world.wait(10 * MINUTE_MS);
    expect((await world.ask('GET', RECORD, { session, purpose: 'payment' })).status).toBe(403);
    world.wait(10 * MINUTE_MS);
    expect((await read(world, session)).status).toBe(200);
  });

  it('is one for each user: a new one ends the old one, and that is audited', async () => {
    const world = new World();
    const first = await world.signIn('physician');
    const other = await world.signIn('nurse');
    const second = await world.signIn('physician');
    expect((await read(world, first)).status).toBe(401);
    expect((await read(world, second)).status).toBe(200);
    expect((await read(world, other)).status).toBe(200);
    expect(world.events.filter(({ action }) => action === 'sessionEnd')).toEqual([
      expect.objectContaining({
        reason: 'replaced',
        who: USERS.physician,
        resourceId: world.sessions.stored.get(hashSecret(first))?.id,
      }),
    ]);
  });

  it('does not end the old one when the new one cannot be audited', async () => {
    const world = new World();
    const first = await world.signIn('physician');
    world.auditFails = ({ action }) => action === 'sessionOpen';
    expect((await open(world, world.tokenOf('physician'))).status).toBe(503);
    world.auditFails = false;
    expect((await read(world, first)).status).toBe(200);
  });

  it('is over at once when an administrator revokes it', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    const admin = await world.signIn('admin');
    const path = `/users/${USERS.physician}/session`;
    expect((await world.ask('DELETE', path, { session: admin, purpose: 'operations' })).status).toBe(204);
    expect((await read(world, session)).status).toBe(401);
    expect(world.events.some(({ action, reason }) => action === 'sessionEnd' && reason === 'revoked')).toBe(
      true,
    );
  });

  it.each(['physician', 'nurse', 'billing', 'patient'] as const)('is revoked by no %s', async (person) => {
    const world = new World();
    const session = await world.signIn(person);
    for (const purpose of ['operations', 'treatment', 'payment', 'patientRequest'] as const) {
      expect((await world.ask('DELETE', `/users/${USERS.admin}/session`, { session, purpose })).status).toBe(
        403,
      );
    }
  });

  it('is over when the role changes or the person leaves', async () => {
    for (const body of [
      { subject: 'subject-physician', role: 'nurse', active: true },
      { subject: 'subject-physician', role: 'physician', active: false },
    ]) {
      const world = new World();
      const session = await world.signIn('physician');
      const admin = await world.signIn('admin');
      const path = `/staff/${USERS.physician}`;
      expect((await world.ask('PUT', path, { session: admin, purpose: 'operations', body })).status).toBe(
        204,
      );
      expect((await read(world, session)).status).toBe(401);
    }
  });

  it('is over when the own record is linked to somebody else', async () => {
    const world = new World();
    const session = await world.signIn('patient');
    const admin = await world.signIn('admin');
    const own = () => world.ask('GET', RECORD, { session, purpose: 'patientRequest' });
    expect((await own()).status).toBe(200);
    const path = `/patients/${PATIENT}/account`;
    await world.ask('PUT', path, { session: admin, purpose: 'operations', body: { subject: null } });
    expect((await own()).status).toBe(401);
  });

  it('ends by signing out, clears the browser, and is over though the audit log is away', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    const response = await world.ask('DELETE', '/session', { session });
    expect(response.status).toBe(204);
    expect(response.headers).toContainEqual(['Clear-Site-Data', '"cache", "cookies", "storage"']);
    expect(cookies(response)).toContain(
      '__Host-session=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0',
    );
    expect((await read(world, session)).status).toBe(401);

    const again = await world.signIn('physician');
    world.auditFails = () => true;
    expect((await world.ask('DELETE', '/session', { session: again })).status).toBe(503);
    world.auditFails = false;
    expect((await read(world, again)).status).toBe(401);
  });

  it('is refused when it ends between being found and being used', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    const { sessions } = world;
    const touch = sessions.touch.bind(sessions);
    sessions.touch = async (hash, at) => {
      await sessions.end(hash, 'revoked', at);
      return touch(hash, at);
    };
    expect((await read(world, session)).status).toBe(401);
  });
});

describe('opening a session', () => {
  it('sets a cookie that no script reads, no other site sends and no other host gets', async () => {
    const world = new World();
    const response = await open(world, world.tokenOf('physician'));
    expect(response.status).toBe(201);
    expect(cookies(response)).toEqual([
      `__Host-session=${secret(1)}; Path=/; Secure; HttpOnly; SameSite=Strict`,
      '__Host-sign-in=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0',
    ]);
    expect(JSON.parse(response.body)).toEqual({ role: 'physician', idleMs: 900_000 });
    expect(JSON.stringify([...world.sessions.stored])).not.toContain(secret(1));
  });

  it.each<[string, Person, object, string]>([
    ['of a shared login', 'physician', { person: false }, 'notAPerson'],
    ['without a second factor', 'physician', { methods: ['pwd'] }, 'noSecondFactor'],
    ['of another browser', 'physician', { nonce: 'other' }, 'nonceMismatch'],
    ['that is old', 'physician', { authenticatedAt: new Date('2026-01-15T11:00:00Z') }, 'staleSignIn'],
    ['of somebody unknown', 'physician', { subject: 'nobody' }, 'unknownUser'],
    ['of another group', 'physician', { groups: ['admin'] }, 'groupMismatch'],
  ])('refuses a token %s, says no more than that, and audits why', async (_what, person, changes, reason) => {
    const world = new World();
    const response = await open(world, world.tokenOf(person, changes));
    expect(response.status).toBe(401);
    expect(JSON.parse(response.body)).toMatchObject({ error: 'signInRefused' });
    expect(cookies(response)).toEqual([]);
    expect(world.events).toEqual([
      expect.objectContaining({ action: 'sessionOpen', outcome: 'refused', reason }),
    ]);
    expect(world.sessions.stored.size).toBe(0);
  });

  it('refuses machines and those who left, by the directory', async () => {
    for (const changes of [{ kind: 'service' as const }, { active: false }]) {
      const world = new World();
      world.records.state.users = world.records.state.users.map((user) => ({ ...user, ...changes }));
      expect((await open(world, world.tokenOf('nurse'))).status).toBe(401);
      expect(world.events.at(-1)).toMatchObject({ who: USERS.nurse, sessionId: null, outcome: 'refused' });
    }
  });

  it('refuses a token that does not hold, and one for which no sign-in was begun here', async () => {
    const world = new World();
    expect((await open(world, 'not.a.token')).status).toBe(401);
    expect((await open(world, world.tokenOf('nurse'), {})).status).toBe(401);
    expect((await open(world, world.tokenOf('nurse'), { '__Host-sign-in': secret(7) })).status).toBe(401);
    expect(world.events.map(({ reason }) => reason)).toEqual([
      'tokenRefused',
      'nonceMismatch',
      'nonceMismatch',
    ]);
  });

  it('is unavailable, and audited as failed, when the keys are away', async () => {
    const world = new World();
    world.verifierFails = true;
    expect((await open(world, 'a.b.c')).status).toBe(503);
    expect(world.events).toEqual([expect.objectContaining({ outcome: 'failed', reason: 'unavailable' })]);
  });

  it('hears nothing more from an address that failed ten times, for a while', async () => {
    const world = new World();
    for (let tries = 0; tries < 10; tries += 1) expect((await open(world, 'not.a.token')).status).toBe(401);
    expect((await open(world, world.tokenOf('nurse'))).status).toBe(429);
    expect(world.events.at(-1)).toMatchObject({ reason: 'tooManyFailures', outcome: 'refused' });
    world.wait(15 * MINUTE_MS);
    expect((await open(world, world.tokenOf('nurse'))).status).toBe(201);
  });

  it('refuses what another site sends', async () => {
    const world = new World();
    const response = await world.ask('POST', '/session', {
      cookies: { '__Host-sign-in': SIGN_IN_SECRET },
      body: { idToken: world.tokenOf('nurse') },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
    expect(world.sessions.stored.size).toBe(0);
    expect(world.events).toEqual([
      expect.objectContaining({ action: 'sessionOpen', reason: 'foreignOrigin' }),
    ]);
  });

  it('takes the role from the directory, never from the token', async () => {
    const world = new World();
    const token = world.tokenOf('nurse', { subject: subjectOf('nurse'), groups: [] });
    expect(JSON.parse((await open(world, token)).body)).toMatchObject({ role: 'nurse' });
  });
});

describe('signing in', () => {
  it('goes to the provider with code, PKCE, state and nonce, and remembers one secret', async () => {
    const world = new World();
    const response = await world.ask('GET', '/sign-in');
    expect(response.status).toBe(303);
    const location = new URL(response.headers.find(([name]) => name === 'Location')?.[1] ?? '');
    expect(location.origin + location.pathname).toBe('https://sign-in.example/oauth2/authorize');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'https://records.example/',
      scope: 'openid',
      prompt: 'login',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(location.href).not.toContain(secret(1));
    expect(cookies(response)).toEqual([
      `__Host-sign-in=${secret(1)}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=600`,
    ]);
  });

  it('takes no session out of two, though one of them lives', async () => {
    const world = new World();
    const session = await world.signIn('physician');
    for (const cookie of [
      `__Host-session=${session}; __Host-session=${secret(98)}`,
      `__Host-session=${secret(98)}; __Host-session=${session}`,
      [`__Host-session=${session}`, `__Host-session=${session}`],
    ]) {
      const response = await world.ask('DELETE', '/session', { headers: { cookie } });
      expect(response.status).toBe(401);
    }
    expect((await world.ask('DELETE', '/session', { session })).status).toBe(204);
  });

  it('gives the verifier to the browser that began, for the state that it began with', async () => {
    const world = new World();
    const started = await world.ask('GET', '/sign-in');
    const location = new URL(started.headers.find(([name]) => name === 'Location')?.[1] ?? '');
    const state = location.searchParams.get('state');
    const exchange = (begun: Record<string, string>, body: object) =>
      world.ask('POST', '/sign-in/exchange', { cookies: begun, body });
    const own = { '__Host-sign-in': secret(1) };
    const answer = JSON.parse((await exchange(own, { state })).body);
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(answer.verifier).digest('base64url')).toBe(
      location.searchParams.get('code_challenge'),
    );
    expect(world.events).toEqual([expect.objectContaining({ action: 'signIn', outcome: 'allowed' })]);
    expect((await exchange({}, { state })).status).toBe(401);
    expect(world.events.at(-1)).toMatchObject({ outcome: 'refused', reason: 'nonceMismatch' });
    expect((await exchange({ '__Host-sign-in': secret(2) }, { state })).status).toBe(401);
    expect((await exchange(own, { state: secret(1) })).status).toBe(401);
    expect((await exchange(own, {})).status).toBe(400);
  });
});
