import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROJECT = join(__dirname, '..');

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

const FORBIDDEN: readonly [what: string, file: string, text: string, rule: string][] = [
  ['the environment below bin/', 'lib/environment.ts', 'export const a = process.env.A;', 'noProcessEnv'],
  [
    'the environment in a Lambda',
    'lambda/breach/environment.ts',
    'export const a = process.env.A;',
    'noProcessEnv',
  ],
  ['the CDK in a domain', 'lambda/x/domain/cdk.ts', "import 'aws-cdk-lib';", 'noRestrictedImports'],
  [
    'an SDK client in a domain',
    'lambda/x/domain/y/sdk.ts',
    "import '@aws-sdk/client-s3';",
    'noRestrictedImports',
  ],
  [
    'a floating promise',
    'lib/promise.ts',
    'async function f() {}\nexport function g() {\n  f();\n}',
    'noFloatingPromises',
  ],
  ['an enum', 'lib/enum.ts', 'export enum A { B = 1 }', 'noEnum'],
  ['a barrel file', 'lib/barrel.ts', "export * from './enum';", 'noBarrelFile'],
  ['a default export', 'lib/default.ts', 'export default 1;', 'noDefaultExport'],
  ['any', 'lib/any.ts', 'export const a = (b: any) => b;', 'noExplicitAny'],
  ['a skipped test', 'test/skipped.test.ts', "it.skip('x', () => {});", 'noSkippedTests'],
];
const ALLOWED = 'bin/environment.ts';

/** The rules that each file breaks, in a copy of the project that holds nothing else. */
function lint(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Diagnostic[]> {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    const {
      vcs: _,
      $schema: __,
      ...configuration
    } = JSON.parse(readFileSync(join(PROJECT, 'biome.json'), 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(configuration));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { stdout } = spawnSync(join(PROJECT, 'node_modules/.bin/biome'), ['lint', '--reporter=json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return Map.groupBy(diagnostics, ({ location }) => location.path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the linter keeps the architecture', () => {
  const found = lint(
    Object.fromEntries([
      ...FORBIDDEN.map(([, file, text]) => [file, text]),
      [ALLOWED, 'export const a = process.env.A;'],
    ]),
  );

  it.each(FORBIDDEN)('and refuses %s', (_what, file, _text, rule) => {
    expect(JSON.stringify(found.get(file))).toContain(`/${rule}"`);
  });

  it('and lets bin/ read the environment', () => {
    expect(found.get(ALLOWED)).toBeUndefined();
  });
});

describe('the tree', () => {
  const sources = ['bin', 'lib', 'lambda'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );

  it('has files with one job: half of them under 100 lines, nine in ten under 170', () => {
    const lengths = sources
      .map((file) => readFileSync(join(PROJECT, file), 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThan(100);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(170);
  });

  it('names no workplace, registry host or absolute path', () => {
    const forbidden = /\/(?:work|root|home|tmp)\/|registry\.npmjs|(?:TO)DO|(?:FIX)ME/;
    const guilty = sources.filter((file) => forbidden.test(readFileSync(join(PROJECT, file), 'utf8')));
    expect(guilty).toEqual([]);
  });
});
