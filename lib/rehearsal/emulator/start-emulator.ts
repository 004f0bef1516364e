import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NotRunError } from '../not-run-error';
import type { OwnProcesses } from '../own-processes';
import { freePort } from './free-port';

/** What the emulator is started with. */
export interface EmulatorProps {
  /** The Python that holds it, absolute. */
  readonly python: string;
  /** A private folder that is gone after the drill. */
  readonly directory: string;
  /** The file that it and its functions write to, absolute. */
  readonly log: string;
  readonly account: string;
  readonly region: string;
  readonly processes: OwnProcesses;
  /** A port of loopback. @default a free one */
  readonly port?: number;
  /** Whether somebody else answers on the port already. @default asks it */
  readonly taken?: (url: string) => Promise<boolean>;
}

/** A running emulator. */
export interface Emulator {
  /** On loopback. */
  readonly url: string;
  readonly process: ChildProcess;
}

/** It takes half a second; a loaded machine may need more, in ms. */
const PATIENCE_MS = 60_000;

/**
 * Ends with us, whatever ends us: when the pipe from us closes, its whole process group goes. Its bus takes events of AWS's
 * own services, which on AWS those alone can send.
 */
const PROGRAM = `
import functools, os, signal, sys, threading
def watch():
    while os.read(0, 4096): pass
    os.killpg(0, signal.SIGKILL)
threading.Thread(target=watch, daemon=True).start()
sys.argv = ['ministack']
from ministack.app import main
from ministack.services import eventbridge
eventbridge._put_events = functools.partial(eventbridge._put_events, allow_aws_source=True)
main()
`;

/**
 * Starts the emulator on loopback, with nothing of the caller's environment: its functions see its own whole.
 *
 * @throws NotRunError where it does not come up
 */
export async function startEmulator(props: EmulatorProps): Promise<Emulator> {
  const port = props.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  if (await (props.taken ?? isHealthy)(url)) {
    throw new NotRunError(`Port ${port} is taken: free it, then run the drill again.`);
  }
  const temporary = path.join(props.directory, 'tmp');
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const output = openSync(props.log, 'w', 0o600);
  const child = spawn(props.python, ['-I', '-c', PROGRAM], {
    cwd: props.directory,
    detached: true,
    stdio: ['pipe', output, output],
    env: {
      // Functions run on the Node that runs us.
      PATH: [path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      HOME: props.directory,
      TMPDIR: temporary,
      STATE_DIR: path.join(props.directory, 'state'),
      S3_DATA_DIR: path.join(props.directory, 's3'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_ACCOUNT_ID: props.account,
      MINISTACK_REGION: props.region,
      LAMBDA_EXECUTOR: 'local',
      LOG_LEVEL: 'WARNING',
      LANG: 'C.UTF-8',
    },
  });
  closeSync(output);
  props.processes.add(child);
  const deadline = Date.now() + PATIENCE_MS;
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    if (await isHealthy(url)) {
      if (ended) break;
      return { url, process: child };
    }
    await wait(50);
  }
  await props.processes.stop(child);
  throw new NotRunError(`The local endpoint did not start on port ${port}: ${props.log} says why.`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/_ministack/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
