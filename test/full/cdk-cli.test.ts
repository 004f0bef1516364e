import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const APP = `"${process.execPath}" --import tsx ${path.relative(ROOT, require.resolve('./fixtures/app'))}`;
const WEAK = ['-c', 'weak=true'];

describe('the CDK CLI', () => {
  let directory: string;
  let outdir: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'cdk-cli-'));
    outdir = path.join(directory, 'cdk.out');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Runs the real CLI, with no credentials and nothing to ask the network for. */
  function cdk(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'), ...args],
      {
        cwd: ROOT,
        timeout: 120_000,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: directory, CI: 'true', AWS_EC2_METADATA_DISABLED: 'true' },
      },
    );
    return { exitCode: status, stdout, stderr };
  }

  function ofApp(...args: readonly string[]) {
    return cdk(...args, '--app', APP, '--output', outdir);
  }

  it('goes on when nothing is open', () => {
    const { exitCode, stderr } = ofApp('synth');
    expect(stderr).toContain('sandbox: PASS');
    expect(exitCode).toBe(0);
    expect(cdk('ls', '--app', outdir)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('sandbox/Keys'),
    });
  });

  it.each([
    ['synth', ['synth']],
    ['synth of everything', ['synth', '**']],
    ['synth of the stage in which nothing is open', ['synth', 'sandbox/*']],
    ['synth that ignores errors', ['synth', '**', '--ignore-errors']],
    ['synth without validation', ['synth', '**', '--no-validation']],
    ['quiet synth', ['synth', '--quiet']],
    [
      'synth under a flag that lowers errors',
      ['synth', '-c', '@aws-cdk/core:validateAgainstDefaultRules=false'],
    ],
    [
      'synth under a flag that has the CDK judge',
      ['synth', '-c', '@aws-cdk/core:failSynthOnValidationErrors=true'],
    ],
    ['ls', ['ls']],
    ['diff', ['diff', '--no-change-set']],
    ['deploy', ['deploy', '--all', '--require-approval', 'never']],
  ])('cannot get past an open violation by %s', (_, args) => {
    const { exitCode, stdout, stderr } = ofApp(...args, ...WEAK);
    expect(exitCode).toBe(1);
    expect(`${stdout}${stderr}`).toContain('AwsSolutions-KMS5');
  });

  it('cannot get past a schema error by being told not to validate', () => {
    const { exitCode, stderr } = ofApp('synth', '--no-validation', '-c', 'misspelt=true');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('F3002');
  });

  it('finds nothing to deploy in what a failed check left behind, not even what an earlier one passed', () => {
    expect(ofApp('synth').exitCode).toBe(0);
    expect(ofApp('synth', ...WEAK).exitCode).toBe(1);
    expect(existsSync(path.join(outdir, 'validation-report.json'))).toBe(true);
    for (const assembly of ['', 'assembly-sandbox', 'assembly-production']) {
      const { exitCode, stderr } = cdk('deploy', '--all', '--app', path.join(outdir, assembly));
      expect([assembly, exitCode]).toEqual([assembly, 1]);
      expect(stderr).toContain('manifest.json');
    }
  });
});
