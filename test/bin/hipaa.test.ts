import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Verdict } from '../../lib/checks/verdict';
import { version } from '../../package.json';
import { runBin } from './run-bin';

const STACK_TRACE = /^\s+at /m;

describe('hipaa', () => {
  it('prints its version', () => {
    expect(runBin('hipaa.ts', ['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    ['an unknown command', ['dance'], {}, "got: 'dance'"],
    ['an unknown option', ['check', '--fast'], {}, "Unknown option '--fast'"],
    ['an unknown format', ['check', '--format', 'xml'], {}, "got: 'xml'"],
    ['an unknown environment', ['check', '-e', 'moon'], {}, "'environment' must be one of"],
    ['a malformed account', ['check'], { CDK_DEFAULT_ACCOUNT: '123' }, "'CDK_DEFAULT_ACCOUNT' must"],
    [
      'a template that is none',
      ['check', 'package.json'],
      {},
      "package.json:1:1: 'Resources' must have at least one resource",
    ],
    [
      'an environment for a template',
      ['check', 'x.json', '-e', 'sandbox'],
      {},
      "'--environment' must be left out",
    ],
  ])(
    'ends %s with 2, a message without a stack trace, and nothing on stdout',
    (_, args, environment, message) => {
      const { exitCode, stdout, stderr } = runBin('hipaa.ts', args, environment);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(STACK_TRACE);
    },
  );

  it('prints one JSON document, ends as it says, and leaves nothing behind', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-bin-'));
    try {
      const args = ['check', '--environment', 'sandbox', '--format', 'json', '--as-of', '2026-11-21'];
      const { exitCode, stdout } = runBin('hipaa.ts', args, { TMPDIR: directory });
      const verdict: Verdict = JSON.parse(stdout);
      expect(verdict).toMatchObject({ schemaVersion: 1, asOf: '2026-11-21' });
      expect(verdict.environments.map(({ environment }) => environment)).toEqual(['sandbox']);
      expect(exitCode).toBe(verdict.verdict === 'pass' ? 0 : 1);
      expect(readdirSync(directory).filter((name) => name.startsWith('hipaa-check-'))).toEqual([]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('does not complain when its reader has seen enough', () => {
    const root = path.join(__dirname, '..', '..');
    const { stderr } = spawnSync(
      'sh',
      // The reader is gone long before the first line is written.
      ['-c', '"$0" --import tsx bin/hipaa.ts --help | true', process.execPath],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
  });
});

describe('the CDK app', () => {
  it.each([
    [
      'an unknown environment',
      { CDK_CONTEXT_JSON: '{"environment":"moon"}' },
      "'environment' must be one of",
    ],
    ['a malformed account', { CDK_DEFAULT_ACCOUNT: '123' }, "'CDK_DEFAULT_ACCOUNT' must"],
  ])('ends %s with 2, a message without a stack trace, and writes nothing', (_, environment, message) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'baseline-bin-'));
    try {
      const outdir = path.join(directory, 'cdk.out');
      const { exitCode, stdout, stderr } = runBin('baseline.ts', [], { ...environment, CDK_OUTDIR: outdir });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(STACK_TRACE);
      expect(readdirSync(directory)).toEqual([]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
