import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { ChainHead } from '../../lambda/shared/audit-chain/record';
import { auditCommand } from '../../lib/commands/audit';
import type { AuditVerdict } from '../../lib/commands/audit-verdict';
import { accesses, KEY, signed } from '../lambda/shared/audit-chain/chains';
import { hipaa } from '../support/run-command';

const COUNT = 6;
const { lines, heads } = accesses('chain-a', COUNT);
const line = (index: number) => lines[index] ?? '';
const head = (index: number) => heads[index] as ChainHead;
const textOf = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
const intact = textOf(lines);
const edited = textOf(lines.with(2, line(2).replace('read', 'secret')));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and gives its name. */
function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const headFile = (name: string, ...all: readonly unknown[]) =>
  file(name, textOf(all.map((one) => JSON.stringify(one))));
const keyFile = () => file('key.pem', pem(KEY.publicKey));
const withHeads = (name: string, ...all: readonly unknown[]) => [
  '--heads',
  headFile(name, ...all),
  '--public-key',
  keyFile(),
];

async function verify(
  args: readonly string[],
  input: string | readonly Uint8Array[] = '',
): Promise<{ exitCode: number; verdict: AuditVerdict }> {
  const { exitCode, stdout } = await hipaa(['audit', 'verify', '--format', 'json', ...args], input);
  return { exitCode, verdict: JSON.parse(stdout) };
}

describe('hipaa audit verify', () => {
  it('says that an export is intact, and what that does not prove', async () => {
    const { exitCode, stdout, stderr } = await hipaa(['audit', 'verify', '-'], intact);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'INTACT: 6 records in 1 chain, 2026-01-01T00:00:00.000Z to 2026-01-01T00:00:05.000Z\n' +
        'Not established: No signed heads were given: records missing at the end of a chain, missing chains, and chains written anew as a whole cannot be seen.\n',
    );
  });

  it('gives one JSON document', async () => {
    const { exitCode, verdict } = await verify(['-', '--as-of', '2026-02-01'], intact);
    expect(exitCode).toBe(0);
    expect(verdict).toEqual({
      schemaVersion: 1,
      asOf: '2026-02-01',
      verdict: 'intact',
      counts: {
        files: 1,
        lines: 6,
        records: 6,
        chains: 1,
        redelivered: 0,
        reordered: 0,
        unverified: 0,
        heads: 0,
        broken: 0,
      },
      period: { first: '2026-01-01T00:00:00.000Z', last: '2026-01-01T00:00:05.000Z' },
      firstBroken: null,
      broken: [],
      chains: [{ chain: 'chain-a', firstSeq: 0, lastSeq: 5, lastHash: head(5).hash, signedThrough: null }],
      notEstablished: [
        { what: 'ends-and-origin', count: null, explanation: expect.stringContaining('No signed heads') },
      ],
    });
  });

  it('names the first broken record and never its content', async () => {
    const name = file('edited.jsonl', edited);
    const { exitCode, stdout, stderr } = await hipaa(['audit', 'verify', name]);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toContain(
      `edited.jsonl:3: record 2 of chain chain-a was edited: its content does not have its hash\n`,
    );
    expect(stdout).toContain('3 records behind the break of a chain: they prove nothing');
    const { verdict } = await verify([name]);
    expect(verdict.firstBroken).toEqual({
      file: name,
      line: 3,
      chain: 'chain-a',
      seq: 2,
      expectedSeq: null,
      problem: 'hash-mismatch',
    });
    expect(JSON.stringify(verdict) + stdout).not.toContain('secret');
  });

  it('counts the lines of each file, and reads the files as one export', async () => {
    const first = file('1.jsonl', textOf(lines.slice(0, 3)));
    const second = file('2.jsonl', textOf(lines.slice(3)));
    expect((await verify([first, second])).verdict).toMatchObject({
      verdict: 'intact',
      counts: { files: 2 },
    });
    expect((await verify([second, first])).verdict.firstBroken).toMatchObject({
      file: second,
      line: 1,
      problem: 'beginning-missing',
    });
    const third = file('3.jsonl', textOf(lines.slice(4)));
    expect((await verify([first, third])).verdict.firstBroken).toMatchObject({
      file: third,
      line: 1,
      seq: 4,
      expectedSeq: 3,
    });
  });

  it('never joins the end of one file and the beginning of the next', async () => {
    const half = intact.length - 300;
    const names = [file('a.jsonl', intact.slice(0, half)), file('b.jsonl', intact.slice(half))];
    expect((await verify(names)).verdict).toMatchObject({
      verdict: 'broken',
      firstBroken: { file: names[0], line: 6 },
    });
  });

  it.each([
    ['no end of the last line', intact.trimEnd(), 0],
    ['no record', '', 1],
    ['only an empty line', '\n', 1],
    ['ends of Windows', intact.replaceAll('\n', '\r\n'), 1],
    ['a byte-order mark', `\ufeff${intact}`, 1],
    ['an empty line at the end', `${intact}\n`, 1],
    ['another text', 'hello\n', 1],
  ])('judges an export with %s', async (_what, text, exitCode) => {
    expect((await verify(['-'], text)).exitCode).toBe(exitCode);
  });

  it('says so when there is no record at all', async () => {
    expect((await hipaa(['audit', 'verify', '-'], '')).stdout).toContain('there is no record at all');
  });

  describe('gzip', () => {
    const zipped = gzipSync(intact);
    const member = (texts: readonly string[]) => gzipSync(textOf(texts));

    it('is told by its bytes, whatever the name, on standard input too', async () => {
      expect((await verify([file('delivery-1', zipped)])).verdict).toMatchObject({
        verdict: 'intact',
        counts: { records: 6 },
      });
      expect(
        (
          await verify(
            ['-'],
            [...zipped].map((byte) => Buffer.of(byte)),
          )
        ).verdict.verdict,
      ).toBe('intact');
    });

    it('may have several members, as files that were put together have', async () => {
      const joined = Buffer.concat([member(lines.slice(0, 2)), member(lines.slice(2))]);
      expect((await verify([file('joined.gz', joined)])).verdict).toMatchObject({
        verdict: 'intact',
        counts: { records: 6 },
      });
    });

    it.each([
      ['cut off', zipped.subarray(0, zipped.length - 20)],
      ['cut off before its checksum', zipped.subarray(0, zipped.length - 8)],
      ['cut to its first bytes', zipped.subarray(0, 2)],
      ['followed by something else', Buffer.concat([zipped, Buffer.from('more')])],
      ['followed by records that are not compressed', Buffer.concat([zipped, Buffer.from(intact)])],
      [
        'damaged',
        Buffer.from(zipped.map((byte, index) => (index === zipped.length >> 1 ? byte ^ 0xff : byte))),
      ],
      [
        'damaged in its checksum',
        Buffer.from(zipped.map((byte, index) => (index === zipped.length - 6 ? byte ^ 1 : byte))),
      ],
    ])('that is %s is broken', async (_what, bytes) => {
      const { exitCode, verdict } = await verify([file('broken.gz', bytes)]);
      expect([exitCode, verdict.verdict]).toEqual([1, 'broken']);
      expect(verdict.broken.some(({ problem }) => problem === 'damaged-file')).toBe(true);
    });

    it('is decompressed in bounded memory, a line without end included', async () => {
      const bomb = gzipSync(Buffer.alloc(100_000_000, 0x78));
      expect((await verify([file('bomb.gz', bomb)])).verdict.firstBroken).toMatchObject({
        problem: 'too-long',
        line: 1,
      });
    });
  });

  describe('with signed heads', () => {
    it('vouches for the end', async () => {
      const args = withHeads('all.jsonl', signed(head(COUNT - 1)));
      const { stdout, exitCode } = await hipaa(['audit', 'verify', '-', '--sealed', ...args], intact);
      expect([exitCode, stdout]).toEqual([
        0,
        'INTACT: 6 records in 1 chain, 2026-01-01T00:00:00.000Z to 2026-01-01T00:00:05.000Z\n',
      ]);
    });

    it('finds a missing end', async () => {
      const { exitCode, verdict } = await verify(
        ['-', ...withHeads('end.jsonl', signed(head(5)))],
        textOf(lines.slice(0, 4)),
      );
      expect(exitCode).toBe(1);
      expect(verdict.firstBroken).toEqual({
        file: null,
        line: null,
        chain: 'chain-a',
        seq: 5,
        expectedSeq: 4,
        problem: 'end-missing',
      });
    });

    it('finds an export that was emptied', async () => {
      expect(
        (await verify(['-', ...withHeads('empty.jsonl', signed(head(5)))], '')).verdict.firstBroken,
      ).toMatchObject({ problem: 'chain-missing' });
    });

    it('says which records no head covers, and refuses them on demand', async () => {
      const args = ['-', ...withHeads('some.jsonl', signed(head(3)))];
      const input = intact + textOf(accesses('chain-b', 2).lines);
      const { exitCode, verdict } = await verify(args, input);
      expect(exitCode).toBe(0);
      expect(verdict.notEstablished.map(({ what, count }) => [what, count])).toEqual([
        ['unsigned-chains', 1],
        ['records-behind-heads', 2],
      ]);
      const sealed = await verify([...args, '--sealed'], input);
      expect(sealed.exitCode).toBe(1);
      expect(sealed.verdict.broken.map(({ chain, problem }) => [chain, problem])).toEqual([
        ['chain-a', 'not-sealed'],
        ['chain-b', 'not-sealed'],
      ]);
    });

    it('takes more heads of a chain than it keeps, in any order, and misses its end all the same', async () => {
      const long = accesses('chain-long', 200);
      const all = long.heads.map((one) => signed(one));
      const shuffled = all.toSorted((a, b) => a.hash.localeCompare(b.hash));
      const args = ['-', ...withHeads('many.jsonl', ...shuffled)];
      const { exitCode, verdict } = await verify(args, textOf(long.lines));
      expect([exitCode, verdict.counts.heads]).toEqual([0, 200]);
      expect(verdict.chains).toMatchObject([{ signedThrough: 199 }]);
      expect((await verify(args, textOf(long.lines.slice(0, -1)))).verdict.firstBroken).toMatchObject({
        problem: 'end-missing',
        seq: 199,
      });
      const later = await verify(['--continue', ...args], textOf(long.lines.slice(1)));
      expect(later.verdict.verdict).toBe('intact');
    });

    it('finds a head that nobody with the key signed, at its line', async () => {
      const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const forged = { ...signed(head(5)), seq: 4 };
      const name = headFile('forged.jsonl', signed(head(5)), forged, signed(head(2), stranger));
      const { exitCode, verdict } = await verify(['-', '--heads', name, '--public-key', keyFile()], intact);
      expect(exitCode).toBe(1);
      expect(verdict.broken).toEqual([
        { file: name, line: 2, chain: 'chain-a', seq: 4, expectedSeq: null, problem: 'signature-mismatch' },
        { file: name, line: 3, chain: 'chain-a', seq: 2, expectedSeq: null, problem: 'signature-mismatch' },
      ]);
    });

    it('takes the key as PEM, as DER and as the AWS CLI prints it, and one of several', async () => {
      const der = KEY.publicKey.export({ type: 'spki', format: 'der' });
      const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const name = headFile('keys.jsonl', signed(head(5)), signed(head(2), other));
      for (const content of [pem(KEY.publicKey), der, `${der.toString('base64')}\n`]) {
        const keys = [
          '--public-key',
          file('one', content),
          '--public-key',
          file('two', pem(other.publicKey)),
        ];
        expect((await verify(['-', '--heads', name, ...keys], intact)).exitCode).toBe(0);
      }
    });

    it('verifies a later part when told so, and says what is not in it', async () => {
      const args = withHeads('later.jsonl', signed(head(2)), signed(head(5)));
      const later = textOf(lines.slice(3));
      expect((await verify(['-', ...args], later)).exitCode).toBe(1);
      const { exitCode, verdict } = await verify(['-', '--continue', ...args], later);
      expect(exitCode).toBe(0);
      expect(verdict.notEstablished.map(({ what }) => what)).toEqual(['earlier-records']);
    });
  });

  it('accepts late and doubled deliveries only within a window, and tells of them', async () => {
    const delivered = textOf([line(0), line(2), line(1), ...lines.slice(1)]);
    expect((await verify(['-'], delivered)).exitCode).toBe(1);
    const { exitCode, verdict } = await verify(['-', '--window', '10'], delivered);
    expect(exitCode).toBe(0);
    expect(verdict.counts).toMatchObject({ records: 6, reordered: 1, redelivered: 2 });
  });

  it('names records that are dated later than the day that the answer is for', async () => {
    const { verdict } = await verify(['-', '--as-of', '2025-12-31'], intact);
    expect(verdict.notEstablished.map(({ what }) => what)).toContain('later-than-as-of');
    expect((await verify(['-', '--as-of', '2026-01-01'], intact)).verdict.notEstablished).toHaveLength(1);
  });

  it('shows a file name without what a terminal would obey', async () => {
    const name = file('odd\u001b[31m.jsonl', edited);
    expect((await hipaa(['audit', 'verify', name])).stdout).not.toContain('\u001b');
  });

  it.each<[() => string[], string]>([
    [() => [], "what follows 'audit' must be verify, got: nothing"],
    [() => ['check', 'x'], "what follows 'audit' must be verify, got: 'check'"],
    [() => ['verify'], 'a FILE must be given, or - for standard input'],
    [() => ['verify', '-', '-'], "'-' must be given once at most"],
    [() => ['verify', 'no/such/file'], "'FILE' must name a file that can be read, got: 'no/such/file'"],
    [() => ['verify', 'lib'], "'FILE' must name a file that can be read, got: 'lib'"],
    [() => ['verify', '-', '--format', 'xml'], "'--format' must be one of text, json, got: 'xml'"],
    [() => ['verify', '-', '--window', '-1'], '(hipaa audit --help lists the options)'],
    [() => ['verify', '-', '--window', '100001'], "'--window' must be a number of records from 0 to 100000"],
    [() => ['verify', '-', '--as-of', '2026-02-30'], "'--as-of' must be a date that exists"],
    [() => ['verify', '-', '--sealed'], "'--sealed' must stand with --heads"],
    [() => ['verify', '-', '--continue'], "'--continue' must stand with --heads"],
    [
      () => ['verify', '-', '--heads', headFile('h', signed(head(1)))],
      "'--heads' must stand with --public-key",
    ],
    [() => ['verify', '-', '--public-key', keyFile()], "'--public-key' must stand with --heads"],
    [
      () => ['verify', '-', '--heads', 'nothing', '--public-key', keyFile()],
      "'--heads' must name a file that can be read",
    ],
    [
      () => ['verify', '-', ...withHeads('h1', signed(head(1)), { seq: 1 })],
      "'--heads' must hold one signed head a line",
    ],
    [
      () => ['verify', '-', '--heads', headFile('h', signed(head(1))), '--public-key', file('k', 'x')],
      "'--public-key' must be a public key on the curve P-256",
    ],
    [
      () => [
        'verify',
        '-',
        '--heads',
        headFile('h', signed(head(1))),
        '--public-key',
        file('private', KEY.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      ],
      "'--public-key' must be a public key on the curve P-256",
    ],
    [
      () => [
        'verify',
        '-',
        '--heads',
        headFile('h', signed(head(1))),
        '--public-key',
        file('p384', pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)),
      ],
      "'--public-key' must be a public key on the curve P-256",
    ],
  ])('refuses bad input (%#)', async (args, message) => {
    const { exitCode, stdout, stderr } = await hipaa(['audit', ...args()], intact);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('PRIVATE');
  });

  it('shows whoever waits how far it is, and takes that away at the end', async () => {
    const shown: string[] = [];
    const exitCode = await auditCommand.run(['verify', '-'], {
      account: undefined,
      region: undefined,
      today: '2026-11-21',
      projectRoot: folder,
      cdkContext: {},
      version: '1.2.3',
      layout: { columns: null, color: false },
      stdin: Readable.from(Array.from({ length: 250 }, () => Buffer.alloc(1000, 0x0a))),
      stdout: () => undefined,
      stderr: () => undefined,
      progress: (text) => shown.push(text),
    });
    expect(exitCode).toBe(1);
    expect(shown).toEqual(['100000 lines …', '200000 lines …', '']);
  });

  it('has every problem and every limit on its page', () => {
    const read = (name: string) => readFileSync(path.join(__dirname, '../..', name), 'utf8');
    const problems = [...read('lambda/shared/audit-chain/problem.ts').matchAll(/\| '([a-z-]+)'/g)];
    const limits = [...read('lib/commands/audit-limits.ts').matchAll(/^ +\| '([a-z-]+)'/gm)];
    expect([problems.length, limits.length]).toEqual([15, 5]);
    const page = read('docs/audit-chain.md');
    for (const [, name] of [...problems, ...limits]) expect(page).toContain(`\`${name}\``);
  });

  it('does not wait for a person', async () => {
    expect(await hipaa(['audit', 'verify', '-'], '', true)).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
