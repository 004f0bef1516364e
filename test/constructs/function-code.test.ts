import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunction, sourceOf } from '../../lib/constructs/function-code';

const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the code of a function', () => {
  it('is one file that needs nothing beside it', () => {
    const outfile = path.join(folder, 'index.js');
    bundleFunction(sourceOf('shared/log/log'), outfile);
    const { createLog } = createRequire(outfile)(outfile);
    const lines: string[] = [];
    createLog((line: string) => lines.push(line)).info('started');
    expect(lines).toEqual(['{"level":"INFO","event":"started"}']);
    expect(readFileSync(outfile, 'utf8')).not.toMatch(/require\("\.\.?\//);
  });

  it('is refused where there is none', () => {
    expect(() => sourceOf('shared/log/../nothing')).toThrow(/'entry' must name a module below lambda\//);
  });
});
