import { fold } from './fold';
import { mergeFindings } from './merge-findings';
import { placeholder } from './placeholder';
import { RECOGNIZERS } from './recognizer-table';
import type { Redaction } from './redaction';
import { createScan, type Scan, type ScanMeter } from './scanner';
import type { Finding } from './span';
import { type VocabularyWords, vocabularyRecognizer } from './vocabulary';
import { withholdAll } from './withhold';

/** What a caller knows besides the text. */
export interface RedactOptions {
  /** What another recognizer found, in offsets of the input, such as a Presidio server. @default none */
  readonly findings?: readonly Finding[];
  /** Counts the work done. @default not counted */
  readonly meter?: ScanMeter;
}

/** Redacts a text: each identifier becomes the name of its type in brackets, and all else stays as it was. */
export type Redact = (text: string, options?: RedactOptions) => Redaction;

/**
 * A placeholder can complete what stands beside it, so a redacted text is scanned again until nothing is found. More
 * rounds than this have never been seen; a text that needs them is withheld.
 */
const MAX_ROUNDS = 6;

/** Redacts structured identifiers, and the names and places that a title, a label or the shape of an address gives away. */
export const redact: Redact = createRedact();

/** Makes a redaction that also finds the names and places of a vocabulary; make it once and use it often. */
export function createRedact(vocabulary?: VocabularyWords): Redact {
  const scan = createScan(
    vocabulary === undefined ? RECOGNIZERS : [...RECOGNIZERS, vocabularyRecognizer(vocabulary)],
  );
  return (text, options) => redactUntilStable(text, scan, options ?? {});
}

function redactUntilStable(text: string, scan: Scan, { findings = [], meter }: RedactOptions): Redaction {
  let found = mergeFindings([...find(text, scan, meter), ...withinText(findings, text)]);
  for (let round = 0; round < MAX_ROUNDS && found.length > 0; round++) {
    const redacted = render(text, found);
    const more = find(redacted, scan, meter);
    if (more.length === 0) {
      return { text: redacted, spans: found.map(({ start, end, type }) => ({ start, end, type })) };
    }
    found = mergeFindings([...found, ...toSource(more, found)]);
  }
  return found.length === 0 ? { text, spans: [] } : withholdAll(text);
}

/** Findings in offsets of `text`. */
function find(text: string, scan: Scan, meter: ScanMeter | undefined): readonly Finding[] {
  const folded = fold(text);
  const findings = scan(folded.text, meter);
  return mergeFindings(
    folded.text === text
      ? findings
      : findings.map((finding) => ({
          ...finding,
          start: folded.startOf(finding.start),
          end: folded.endOf(finding.end),
        })),
  );
}

function withinText(findings: readonly Finding[], text: string): readonly Finding[] {
  return findings
    .map((finding) => ({
      ...finding,
      start: Math.max(0, finding.start),
      end: Math.min(text.length, finding.end),
    }))
    .filter(({ start, end }) => start < end);
}

function render(text: string, found: readonly Finding[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, type } of found) {
    parts.push(text.slice(at, start), placeholder(type));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Findings in a redacted text as findings in the text before; what touches a placeholder takes all that it stands for. */
function toSource(more: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  let index = 0;
  let shift = 0;
  const sources: Finding[] = [];
  for (const finding of more) {
    let next = found[index];
    while (next !== undefined && next.start + shift + placeholder(next.type).length <= finding.start) {
      shift += placeholder(next.type).length - (next.end - next.start);
      index++;
      next = found[index];
    }
    sources.push(spanSource(finding, found, index, shift));
  }
  return sources;
}

function spanSource(
  finding: Finding,
  found: readonly Finding[],
  from: number,
  shiftAtStart: number,
): Finding {
  let shift = shiftAtStart;
  let start = finding.start - shift;
  let end = finding.end - shift;
  for (let index = from; index < found.length; index++) {
    const hidden = found[index];
    if (hidden === undefined || hidden.start + shift >= finding.end) {
      break;
    }
    start = Math.min(start, hidden.start);
    shift += placeholder(hidden.type).length - (hidden.end - hidden.start);
    end = Math.max(hidden.end, finding.end - shift);
  }
  return { ...finding, start, end };
}
