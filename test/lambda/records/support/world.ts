import { randomUUID } from 'node:crypto';
import { CedarAuthorizer } from '../../../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../../../lambda/records/adapters/cedar-policies';
import type { Purpose } from '../../../../lambda/records/domain/access/purpose';
import type { AuditEvent } from '../../../../lambda/records/domain/audit/audit-event';
import { grantLimits } from '../../../../lambda/records/domain/break-glass/grant-limits';
import { FailureLimiter } from '../../../../lambda/records/domain/session/failure-limiter';
import { sessionLimits } from '../../../../lambda/records/domain/session/judge-session';
import type { HttpRequest, HttpResponse } from '../../../../lambda/records/http/http-message';
import { createRecordsHandler } from '../../../../lambda/records/http/records-handler';
import type { ServiceSettings } from '../../../../lambda/records/http/settings';
import { signInSecrets } from '../../../../lambda/records/http/sign-in-secrets';
import type { BreakGlassAlert } from '../../../../lambda/records/ports/security-alerts';
import type { RequestReport } from '../../../../lambda/records/ports/service-log';
import type { VerifiedIdentity } from '../../../../lambda/records/ports/token-verifier';
import type { RecordsService } from '../../../../lambda/records/use-cases/records-service';
import { createTokenize } from '../../../../lambda/shared/envelope/token';
import { InMemoryRecords } from './in-memory-records';
import { InMemorySessions } from './in-memory-sessions';
import { type Person, sampleState, subjectOf } from './people';

export const SETTINGS: ServiceSettings = {
  origin: 'https://records.example',
  signIn: {
    clientId: 'client',
    authorizeUrl: 'https://sign-in.example/oauth2/authorize',
    tokenUrl: 'https://sign-in.example/oauth2/token',
    logoutUrl: 'https://sign-in.example/logout',
  },
};

/** A secret of the right shape that says in the test which one it is. */
export function secret(number: number): string {
  return String(number).padStart(43, 's');
}

export const SIGN_IN_SECRET = secret(0);

const AUTHORIZER = new CedarAuthorizer(readCedarPolicies());

/** The service on parts in memory, each of which a test can look into or break. */
export class World {
  now = new Date('2026-01-15T12:00:00.000Z');
  readonly records = new InMemoryRecords(sampleState());
  readonly sessions = new InMemorySessions(this.records);
  readonly events: AuditEvent[] = [];
  /** Set to make the audit log fail. */
  auditFails: ((event: AuditEvent) => boolean) | false = false;
  readonly alerts: BreakGlassAlert[] = [];
  alertsFail = false;
  readonly reports: RequestReport[] = [];
  /** What tokens say, by their text. */
  readonly identities = new Map<string, VerifiedIdentity>();
  verifierFails = false;
  readonly service: RecordsService;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
  readonly #origin: string;
  #secrets = 0;

  constructor(changes: Partial<RecordsService> = {}, settings: ServiceSettings = SETTINGS) {
    this.service = { ...this.#service(), ...changes };
    this.#origin = settings.origin;
    this.handle = createRecordsHandler({
      service: this.service,
      settings,
      log: { request: (report) => this.reports.push(report) },
    });
  }

  #service(): RecordsService {
    return {
      audit: {
        append: (event) => {
          if (this.auditFails !== false && this.auditFails(event)) {
            return Promise.reject(new Error('the stream is away'));
          }
          this.events.push(event);
          return Promise.resolve();
        },
      },
      authorizer: AUTHORIZER,
      work: this.records,
      sessions: this.sessions,
      directory: {
        findBySubject: (subject) =>
          Promise.resolve(this.records.state.users.find((user) => user.subject === subject)),
      },
      verifier: {
        verify: (idToken) =>
          this.verifierFails
            ? Promise.reject(new Error('no keys'))
            : Promise.resolve(this.identities.get(idToken)),
      },
      alerts: {
        breakGlassOpened: (alert) => {
          if (this.alertsFail) return Promise.reject(new Error('the bus is away'));
          this.alerts.push(alert);
          return Promise.resolve();
        },
      },
      clock: { now: () => this.now },
      randomness: {
        uuid: () => randomUUID(),
        secret: () => {
          this.#secrets += 1;
          return secret(this.#secrets);
        },
      },
      tokenize: createTokenize(new Uint8Array(32).fill(7)),
      signInFailures: new FailureLimiter(),
      sessionLimits: sessionLimits({}),
      grantLimits: grantLimits({}),
    };
  }

  /** Lets time go by. */
  wait(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  /** A token of somebody who signed in just now, in the browser with `SIGN_IN_SECRET`. */
  tokenOf(person: Person, changes: Partial<VerifiedIdentity> = {}): string {
    const token = `header.${person}-${this.identities.size}.signature`;
    this.identities.set(token, {
      subject: subjectOf(person),
      authenticatedAt: this.now,
      nonce: signInSecrets(SIGN_IN_SECRET).nonce,
      methods: ['mfa'],
      groups: [],
      person: true,
      ...changes,
    });
    return token;
  }

  /** Signs somebody in and gives the secret of the session. */
  async signIn(person: Person): Promise<string> {
    const response = await this.ask('POST', '/session', {
      cookies: { '__Host-sign-in': SIGN_IN_SECRET },
      body: { idToken: this.tokenOf(person) },
    });
    const [, value] =
      response.headers.find(([name, text]) => name === 'Set-Cookie' && text.startsWith('__Host-session=')) ??
      [];
    const session = /^__Host-session=([^;]+);/.exec(value ?? '')?.[1];
    if (session === undefined) throw new Error(`the sign-in was refused: ${response.body}`);
    return session;
  }

  /** A request as the page makes it. */
  ask(method: string, path: string, options: AskOptions = {}): Promise<HttpResponse> {
    return this.handle(requestOf(method, path, options, this.#origin));
  }
}

/** What a request of a test says. */
export interface AskOptions {
  readonly session?: string;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly purpose?: Purpose;
  readonly body?: unknown;
  readonly version?: number;
  /** Replaces headers; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export function requestOf(
  method: string,
  path: string,
  { session, cookies, purpose, body, version, headers }: AskOptions = {},
  origin = SETTINGS.origin,
): HttpRequest {
  const jar = { ...cookies, ...(session === undefined ? {} : { '__Host-session': session }) };
  const cookie = Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const sent: Record<string, string | readonly string[] | undefined> = {
    host: 'records.example',
    'sec-fetch-site': 'same-origin',
    ...(method === 'GET' ? {} : { origin }),
    ...(cookie === '' ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(purpose === undefined ? {} : { 'x-purpose-of-use': purpose }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...headers,
  };
  const [target = '', query] = path.split('?');
  return {
    method,
    path: target,
    hasQuery: query !== undefined,
    headers: new Map(
      Object.entries(sent).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === 'string' ? [value] : value] as const],
      ),
    ),
    body: body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(body)),
    sourceAddress: '192.0.2.7',
  };
}

/** The purpose that each person has for what they do every day. */
export const PURPOSE_OF: Readonly<Record<Person, Purpose>> = {
  physician: 'treatment',
  nurse: 'treatment',
  billing: 'payment',
  admin: 'operations',
  patient: 'patientRequest',
  stranger: 'treatment',
  otherPatient: 'patientRequest',
  otherAdmin: 'operations',
};
