import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { UsageError } from '../../../lib/commands/command';
import { readSince } from '../../../lib/commands/report-since';
import { renderJson } from '../../../lib/report/json';
import { FAILED, verdictOf } from '../verdicts';

describe('readSince', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'report-since-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('reads a report by a name relative to the project', async () => {
    mkdirSync(path.join(root, 'old'));
    writeFileSync(path.join(root, 'old', 'report.json'), renderJson(verdictOf(FAILED)));
    expect(await read('old/report.json')).toEqual(verdictOf(FAILED));
    expect(await read(path.join(root, 'old', 'report.json'))).toEqual(verdictOf(FAILED));
  });

  it('reads standard input, in whatever pieces it comes', async () => {
    const bytes = Buffer.from(renderJson(verdictOf({ ...FAILED, environment: 'übung' })));
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect((await read('-', pieces)).environments[0]?.environment).toBe('übung');
  });

  it('refuses standard input without an end', async () => {
    const endless = (function* () {
      const piece = Buffer.alloc(1024 * 1024, ' ');
      for (;;) yield piece;
    })();
    await expect(read('-', endless)).rejects.toThrow('must not be larger than 67108864 bytes');
  });

  it.each([
    ['that is not there', () => 'missing.json', "'--since' must name a file that can be read, got: "],
    ['that is a directory', () => '.', "'--since' must name a file that can be read, got: "],
    ['that is no JSON', () => write('{'), "got: 'old.json': it must be JSON"],
    ['of another schema version', () => write('{"schemaVersion": 2}'), "'schemaVersion' must be 1, got: 2"],
    ['that is something else', () => write('{"schemaVersion": 1}'), "got: 'old.json': 'asOf' must be"],
    ['that is too large', () => write('', 64 * 1024 * 1024 + 1), 'larger than 67108864 bytes'],
  ])('refuses a file %s', async (_, prepare, message) => {
    const name = prepare();
    await expect(read(name)).rejects.toThrow(UsageError);
    await expect(read(name)).rejects.toThrow(message);
  });

  function read(since: string, stdin: Iterable<Buffer> = []) {
    return readSince(since, { projectRoot: root, stdin: Readable.from(stdin) });
  }

  function write(text: string, bytes?: number): string {
    writeFileSync(path.join(root, 'old.json'), text);
    if (bytes !== undefined) truncateSync(path.join(root, 'old.json'), bytes);
    return 'old.json';
  }
});
