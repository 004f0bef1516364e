import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunction, sourceOf } from '../../lib/constructs/function-code';

const ENTRIES = [
  'deployment/handlers/certificate',
  'deployment/handlers/invoke',
  'records/handlers/jwks-relay',
  'records/handlers/migrate',
  'records/handlers/service',
];

/** In bytes: a hundredth of what Lambda takes, so that a cold start stays short. */
const LARGEST = 2_500_000;

describe('the functions of the records stack', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(ENTRIES)('load as they are deployed, in one small file: %s', async (entry) => {
    const outfile = path.join(folder, `${entry.replaceAll('/', '-')}.js`);
    bundleFunction(sourceOf(entry), outfile);
    const loaded: { handler?: unknown } = await import(outfile);
    expect(typeof loaded.handler).toBe('function');
    expect(statSync(outfile).size).toBeLessThan(LARGEST);
  });
});
