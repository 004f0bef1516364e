import type { ChildProcess } from 'node:child_process';

/** Signals that end a drill early. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long a process that was asked to end may take, in ms. */
const GRACE_MS = 2_000;

/**
 * Processes that a drill started, each the head of a process group of its own. None of them outlives the drill: not when it
 * ends, not when it throws, not when it is interrupted.
 */
export class OwnProcesses {
  readonly #groups = new Set<ChildProcess>();

  readonly #onExit = (): void => {
    for (const child of this.#groups) signalGroup(child, 'SIGKILL');
  };

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    this.#onExit();
    this.#beforeDeath();
    this.#release();
    // As if nobody had listened: who waits for us learns that a signal ended us.
    process.kill(process.pid, signal);
  };

  readonly #beforeDeath: () => void;

  /** @param beforeDeath what a signal must not leave behind */
  constructor(beforeDeath: () => void = () => undefined) {
    this.#beforeDeath = beforeDeath;
    process.on('exit', this.#onExit);
    for (const signal of SIGNALS) process.on(signal, this.#onSignal);
  }

  /** @param child started with `detached`, so that its own children belong to its group */
  add(child: ChildProcess): void {
    this.#groups.add(child);
  }

  /** Ends one group: asked first, then made to. */
  async stop(child: ChildProcess): Promise<void> {
    if (!this.#groups.has(child)) return;
    if (isRunning(child)) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      signalGroup(child, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
    }
    // Its own children may outlive the head of a group.
    signalGroup(child, 'SIGKILL');
    this.#groups.delete(child);
  }

  /** Ends all of them, and listens no more. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#groups].map((child) => this.stop(child)));
    this.#release();
  }

  #release(): void {
    process.off('exit', this.#onExit);
    for (const signal of SIGNALS) process.off(signal, this.#onSignal);
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
