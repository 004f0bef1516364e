import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROJECT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
const modules = join(folder, 'node_modules');

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, stderr };
}

/** An app of somebody else: one archive of ours in a stack of theirs, judged by our checks. */
const APP = `
const { App, Stack, RemovalPolicy } = require('aws-cdk-lib');
const { AccessLogBucket, ArchiveBucket, EncryptionKey, judge, OWN_VERDICT_CONTEXT } = require('aws-hipaa-baseline');
const app = new App({ context: OWN_VERDICT_CONTEXT, outdir: 'out' });
const stack = new Stack(app, 'Theirs', { env: { account: '222233334444', region: 'us-east-1' } });
const removalPolicy = RemovalPolicy.RETAIN;
const key = new EncryptionKey(stack, 'Key', { purpose: 'a test', usedThrough: ['s3'], removalPolicy });
const accessLogs = new AccessLogBucket(stack, 'Logs', { retentionDays: 2192, removalPolicy });
new ArchiveBucket(stack, 'Archive', {
  key, accessLogs, removalPolicy, lockMode: 'GOVERNANCE', retentionDays: 2192, transitionDays: 90,
});
const { verdict } = judge(app, { asOf: '2026-11-21', projectRoot: __dirname });
console.log(JSON.stringify(verdict.environments[0].violations.map(({ rule }) => rule)));
`;

beforeAll(() => {
  const packed = run('npm', ['pack', '--pack-destination', folder], PROJECT);
  expect(packed).toMatchObject({ status: 0 });
  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const target = join(modules, 'aws-hipaa-baseline');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', join(folder, tarball), '-C', target, '--strip-components=1'], folder);
  // What the registry would add beside it: the same packages that this project has.
  for (const name of readdirSync(join(PROJECT, 'node_modules')).filter((entry) => !entry.startsWith('.'))) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'app.js'), APP);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(PROJECT, 'dist'), { recursive: true, force: true });
});

describe('the package in an app of somebody else', () => {
  it('gives constructs and checks to plain JavaScript', () => {
    const { status, stdout, stderr } = run(process.execPath, ['app.js'], folder);
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    const open = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as string[];
    expect(new Set(open)).toEqual(new Set(['HIPAA.Security-S3BucketReplicationEnabled']));
  });

  it('brings the command line', () => {
    const { status, stdout } = run(
      process.execPath,
      [join(modules, 'aws-hipaa-baseline/dist/bin/hipaa.js'), '--help'],
      folder,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: hipaa COMMAND');
  });

  it('holds compiled code, and neither sources nor tests', () => {
    const files = readdirSync(join(modules, 'aws-hipaa-baseline'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('dist/lib/index.d.ts');
    expect(files.filter((file) => file.startsWith('dist/test') || /(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });
});
