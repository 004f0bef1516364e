import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { UsageError } from '../../lib/commands/command';
import { MAX_TEMPLATE_BYTES, readTemplates } from '../../lib/commands/read-templates';

const GOOD = 'Resources: { Topic: { Type: AWS::SNS::Topic } }';

describe('readTemplates', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'read-templates-'));
  const outside = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  afterAll(() => {
    for (const directory of [root, outside]) rmSync(directory, { recursive: true });
  });

  function file(name: string, content: string | Uint8Array, directory = root): string {
    const place = path.join(directory, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
    return place;
  }

  const read = (files: readonly string[], input: string | Uint8Array = '') =>
    readTemplates(files, { projectRoot: root, stdin: Readable.from([input]) });

  it('names a file of the project by its path from there, however it was given, and any other as it was', async () => {
    const inside = file('infra/a.yaml', GOOD);
    const other = file('b.yaml', GOOD, outside);
    const names = async (given: string) => (await read([given])).map(({ name }) => name);
    expect(await names('infra/a.yaml')).toEqual(['infra/a.yaml']);
    expect(await names('./infra/../infra/a.yaml')).toEqual(['infra/a.yaml']);
    expect(await names(inside)).toEqual(['infra/a.yaml']);
    expect(await names(other)).toEqual([other]);
  });

  it('reads several, and standard input for -', async () => {
    file('c.yaml', GOOD);
    const templates = await read(['-', 'c.yaml'], '{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}');
    expect(templates.map(({ name, template }) => [name, Object.keys(template.Resources)])).toEqual([
      ['stdin', ['A']],
      ['c.yaml', ['Topic']],
    ]);
  });

  it('passes a byte-order mark over', async () => {
    file('bom.yaml', `\uFEFF${GOOD}`);
    expect((await read(['bom.yaml']))[0]?.lines.get('Topic')).toBe(1);
  });

  it('tells what is wrong with every file at once', async () => {
    file('broken.json', '{"Resources": {\n  "A": }');
    file('broken.yaml', 'Resources:\n\tA: 1');
    const reading = read(['broken.json', 'no-such-file', 'broken.yaml']);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(
      /^broken\.json:2:8: the template must be well-formed JSON.*\n'FILE' must name a file, got: 'no-such-file'\nbroken\.yaml:2:1: /,
    );
  });

  it.each([
    ['twice.yaml', GOOD, ['twice.yaml', './twice.yaml'], "'./twice.yaml' must be given once"],
    ['latin.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe9]), ['latin.yaml'], "'latin.yaml' must be UTF-8"],
    ['zip.yaml', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]), ['zip.yaml'], "'zip.yaml' must be UTF-8"],
    ['empty.yaml', '', ['empty.yaml'], 'empty.yaml:1:1: the template must be a template, got: nothing'],
    [
      'large.yaml',
      Buffer.alloc(MAX_TEMPLATE_BYTES + 1, 0x20),
      ['large.yaml'],
      `must have at most ${MAX_TEMPLATE_BYTES} bytes`,
    ],
    ['folder/x', '', ['folder'], "'FILE' must name a file, got: 'folder'"],
    ['x', '', ['a\u001b[2J'], "got: 'a\\u001b[2J'"],
  ])('refuses %s', async (name, content, files, message) => {
    file(name, content);
    await expect(read(files)).rejects.toThrow(UsageError);
    await expect(read(files)).rejects.toThrow(message);
  });

  it('stops reading what has no end', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536, 0x20);
    }
    await expect(readTemplates(['-'], { projectRoot: root, stdin: endless() })).rejects.toThrow(
      `'stdin' must have at most ${MAX_TEMPLATE_BYTES} bytes, got: more`,
    );
  });
});
