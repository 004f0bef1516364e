import { SAFEGUARDS } from '../../safeguards/catalogue';

/** What a line of evidence speaks of. */
export type EvidenceKind =
  | 'open'
  | 'missing'
  | 'not-applied'
  | 'not-built'
  | 'not-shown'
  | 'unchecked'
  | 'rests-on'
  | 'exception'
  | 'beyond'
  | 'unattested'
  | 'attested'
  | 'stated'
  | 'part'
  | 'rules'
  | 'software'
  | 'watched'
  | 'unwatched'
  | 'scored'
  | 'aws'
  | 'construct'
  | 'proof'
  | 'not-applicable'
  | 'other';

/** A line of evidence, read again. */
export interface EvidenceLine {
  readonly kind: EvidenceKind;
  /** What stands after the words that tell the kind; the whole line where no words do. */
  readonly text: string;
}

const PREFIXES: readonly (readonly [EvidenceKind, string])[] = [
  ['open', 'open: '],
  ['missing', 'missing: '],
  ['not-applied', 'not applied: '],
  ['not-built', 'not built: '],
  ['not-shown', 'not shown by a template: '],
  ['rests-on', 'rests on '],
  ['exception', 'exception: '],
  ['beyond', 'beyond a template: '],
  ['unattested', 'unattested '],
  ['attested', 'attested by '],
  ['stated', 'stated by '],
  ['rules', 'rules applied: '],
  ['software', 'the software '],
  ['watched', 'watched by '],
  ['unwatched', 'without the AWS Config rule '],
  ['scored', 'scored by '],
  ['aws', "AWS's part: "],
  ['proof', 'proved by '],
  ['not-applicable', 'not applicable: '],
];

const PARTS: ReadonlySet<string> = new Set(
  SAFEGUARDS.flatMap(({ needs = [] }) => needs.map(({ what }) => what)),
);

/** Tells what a line of a safeguard's evidence speaks of; a line that it does not know is kept whole. */
export function readEvidence(line: string): EvidenceLine {
  const found = PREFIXES.find(([, prefix]) => line.startsWith(prefix));
  if (found !== undefined) return { kind: found[0], text: line.slice(found[1].length) };
  if (line === 'no rule checks what is there') return { kind: 'unchecked', text: line };
  const [what = ''] = line.split(': ', 1);
  if (PARTS.has(what)) return { kind: 'part', text: line };
  return { kind: /^\w+ \((?:lib|lambda)\/[^()]+\)$/.test(line) ? 'construct' : 'other', text: line };
}

/** Lines that keep a safeguard from being held, from the worst on. */
const ADVERSE: readonly EvidenceKind[] = [
  'open',
  'missing',
  'not-applied',
  'not-built',
  'not-shown',
  'unchecked',
  'exception',
  'beyond',
  'unattested',
];

/** Whether a line says what a safeguard lacks, apart from the rows that it rests on. */
export function isAdverse(kind: EvidenceKind): boolean {
  return ADVERSE.includes(kind);
}
