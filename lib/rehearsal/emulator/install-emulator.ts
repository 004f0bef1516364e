import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NotRunError } from '../not-run-error';
import type { OwnProcesses } from '../own-processes';
import { runTool } from '../run-tool';
import { findPython } from './find-python';
import { requirements } from './packages';

/** Where and how the emulator is installed. */
export interface Installation {
  /** Kept from one drill to the next. */
  readonly cacheDirectory: string;
  readonly processes: OwnProcesses;
  /** Told what it waits for. */
  readonly tell: (step: string) => void;
  /** @default the pinned packages */
  readonly requirements?: string;
  /** @default those that findPython knows */
  readonly pythons?: readonly string[];
}

/** Marks an environment whose installation came to its end. */
const COMPLETE = 'complete';

/** An installation from the network, in ms. */
const PATIENCE_MS = 300_000;

/**
 * The Python of a private environment that holds the pinned emulator and nothing else. The first drill installs it; every
 * file must have the digest that we pinned. Later drills need no network.
 *
 * @returns the program, absolute
 * @throws NotRunError that says what to do
 */
export async function installEmulator(installation: Installation): Promise<string> {
  const { cacheDirectory, processes, tell } = installation;
  const wanted = installation.requirements ?? requirements();
  const python = await findPython(processes, installation.pythons);
  const digest = createHash('sha256').update(`${python.version} ${python.path}\n${wanted}`).digest('hex');
  const directory = path.join(cacheDirectory, `emulator-${digest.slice(0, 16)}`);
  const installed = path.join(directory, 'bin', 'python');
  if (existsSync(path.join(directory, COMPLETE)) && existsSync(installed)) return installed;

  const list = `${directory}.txt`;
  try {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(cacheDirectory, { recursive: true, mode: 0o700 });
    writeFileSync(list, wanted);
  } catch {
    throw new NotRunError(
      `${cacheDirectory} cannot be written: let the drill write there, then run it again.`,
    );
  }
  tell('installing the local endpoint (once)');
  const made = await runTool(
    { command: python.path, args: ['-m', 'venv', '--clear', directory], timeout: PATIENCE_MS },
    processes,
  );
  if (made.exitCode !== 0) {
    throw new NotRunError(
      `Python ${python.version} made no environment: install its venv module (Debian, Ubuntu: apt-get install python3-venv), then run the drill again.`,
    );
  }
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--only-binary=:all:'];
  const { exitCode, output } = await runTool(
    { command: installed, args: [...args, '--require-hashes', '-r', list], timeout: PATIENCE_MS },
    processes,
  );
  if (exitCode !== 0) throw new NotRunError(whyNot(output));
  const marker = path.join(directory, COMPLETE);
  writeFileSync(`${marker}.new`, '');
  renameSync(`${marker}.new`, marker);
  return installed;
}

/** Of what pip says, what somebody can do about it. */
function whyNot(output: string): string {
  if (/do not match the hashes/i.test(output)) {
    return 'A package of the local endpoint has not the digest that is pinned, and was not installed: find out what your package registry serves.';
  }
  if (/No space left/i.test(output)) return 'The disk is full: make room, then run the drill again.';
  if (/(connection|resolve|timed? ?out|retr(y|ies)|SSL|proxy|unreachable)/i.test(output)) {
    return 'The Python package registry (PyPI) does not answer: allow it, or name a mirror in PIP_INDEX_URL, then run the drill again.';
  }
  return 'The Python package registry does not have the local endpoint for this machine: allow PyPI, or name a mirror in PIP_INDEX_URL, then run the drill again.';
}
