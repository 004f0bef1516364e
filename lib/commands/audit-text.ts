import type { ChainProblem } from '../../lambda/shared/audit-chain/problem';
import { plural } from '../report/plural';
import { printable } from '../report/printable';
import type { AuditVerdict, BrokenPlace } from './audit-verdict';

/** The most breaks that a person is shown. */
const MAX_SHOWN = 10;

const EXPLANATIONS: Readonly<Record<ChainProblem, string>> = {
  'not-a-record': 'is no audit record: inserted, or only a part of one',
  'too-long': 'is longer than any record',
  'not-canonical': 'was rewritten: it is not in the one form (RFC 8785) in which records are written',
  'hash-mismatch': 'was edited: its content does not have its hash',
  'beginning-missing': 'is the first one of its chain here: those before it are missing or stand behind it',
  gap: 'comes too early: records before it are missing or stand behind it',
  repeated: 'comes a second time, or behind a later one',
  'link-mismatch': 'was not appended to the record before it: one of the two was replaced',
  'head-mismatch': 'is not the one that was signed for: it, or one before it, was replaced',
  'end-missing': 'was signed for and is missing: the chain was cut off at its end',
  'chain-missing': 'was signed for, and no record of its chain is here',
  'signature-mismatch': 'is a head that none of the given keys signed',
  'not-sealed': 'is the last one of its chain, and no signed head covers it',
  'damaged-file': 'cannot be decompressed: the file was cut off or damaged',
  'no-records': 'is missing: there is no record at all',
};

/** The verdict for a person: what holds or where it breaks first, and what it leaves open. Names no body. */
export function renderVerdict(verdict: AuditVerdict): string {
  const { counts, period, broken, notEstablished } = verdict;
  const lines = [
    verdict.verdict === 'intact'
      ? `INTACT: ${plural(counts.records, 'record')} in ${plural(counts.chains, 'chain')}`
      : `BROKEN: ${plural(counts.broken, 'break')} in ${plural(counts.lines, 'line')}`,
  ];
  if (period !== null) lines[0] += `, ${period.first} to ${period.last}`;
  for (const place of broken.slice(0, MAX_SHOWN)) lines.push(`  ${renderPlace(place)}`);
  if (counts.broken > MAX_SHOWN) lines.push(`  and ${counts.broken - MAX_SHOWN} more`);
  if (counts.unverified > 0) {
    lines.push(`  ${plural(counts.unverified, 'record')} behind the break of a chain: they prove nothing`);
  }
  if (counts.redelivered + counts.reordered > 0) {
    lines.push(`Within the window: ${counts.reordered} out of order, ${counts.redelivered} delivered twice`);
  }
  for (const { count, explanation } of notEstablished) {
    lines.push(`Not established: ${count === null ? '' : `${count} `}${explanation}`);
  }
  return `${lines.join('\n')}\n`;
}

function renderPlace({ file, line, chain, seq, expectedSeq, problem }: BrokenPlace): string {
  const place = file === null ? '' : `${printable(file === '-' ? 'standard input' : file)}:${line}: `;
  const record = chain === null ? 'a record' : `record ${seq} of chain ${chain}`;
  const expected = expectedSeq === null || seq === null ? '' : ` (expected: ${expectedSeq})`;
  return `${place}${record} ${EXPLANATIONS[problem]}${expected}`;
}
