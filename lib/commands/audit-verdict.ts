import type { ChainSummary } from '../../lambda/shared/audit-chain/chain-progress';
import type { Break, ChainReport } from '../../lambda/shared/audit-chain/chain-report';
import type { ChainProblem } from '../../lambda/shared/audit-chain/problem';
import type { AuditRequest } from './audit-arguments';
import type { ExportFile } from './audit-export';
import type { ReadHeads } from './audit-heads';
import { type Limit, limitsOf } from './audit-limits';

/** The most chains that are listed one by one. */
const MAX_LISTED_CHAINS = 1000;
/** The most breaks that are listed one by one. */
const MAX_LISTED_BREAKS = 100;

/** One break, where it is. */
export interface BrokenPlace {
  readonly file: string | null;
  /** In the file, from 1; null where what is missing has no line. */
  readonly line: number | null;
  readonly chain: string | null;
  readonly seq: number | null;
  readonly expectedSeq: number | null;
  readonly problem: ChainProblem;
}

/** The answer of `audit verify --format json`. */
export interface AuditVerdict {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly verdict: 'intact' | 'broken';
  readonly counts: Readonly<
    Record<
      | 'files'
      | 'lines'
      | 'records'
      | 'chains'
      | 'redelivered'
      | 'reordered'
      | 'unverified'
      | 'heads'
      | 'broken',
      number
    >
  >;
  /** The instants of the earliest and the latest record; null where there is none. */
  readonly period: { readonly first: string; readonly last: string } | null;
  readonly firstBroken: BrokenPlace | null;
  /** The first breaks, at most 100. */
  readonly broken: readonly BrokenPlace[];
  /** Chains that hold, at most 1,000. */
  readonly chains: readonly ChainSummary[];
  /** What an intact export does not prove. */
  readonly notEstablished: readonly Limit[];
}

/** What the report on an export and its heads come to. */
export function verdictOf(
  report: ChainReport,
  files: readonly ExportFile[],
  { heads, verified, unsigned }: ReadHeads,
  request: AuditRequest,
): AuditVerdict {
  const found: readonly BrokenPlace[] = [
    ...report.breaks.map((one) => placeOf(one, files)),
    ...unsigned.map((place): BrokenPlace => ({ ...place, expectedSeq: null, problem: 'signature-mismatch' })),
    ...(report.lines === 0 && report.breakCount === 0 ? [NO_RECORDS] : []),
    ...(request.sealed ? unsealed(report.chains) : []),
  ];
  const broken = found.slice(0, MAX_LISTED_BREAKS);
  return {
    schemaVersion: 1,
    asOf: request.asOf,
    verdict: found.length === 0 ? 'intact' : 'broken',
    counts: {
      files: files.length,
      lines: report.lines,
      records: report.records,
      chains: report.chains.length,
      redelivered: report.redelivered,
      reordered: report.reordered,
      unverified: report.unverified,
      heads: verified,
      broken: found.length + report.breakCount - report.breaks.length,
    },
    period:
      report.firstAt === null || report.lastAt === null
        ? null
        : { first: report.firstAt, last: report.lastAt },
    firstBroken: broken[0] ?? null,
    broken,
    chains: report.chains.slice(0, MAX_LISTED_CHAINS),
    notEstablished: limitsOf(report, heads, request.asOf),
  };
}

const NO_RECORDS: BrokenPlace = {
  file: null,
  line: null,
  chain: null,
  seq: null,
  expectedSeq: 0,
  problem: 'no-records',
};

/** Chains that have records behind their last signed head. */
function unsealed(chains: readonly ChainSummary[]): readonly BrokenPlace[] {
  return chains
    .filter(({ lastSeq, signedThrough }) => signedThrough !== lastSeq)
    .map(({ chain, lastSeq }) => ({
      file: null,
      line: null,
      chain,
      seq: lastSeq,
      expectedSeq: null,
      problem: 'not-sealed',
    }));
}

function placeOf(
  { line, chain, seq, expectedSeq, problem }: Break,
  files: readonly ExportFile[],
): BrokenPlace {
  const file = line === null ? undefined : files.findLast(({ firstLine }) => firstLine <= line);
  return {
    file: file?.name ?? null,
    line: line === null || file === undefined ? null : line - file.firstLine + 1,
    chain,
    seq,
    expectedSeq,
    problem,
  };
}
