import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunction, sourceOf } from '../../lib/constructs/function-code';

/** Each function and what it may weigh, in bytes, a fifth above what it does: what is loaded is what a first request waits for. */
const ENTRIES = [
  ['deployment/handlers/certificate', 630_000],
  ['deployment/handlers/invoke', 410_000],
  ['records/handlers/jwks-relay', 410_000],
  ['records/handlers/migrate', 690_000],
  ['records/handlers/service', 1_490_000],
] as const;

/** How zod says in Finnish that a value is not valid; nobody reads what it says here, in any of fifty languages. */
const TRANSLATION = 'Virheellinen';

describe('the functions of the records stack', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(ENTRIES)('load as they are deployed, in one small file: %s', async (entry, largest) => {
    const outfile = path.join(folder, `${entry.replaceAll('/', '-')}.js`);
    bundleFunction(sourceOf(entry), outfile);
    const loaded: { handler?: unknown } = await import(outfile);
    expect(typeof loaded.handler).toBe('function');
    expect(statSync(outfile).size).toBeLessThan(largest);
    expect(readFileSync(outfile, 'utf8')).not.toContain(TRANSLATION);
  });
});
