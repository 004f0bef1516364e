import { type ClientConfig, type PoolConfig, types } from 'pg';

/** OID of the type `date`: a day of the calendar has no time zone, and so stays text. */
const DATE = 1082;

export interface DatabaseAddress {
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  readonly databaseName: string;
  readonly user: string;
}

export interface ClientOptions extends DatabaseAddress {
  /** The authorities that may vouch for the server, PEM. */
  readonly authorities: readonly string[];
  /** Asked for each new connection. */
  readonly password: () => Promise<string>;
}

export interface PoolOptions extends ClientOptions {
  /** Connections of this process at most. */
  readonly maxConnections: number;
}

/** A lost packet must not hold a request for ever. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 8_000;
const IDLE_TIMEOUT_MS = 60_000;
const TRANSACTION_IDLE_MS = 15_000;

/** A connection is replaced before anybody's rights in it grow old. */
const MAX_LIFETIME_SECONDS = 900;

/**
 * How anything of ours connects: over TLS 1.2 or later, to a server whose certificate and name hold. There is no way to
 * connect without.
 *
 * @throws Error when there is no authority to trust
 * @see 45 CFR 164.312(e)(1)
 */
export function clientConfig(options: ClientOptions): ClientConfig {
  if (options.authorities.length === 0) throw new Error("'authorities' must not be empty");
  return {
    host: options.host,
    port: options.port,
    database: options.databaseName,
    user: options.user,
    password: options.password,
    ssl: { ca: [...options.authorities], rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: {
      getTypeParser: (id, format) =>
        id === DATE ? (value: string) => value : types.getTypeParser(id, format),
    },
  };
}

/**
 * How the service connects: as above, with a bounded number of connections and bounded time for everything.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(d)
 */
export function poolConfig(options: PoolOptions): PoolConfig {
  return {
    ...clientConfig(options),
    max: options.maxConnections,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: TRANSACTION_IDLE_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
    application_name: 'records',
  };
}
