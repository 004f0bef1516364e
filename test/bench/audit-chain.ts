import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { appendRecord } from '../../lambda/shared/audit-chain/append-record';
import { ChainVerifier } from '../../lambda/shared/audit-chain/chain-verifier';
import { LineSplitter } from '../../lambda/shared/audit-chain/line-splitter';
import type { ChainHead } from '../../lambda/shared/audit-chain/record';
import { accessBody } from '../lambda/shared/audit-chain/chains';
import type { Benchmark, Measurement } from './measure';
import { PROJECT, summarize } from './measure';

const RECORDS = 200_000;
const ROUNDS = 5;
const CHUNK_BYTES = 1_048_576;
const BLOCK = 2000;
const MEMORY_RECORDS = 2_000_000;

/** Audit chains on one core: records of some 450 bytes appended, and verified from the bytes of a file. */
export const AUDIT_CHAIN_BENCHMARK: Benchmark = { name: 'audit chain', run: benchAuditChain };

async function benchAuditChain(): Promise<readonly Measurement[]> {
  let bytes: Buffer = Buffer.alloc(0);
  seconds(() => append(RECORDS / 10));
  const appended = rates(() => {
    bytes = append(RECORDS).bytes;
  });
  const plain = rates(() => verify(bytes, 0));
  const windowed = rates(() => verify(bytes, 1000));
  return [
    { name: 'size of a record', unit: 'KB', median: bytes.length / RECORDS / 1000, samples: RECORDS },
    summarize('records appended', '/s', appended),
    summarize('records verified', '/s', plain, 'at least 200,000'),
    summarize('records verified, window of 1,000', '/s', windowed),
    ...(await memory()),
  ];
}

function append(
  count: number,
  from = 0,
  newest?: ChainHead,
): { readonly bytes: Buffer; readonly head?: ChainHead } {
  const lines: string[] = [];
  let head = newest;
  for (let index = from; index < from + count; index += 1) {
    const body = accessBody(index);
    const made = appendRecord(head, { chain: 'writer-1', at: '2026-01-01T00:00:00.000Z', body });
    head = made.head;
    lines.push(made.line);
  }
  return { bytes: Buffer.from(`${lines.join('\n')}\n`), head };
}

function verify(bytes: Buffer, window: number): void {
  const verifier = new ChainVerifier({ window });
  const splitter = new LineSplitter(verifier);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) splitter.push(bytes.subarray(at, at + CHUNK_BYTES));
  splitter.end();
  const { records, breakCount } = verifier.finish();
  if (records !== RECORDS || breakCount > 0) throw new Error(`${RECORDS} records must hold, got: ${records}`);
}

function rates(work: () => void): readonly number[] {
  return Array.from({ length: ROUNDS }, () => RECORDS / seconds(work));
}

/** Seconds of processor time: what one core does, however many others share the machine. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

/** Resident memory of a process of its own that verifies what it is sent. */
async function memory(): Promise<readonly Measurement[]> {
  const script = join(__dirname, 'audit-chain-memory.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, String(MEMORY_RECORDS / 10)], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answer = text(child.stdout);
  await pipeline(Readable.from(blocks(MEMORY_RECORDS)), child.stdin);
  const { records, breakCount, first, last }: Readonly<Record<string, number>> = JSON.parse(await answer);
  if (records !== MEMORY_RECORDS || breakCount !== 0)
    throw new Error(`the records must hold, got: ${records}`);
  return [
    { name: 'memory, 200,000 records', unit: 'MB', median: (first ?? Number.NaN) / 1e6 },
    {
      name: 'memory, 2,000,000 records',
      unit: 'MB',
      median: (last ?? Number.NaN) / 1e6,
      goal: 'the same, within 15 %',
    },
  ];
}

/** A chain, some records at a time. */
function* blocks(count: number): Generator<Buffer> {
  let head: ChainHead | undefined;
  for (let from = 0; from < count; from += BLOCK) {
    const made = append(BLOCK, from, head);
    head = made.head;
    yield made.bytes;
  }
}
