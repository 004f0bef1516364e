import type { TimelineEntry } from '../../lambda/breach/domain/register/timeline-entry';
import { ChainVerifier } from '../../lambda/shared/audit-chain/chain-verifier';
import type { ChainHead } from '../../lambda/shared/audit-chain/record';

/** Whether the timeline of a case is whole, and where it breaks first. */
export interface ChainState {
  readonly verdict: 'intact' | 'broken';
  readonly records: number;
  /** The first record that does not hold, or that is missing; null where all do. */
  readonly brokenAt: number | null;
  readonly problem: string | null;
}

/**
 * Judges the timeline of a case, from its first entry to the newest that the case names.
 *
 * @see 45 CFR 164.312(c)(2)
 */
export function verifyCase(entries: readonly TimelineEntry[], head: ChainHead): ChainState {
  const verifier = new ChainVerifier();
  for (const { line } of entries) verifier.add(line);
  const report = verifier.finish();
  const broken = (brokenAt: number, problem: string): ChainState => ({
    verdict: 'broken',
    records: report.records,
    brokenAt,
    problem,
  });
  const [first] = report.breaks;
  if (first !== undefined) return broken(first.seq ?? report.records, first.problem);
  const [chain, other] = report.chains;
  if (chain === undefined || other !== undefined || chain.chain !== head.chain) {
    return broken(0, 'another chain stands there');
  }
  const newest = entries.at(-1);
  const at = newest === undefined ? undefined : headOf(newest.line);
  return at?.seq === head.seq && at.hash === head.hash
    ? { verdict: 'intact', records: report.records, brokenAt: null, problem: null }
    : broken(head.seq, 'the newest entry is not the one that the case names');
}

function headOf(line: string): { readonly seq: unknown; readonly hash: unknown } {
  return JSON.parse(line);
}
