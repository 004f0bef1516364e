import { type KeyObject, randomUUID } from 'node:crypto';
import type { Server } from 'node:https';
import { Agent, request } from 'node:https';
import { CedarAuthorizer } from '../../../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../../../lambda/records/adapters/cedar-policies';
import { nodeRandomness } from '../../../../lambda/records/adapters/node-randomness';
import { Database } from '../../../../lambda/records/adapters/postgres/database';
import { poolConfig } from '../../../../lambda/records/adapters/postgres/pool-config';
import { PostgresSessionStore } from '../../../../lambda/records/adapters/postgres/postgres-session-store';
import { PostgresUnitOfWork } from '../../../../lambda/records/adapters/postgres/postgres-unit-of-work';
import { PostgresUserDirectory } from '../../../../lambda/records/adapters/postgres/postgres-user-directory';
import { serviceLogLines } from '../../../../lambda/records/adapters/service-log-lines';
import { type DeliverLines, StreamAuditLog } from '../../../../lambda/records/adapters/stream-audit-log';
import { grantLimits } from '../../../../lambda/records/domain/break-glass/grant-limits';
import { FailureLimiter } from '../../../../lambda/records/domain/session/failure-limiter';
import { sessionLimits } from '../../../../lambda/records/domain/session/judge-session';
import { createNodeServer } from '../../../../lambda/records/http/node-server';
import { createRecordsHandler } from '../../../../lambda/records/http/records-handler';
import type { BreakGlassAlert } from '../../../../lambda/records/ports/security-alerts';
import { hashSecret } from '../../../../lambda/records/use-cases/session-secret';
import { systemClock } from '../../../../lambda/shared/clock';
import { createTokenize } from '../../../../lambda/shared/envelope/token';
import { createLog } from '../../../../lambda/shared/log/log';
import { makeAuthority } from '../../../support/certificates';
import type { TestPostgres } from '../../../support/postgres';
import { headSigner } from '../support/head-signer';
import { USERS } from './practice';
import { rawCipher } from './raw-cipher';
import { DATABASE } from './records-database';

const ORIGIN = 'https://records.example';

/** A busy machine keeps a request waiting for a connection longer than a load balancer would. */
const PATIENT_MS = 120_000;

/** What a client asks. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly purpose?: string;
  readonly version?: number;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** The service behind a TLS server on the loopback address, on a real database; only what AWS keeps is kept here. */
export interface RunningService {
  readonly port: number;
  /** PEM. */
  readonly authority: string;
  /** What the stream has taken, a record a line. */
  readonly auditLines: string[];
  /** Signed heads, one a line. */
  readonly headLines: string[];
  /** Of the key that signs them. */
  readonly headKey: KeyObject;
  readonly logLines: string[];
  readonly alerts: BreakGlassAlert[];
  /** Opens a session for somebody and gives the cookie; the sign-in itself is tested elsewhere. */
  signIn(user: keyof typeof USERS): Promise<string>;
  ask(cookie: string, asked: Asked): Promise<Answered>;
  stop(): Promise<void>;
}

export interface RunningServiceOptions {
  /** Stands for the stream. @default takes everything */
  readonly deliver?: DeliverLines;
  /** Of the records and of the sessions, each. @default 8 */
  readonly connections?: number;
}

export async function startService(
  postgres: TestPostgres,
  { deliver, connections = 8 }: RunningServiceOptions = {},
): Promise<RunningService> {
  const pools = [openPool(postgres, connections), openPool(postgres, connections)] as const;
  const [records, accounts] = pools;
  const auditLines: string[] = [];
  const headLines: string[] = [];
  const { signer, publicKey: headKey } = headSigner();
  const logLines: string[] = [];
  const alerts: BreakGlassAlert[] = [];
  const sessions = new PostgresSessionStore(accounts);
  const handle = createRecordsHandler({
    service: {
      audit: new StreamAuditLog({
        chain: `records-${randomUUID()}`,
        deliver: async (lines) => {
          const taken = (await deliver?.(lines)) ?? lines.map(() => true);
          auditLines.push(...lines.filter((_, index) => taken[index]));
          return taken;
        },
        signer,
        deliverHeads: async (lines) => {
          headLines.push(...lines);
          return lines.map(() => true);
        },
        clock: systemClock,
      }),
      authorizer: new CedarAuthorizer(readCedarPolicies()),
      work: new PostgresUnitOfWork(records, rawCipher()),
      sessions,
      directory: new PostgresUserDirectory(accounts),
      verifier: { verify: () => Promise.resolve(undefined) },
      alerts: {
        breakGlassOpened: async (alert) => {
          alerts.push(alert);
        },
      },
      clock: systemClock,
      randomness: nodeRandomness,
      tokenize: createTokenize(new Uint8Array(32).fill(9)),
      signInFailures: new FailureLimiter(),
      sessionLimits: sessionLimits({}),
      grantLimits: grantLimits({}),
    },
    settings: {
      origin: ORIGIN,
      signIn: {
        clientId: 'client',
        authorizeUrl: 'https://sign-in.example/oauth2/authorize',
        tokenUrl: 'https://sign-in.example/oauth2/token',
        logoutUrl: 'https://sign-in.example/logout',
      },
    },
    log: serviceLogLines(createLog((line) => logLines.push(line))),
  });
  const { certificate: authority, server: identity } = await makeAuthority();
  const server = createNodeServer(handle, { key: identity.privateKey, cert: identity.certificate });
  const port = await listen(server);
  const agent = new Agent({ keepAlive: true, ca: authority, maxSockets: 1_000 });
  return {
    port,
    authority,
    auditLines,
    headLines,
    headKey,
    logLines,
    alerts,
    signIn: async (user) => {
      const secret = nodeRandomness.secret();
      const session = {
        id: randomUUID(),
        secretHash: hashSecret(secret),
        userId: USERS[user],
        openedAt: new Date(),
      };
      await sessions.open(session, () => Promise.resolve());
      return `__Host-session=${secret}`;
    },
    ask: (cookie, asked) => send(agent, port, cookie, asked),
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

function openPool(postgres: TestPostgres, maxConnections: number): Database {
  return new Database({
    ...poolConfig({
      host: postgres.host,
      port: postgres.port,
      databaseName: DATABASE,
      user: 'records_service',
      authorities: [postgres.authority],
      password: () => Promise.resolve(postgres.password),
      maxConnections,
    }),
    connectionTimeoutMillis: PATIENT_MS,
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) =>
    server.listen({ port: 0, host: '127.0.0.1', backlog: 2_000 }, resolve),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server must listen');
  return address.port;
}

/** The headers of a request as the page makes it. */
export function headersOf(cookie: string, { method, purpose, version, body }: Asked): Record<string, string> {
  return {
    cookie,
    host: 'records.example',
    'sec-fetch-site': 'same-origin',
    ...(method !== 'GET' && { origin: ORIGIN }),
    ...(purpose !== undefined && { 'x-purpose-of-use': purpose }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
}

function send(agent: Agent, port: number, cookie: string, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: 'localhost',
        family: 4,
        servername: 'localhost',
        port,
        agent,
        method: asked.method,
        path: asked.path,
        headers: headersOf(cookie, asked),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            headers: incoming.headers,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(asked.body === undefined ? undefined : JSON.stringify(asked.body));
  });
}
