import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMANDS } from '../../../lib/commands/commands';
import { main } from '../../../lib/commands/main';
import { REPORT_FILES } from '../../../lib/commands/report-publish';
import { readVerdict } from '../../../lib/report/read-verdict';
import { surroundingsOf } from './surroundings';

const OPEN_TOPIC = JSON.stringify({ Resources: { Alerts: { Type: 'AWS::SNS::Topic' } } });

describe('hipaa report', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'report-command-'));
    writeFileSync(path.join(root, 'template.json'), OPEN_TOPIC);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  async function report(...args: readonly string[]) {
    const { surroundings, printed } = surroundingsOf(root);
    const exitCode = await main(['report', ...args], COMMANDS, surroundings);
    return { exitCode, ...printed };
  }

  function written() {
    return readVerdict(readFileSync(path.join(root, 'out', 'report.json'), 'utf8'));
  }

  it('judges the environment that is asked for, and ends as its verdict says', async () => {
    const { exitCode, stdout, stderr } = await report(
      '--out',
      'out',
      '-e',
      'sandbox',
      '--as-of',
      '2026-11-22',
    );
    const verdict = written();
    expect(verdict.environments.map(({ environment }) => environment)).toEqual(['sandbox']);
    expect(verdict.asOf).toBe('2026-11-22');
    expect(exitCode).toBe(verdict.verdict === 'pass' ? 0 : 1);
    expect(verdict.environments[0]?.safeguards.length).toBeGreaterThan(100);
    expect(stdout).toContain(`sandbox: ${verdict.verdict.toUpperCase()}`);
    expect(stdout).toContain('Written: out/report.html, out/report.json, out/report.csv, out/report.sarif\n');
    expect(stderr).toBe('');
    expect(readdirSync(path.join(root, 'out')).sort()).toEqual([...REPORT_FILES].sort());
  });

  it('judges templates that somebody else wrote, and says what changed since the report before', async () => {
    expect((await report('--out', 'out', 'template.json')).exitCode).toBe(1);
    const before = written();
    expect(before.environments[0]?.violations.map(({ resource }) => resource)).toContain('Alerts');
    writeFileSync(
      path.join(root, 'template.json'),
      JSON.stringify({
        Resources: { Alerts: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: 'key' } } },
      }),
    );
    const { stdout } = await report('--out', 'out', '--since', 'out/report.json', 'template.json');
    expect(stdout).toContain('HIPAA.Security-SNSEncryptedKMS no longer fails on topic ');
    expect(readFileSync(path.join(root, 'out', 'report.html'), 'utf8')).toContain('id="changes"');
    expect(written().environments[0]?.violations.length).toBeLessThan(
      before.environments[0]?.violations.length ?? 0,
    );
  });

  it.each([
    ['no directory', []],
    ['a directory that is a file', ['--out', 'template.json']],
    ['an earlier report that is not there', ['--out', 'out', '--since', 'missing.json']],
    ['an earlier report of another schema', ['--out', 'out', '--since', 'template.json']],
    ['an unknown environment', ['--out', 'out', '-e', 'staging']],
    ['a template that is not there', ['--out', 'out', 'missing.json']],
    ['an unknown option', ['--out', 'out', '--format', 'pdf']],
  ])('ends with 2 for %s, and writes nothing', async (_, args) => {
    const { exitCode, stdout, stderr } = await report(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(existsSync(path.join(root, 'out'))).toBe(false);
    expect(readdirSync(root)).toEqual(['template.json']);
  });

  it('leaves an earlier report as it is when it is refused', async () => {
    mkdirSync(path.join(root, 'out'));
    writeFileSync(path.join(root, 'out', 'report.html'), 'earlier');
    await report('--out', 'out', '-e', 'staging');
    expect(readFileSync(path.join(root, 'out', 'report.html'), 'utf8')).toBe('earlier');
  });
});
