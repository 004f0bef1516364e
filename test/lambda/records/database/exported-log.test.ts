import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditVerdict } from '../../../../lib/commands/audit-verdict';
import type { TestPostgres } from '../../../support/postgres';
import { hipaa } from '../../../support/run-command';
import { PATIENTS, seedPractice } from './practice';
import { SLOW_MS, startRecordsDatabase } from './records-database';
import { type RunningService, startService } from './running-service';

const REQUESTS = 1_000;

/** Records of an object; a real one holds what came within a minute. */
const OBJECT = 40;

let folder: string;
let postgres: TestPostgres;
let service: RunningService;
/** What the stream took, call by call. */
const calls: (readonly string[])[] = [];
let keys: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  postgres = await startRecordsDatabase();
  await seedPractice(postgres);
  service = await startService(postgres, {
    deliver: async (lines) => {
      // Every third call loses every fifth record, which then comes behind the others.
      const taken = lines.map((_, index) => calls.length % 3 !== 0 || index % 5 !== 4);
      calls.push(lines.filter((_, index) => taken[index]));
      return taken;
    },
  });
  const cookie = await service.signIn('physician');
  const answers = await Promise.all(
    Array.from({ length: REQUESTS }, () =>
      service.ask(cookie, {
        method: 'GET',
        path: `/patients/${PATIENTS.treated}/record`,
        purpose: 'treatment',
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  keys = [
    '--heads',
    file('heads.jsonl', service.headLines),
    '--public-key',
    file('heads.pub', [service.headKey.export({ type: 'spki', format: 'pem' }).toString()]),
  ];
}, SLOW_MS);
afterAll(async () => {
  await service.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

function file(name: string, lines: readonly string[]): string {
  const full = path.join(folder, name);
  writeFileSync(full, lines.join(''));
  return full;
}

async function verify(
  objects: readonly (readonly string[])[],
  window: number,
): Promise<{ exitCode: number; verdict: AuditVerdict }> {
  const files = objects.map((lines, index) => file(`object-${index}`, lines));
  const { exitCode, stdout } = await hipaa([
    ...[
      'audit',
      'verify',
      ...files,
      ...keys,
      '--window',
      `${window}`,
      '--as-of',
      '2099-12-31',
      '--format',
      'json',
    ],
  ]);
  return { exitCode, verdict: JSON.parse(stdout) };
}

const all = () => calls.flat();
const objectsOf = (lines: readonly string[]) =>
  Array.from({ length: Math.ceil(lines.length / OBJECT) }, (_, index) =>
    lines.slice(index * OBJECT, (index + 1) * OBJECT),
  );
/** Always the same disorder: neighbours change places by threes, as objects of one minute do. */
const disordered = (objects: readonly (readonly string[])[]) =>
  objects.toSorted((a, b) => placeOf(objects.indexOf(a)) - placeOf(objects.indexOf(b)));
const placeOf = (index: number) => index + ((index * 7) % 3) * 2;
const seqOf = (line: string) => (JSON.parse(line) as { seq: number }).seq;
const withoutNewest = () => all().filter((line) => seqOf(line) < REQUESTS - 1);

describe('the exported log of a thousand requests in flight', () => {
  it('is verified with its signed heads, though objects changed places and a batch came twice', async () => {
    const objects = disordered(objectsOf(all()));
    const twice = [...objects.slice(0, 6), objects[2] ?? [], ...objects.slice(6)];
    const { exitCode, verdict } = await verify(twice, 500);
    expect(verdict).toMatchObject({
      verdict: 'intact',
      counts: { records: REQUESTS, chains: 1, redelivered: OBJECT, broken: 0 },
      chains: [{ firstSeq: 0, lastSeq: REQUESTS - 1, signedThrough: REQUESTS - 1 }],
      notEstablished: [],
    });
    expect(verdict.counts.reordered).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
  });

  it('is not taken for intact where the window is smaller than the disorder', async () => {
    const { exitCode } = await verify(disordered(objectsOf(all())), 10);
    expect(exitCode).toBe(1);
  });

  it('is missed its newest record', async () => {
    const { exitCode, verdict } = await verify(objectsOf(withoutNewest()), 500);
    expect(verdict.firstBroken).toMatchObject({ seq: REQUESTS - 1, problem: 'end-missing' });
    expect(exitCode).toBe(1);
  });

  it('is missed any other record, wherever it is delivered', async () => {
    const { verdict } = await verify(disordered(objectsOf(all().toSpliced(REQUESTS / 2, 1))), 500);
    expect(verdict.firstBroken).toMatchObject({ problem: 'gap' });
  });
});
