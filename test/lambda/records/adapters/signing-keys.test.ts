import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { CognitoTokenVerifier } from '../../../../lambda/records/adapters/cognito-token-verifier';
import { relaySigningKeys } from '../../../../lambda/records/adapters/relay-signing-keys';
import { SsmSigningKeys } from '../../../../lambda/records/adapters/ssm-signing-keys';

const POOL = 'us-east-1_Ab12Cd34E';
const CLIENT = 'client';
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`;

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const own = pair();
const jwkOf = (publicKey: KeyObject, kid: string) => ({
  ...(publicKey.export({ format: 'jwk' }) as { n: string; e: string; kty: 'RSA' }),
  kid,
  alg: 'RS256',
  use: 'sig',
});
const KEY = jwkOf(own.publicKey, 'key-1');

const ssm = mockClient(SSMClient);
const client = new SSMClient({ region: 'us-east-1' });
beforeEach(() => ssm.reset());

let now = new Date();
const clock = { now: () => now };
const later = (ms: number) => new Date(now.getTime() + ms);
const HOUR_MS = 3_600_000;

const stored = (fetchedAt: Date, keys: readonly object[] = [KEY]) => ({
  Parameter: { Value: JSON.stringify({ fetchedAt: fetchedAt.toISOString(), keys }) },
});

describe('SsmSigningKeys', () => {
  beforeEach(() => {
    now = new Date('2026-01-15T12:00:00.000Z');
  });

  it('reads the keys once in ten minutes', async () => {
    ssm.on(GetParameterCommand).resolves(stored(now));
    const keys = new SsmSigningKeys(client, '/records/keys', clock);
    expect(await keys.current()).toEqual({ keys: [KEY] });
    now = later(10 * 60_000 - 1);
    await keys.current();
    expect(ssm.commandCalls(GetParameterCommand)).toHaveLength(1);
    now = later(1);
    await keys.current();
    expect(ssm.commandCalls(GetParameterCommand)).toHaveLength(2);
    expect(ssm.commandCalls(GetParameterCommand)[0]?.args[0].input).toEqual({ Name: '/records/keys' });
  });

  it('goes on with keys that are young enough while the parameter cannot be asked, and then no more', async () => {
    ssm.on(GetParameterCommand).resolvesOnce(stored(now)).rejects(new Error('away'));
    const keys = new SsmSigningKeys(client, '/records/keys', clock);
    await keys.current();
    now = later(24 * HOUR_MS - 1);
    expect(await keys.current()).toEqual({ keys: [KEY] });
    now = later(1);
    await expect(keys.current()).rejects.toThrow('the signing keys must be younger than a day');
    await expect(keys.current()).rejects.toThrow('away');
  });

  it.each([
    [
      'is absent',
      () => ssm.on(GetParameterCommand).rejects(new ParameterNotFound({ message: '', $metadata: {} })),
    ],
    ['was never filled', () => ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '{}' } })],
    ['is no JSON', () => ssm.on(GetParameterCommand).resolves({ Parameter: { Value: 'x' } })],
    ['has no keys', () => ssm.on(GetParameterCommand).resolves(stored(now, []))],
    [
      'has keys of another kind',
      () => ssm.on(GetParameterCommand).resolves(stored(now, [{ ...KEY, alg: 'HS256' }])),
    ],
    ['is a day old', () => ssm.on(GetParameterCommand).resolves(stored(later(-24 * HOUR_MS)))],
    ['is of the future', () => ssm.on(GetParameterCommand).resolves(stored(later(HOUR_MS)))],
  ])('fails closed when the parameter %s', async (_case, prepare) => {
    prepare();
    await expect(new SsmSigningKeys(client, '/records/keys', clock).current()).rejects.toThrow();
  });
});

describe('relaySigningKeys', () => {
  const asked: string[] = [];
  const relay = (body: unknown, ok = true) =>
    relaySigningKeys({
      userPoolId: POOL,
      parameter: '/records/keys',
      clock,
      client,
      get: async (url, options) => {
        asked.push(url);
        expect(options).toMatchObject({ redirect: 'error', signal: expect.any(AbortSignal) });
        return { ok, text: async () => (typeof body === 'string' ? body : JSON.stringify(body)) };
      },
    });

  it('stores the public parts of the pool’s keys, and nothing else', async () => {
    await relay({ keys: [{ ...KEY, d: 'private', x5c: ['…'] }], more: true });
    expect(asked).toEqual([`${ISSUER}/.well-known/jwks.json`]);
    const input = ssm.commandCalls(PutParameterCommand)[0]?.args[0].input;
    expect(input).toMatchObject({ Name: '/records/keys', Type: 'String', Overwrite: true });
    expect(JSON.parse(input?.Value ?? '')).toEqual({ fetchedAt: now.toISOString(), keys: [KEY] });
    expect(Buffer.byteLength(input?.Value ?? '')).toBeLessThan(4_096);
  });

  it.each([
    ['an error', 'x', false],
    ['no JSON', '<html>', true],
    ['no keys', { keys: [] }, true],
    ['too many keys', { keys: Array.from({ length: 5 }, () => KEY) }, true],
    ['symmetric keys', { keys: [{ kty: 'oct', k: 'AAAA', kid: '1', alg: 'HS256', use: 'sig' }] }, true],
    ['short keys', { keys: [{ ...KEY, n: 'AQAB' }] }, true],
  ])('leaves the stored keys as they are after %s', async (_what, body, ok) => {
    await expect(relay(body, ok)).rejects.toThrow();
    expect(ssm.commandCalls(PutParameterCommand)).toHaveLength(0);
  });

  it('asks nobody but a user pool', async () => {
    const props = { parameter: 'p', clock, client, get: () => Promise.reject(new Error('asked')) };
    for (const userPoolId of ['evil.example/us-east-1_a', 'us-east-1_a/../b', '']) {
      await expect(relaySigningKeys({ ...props, userPoolId })).rejects.toThrow("'userPoolId' must be");
    }
  });
});

describe('CognitoTokenVerifier', () => {
  const seconds = () => Math.floor(Date.now() / 1_000);
  const claims = () => ({
    sub: 'subject-1',
    iss: ISSUER,
    aud: CLIENT,
    token_use: 'id',
    auth_time: seconds(),
    iat: seconds(),
    exp: seconds() + 900,
    nonce: 'n',
    'cognito:username': 'marigold',
    'cognito:groups': ['nurse'],
  });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function token(changes: object = {}, header: object = {}, key: KeyObject = own.privateKey): string {
    const text = `${part({ alg: 'RS256', kid: 'key-1', ...header })}.${part({ ...claims(), ...changes })}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  }

  const verifier = new CognitoTokenVerifier({
    userPoolId: POOL,
    clientId: CLIENT,
    keys: { current: () => Promise.resolve({ keys: [KEY] }) },
  });
  const fetched = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = () => Promise.reject(new Error('the network was asked'));
  });
  afterAll(() => {
    globalThis.fetch = fetched;
  });

  it('tells who signed in, when, how and as what', async () => {
    const time = seconds();
    expect(await verifier.verify(token({ auth_time: time, amr: ['pwd', 'mfa'] }))).toEqual({
      subject: 'subject-1',
      authenticatedAt: new Date(time * 1_000),
      nonce: 'n',
      methods: ['pwd', 'mfa'],
      groups: ['nurse'],
      person: true,
    });
    expect(await verifier.verify(token({ nonce: undefined, 'cognito:groups': undefined }))).toMatchObject({
      nonce: null,
      methods: null,
      groups: [],
    });
  });

  it.each([
    ['another issuer', { iss: ISSUER.replace('Ab12', 'Zz99') }],
    ['another client', { aud: 'other' }],
    ['an access token', { token_use: 'access', client_id: CLIENT }],
    ['a token that ran out', { exp: Math.floor(Date.now() / 1_000) - 1 }],
    ['a token of the future', { nbf: Math.floor(Date.now() / 1_000) + 60 }],
    ['a token without a subject', { sub: undefined }],
    ['a token without the time of the sign-in', { auth_time: undefined }],
  ])('refuses %s', async (_what, changes) => {
    expect(await verifier.verify(token(changes))).toBeUndefined();
  });

  it('refuses a token that somebody else signed, nobody signed, or another algorithm signed', async () => {
    const stranger = pair();
    const forged = [
      token({}, {}, stranger.privateKey),
      token({}, { kid: 'unknown' }),
      token({}, { kid: undefined }),
      token({}, { jwk: jwkOf(stranger.publicKey, 'key-1') }, stranger.privateKey),
      token({}, { jku: 'https://evil.example/jwks.json' }, stranger.privateKey),
      token({}, { alg: 'HS256' }),
      `${part({ alg: 'none', kid: 'key-1' })}.${part(claims())}.`,
      token().replace(/\.[^.]+\./, `.${part({ ...claims(), sub: 'somebody-else' })}.`),
      `${token()}x`,
      'a.b.c',
      '',
      'x'.repeat(8_000),
    ];
    for (const idToken of forged)
      expect([idToken, await verifier.verify(idToken)]).toEqual([idToken, undefined]);
  });

  it('takes a public key for no secret of another algorithm', async () => {
    for (const secret of [
      own.publicKey.export({ type: 'spki', format: 'pem' }),
      own.publicKey.export({ type: 'spki', format: 'der' }),
      KEY.n,
    ]) {
      const text = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(claims())}`;
      const mac = createHmac('sha256', secret).update(text).digest('base64url');
      expect(await verifier.verify(`${text}.${mac}`)).toBeUndefined();
    }
  });

  it('refuses whatever else it is sent, and fails at nothing', async () => {
    const anything = fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
    const header = fc
      .record({
        alg: fc.constantFrom('RS256', 'ES256', 'none', null),
        kid: fc.constantFrom('key-1', {}, null),
      })
      .map(part);
    const text = fc.string({ maxLength: 40 });
    const piece = fc.oneof(anything, header, text);
    await fc.assert(
      fc.asyncProperty(fc.oneof(header, piece), piece, piece, async (...parts) => {
        expect(await verifier.verify(parts.join('.'))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['custom:kind', { 'custom:kind': 'service' }],
    ['user name', { 'cognito:username': 'svc-billing' }],
    ['user name', { 'cognito:username': 'shared.frontdesk' }],
    ['user name', { 'cognito:username': 'Kiosk1' }],
  ])('knows by its %s that a login is of no person', async (_what, changes) => {
    expect(await verifier.verify(token(changes))).toMatchObject({ person: false });
  });

  it('does not take a person for a machine by the beginning of a name', async () => {
    for (const name of ['sharon', 'botticelli', 'apichat', 'testa', 'systema']) {
      expect(await verifier.verify(token({ 'cognito:username': name }))).toMatchObject({ person: true });
    }
  });

  it('cannot judge without keys', async () => {
    const keys = { current: () => Promise.reject(new Error('the signing keys must be younger than a day')) };
    const blind = new CognitoTokenVerifier({ userPoolId: POOL, clientId: CLIENT, keys });
    await expect(blind.verify(token())).rejects.toThrow('younger than a day');
  });
});
