import type { SafeguardStatus } from '../../checks/verdict';
import { type EvidenceLine, isAdverse, readEvidence } from '../evidence/evidence-line';

/** The lines that stand against a safeguard, by what they are about: an exception that is renewed is the same one. */
export function adverseLines({ evidence }: SafeguardStatus): ReadonlyMap<string, EvidenceLine> {
  return new Map(
    evidence
      .map(readEvidence)
      .filter(({ kind }) => isAdverse(kind))
      .map((line) => [`${line.kind} ${subjectOf(line)}`, line]),
  );
}

/** The rows that a safeguard rests on, each with its status. */
export function rowsUnder({ evidence }: SafeguardStatus): ReadonlyMap<string, string> {
  return new Map(
    evidence
      .map(readEvidence)
      .filter(({ kind }) => kind === 'rests-on')
      .map(({ text }) => {
        const [citation = '', status = ''] = text.split(': ', 2);
        return [citation, status];
      }),
  );
}

/** The entries of a map whose keys another lacks. */
export function withoutKeysOf<T>(map: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): readonly T[] {
  return [...map].filter(([key]) => !other.has(key)).map(([, entry]) => entry);
}

/** What stays the same while a line's dates and state change. */
function subjectOf({ kind, text }: EvidenceLine): string {
  if (kind === 'exception')
    return text.slice(0, positionOr(text.lastIndexOf(', owned by the '), text.length));
  if (kind === 'unattested') return text.slice(positionOr(text.indexOf('): '), 0));
  // Wording of the catalogue, which a later version may improve: only whether there is any counts.
  if (kind === 'beyond') return '';
  return text;
}

function positionOr(position: number, otherwise: number): number {
  return position < 0 ? otherwise : position;
}
