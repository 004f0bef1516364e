import { readFileSync } from 'node:fs';
import { redact } from '../../lambda/shared/redaction/redact';
import type { Span } from '../../lambda/shared/redaction/span';

/** A text with the identifiers that somebody marked in it, one JSON object a line. */
interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** How many labelled identifiers of a type there are, and how many are covered in full. */
interface Tally {
  count: number;
  covered: number;
}

/**
 * Prints the recall for each labelled type (an identifier counts when every letter and digit of it is covered, under
 * whatever name) and what was redacted without a label.
 *
 * Usage: npx tsx test/bench/redaction-recall.ts FILE.jsonl [--misses]
 */
function main([file, option]: readonly string[]): void {
  if (file === undefined) {
    console.error("'FILE' must be the path of a JSONL file, got: nothing");
    process.exitCode = 2;
    return;
  }
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const tallies = new Map<string, Tally>();
  const misses: string[] = [];
  const extras: string[] = [];
  for (const line of lines) {
    measure(JSON.parse(line) as LabelledText, tallies, misses, extras);
  }
  for (const [type, { count, covered }] of [...tallies].sort()) {
    console.log(`${type.padEnd(34)} ${covered}/${count} ${((100 * covered) / count).toFixed(1)} %`);
  }
  console.log(`redacted without a label: ${extras.length} in ${lines.length} texts`);
  if (option === '--misses') {
    console.log(
      [...misses.map((miss) => `missed ${miss}`), ...extras.map((extra) => `extra  ${extra}`)].join('\n'),
    );
  }
}

function measure(entry: LabelledText, tallies: Map<string, Tally>, misses: string[], extras: string[]): void {
  const { spans } = redact(entry.text);
  for (const label of entry.spans) {
    const tally = tallies.get(label.type) ?? { count: 0, covered: 0 };
    tallies.set(label.type, tally);
    tally.count++;
    if (isCovered(entry.text, label, spans)) {
      tally.covered++;
    } else {
      misses.push(`${label.type} ${context(entry.text, label.start, label.end)}`);
    }
  }
  for (const span of spans) {
    if (!entry.spans.some((label) => label.start < span.end && span.start < label.end)) {
      extras.push(`${span.type} ${context(entry.text, span.start, span.end)}`);
    }
  }
}

function isCovered(text: string, label: { start: number; end: number }, spans: readonly Span[]): boolean {
  for (let at = label.start; at < label.end; at++) {
    const matters = /[\p{L}\p{N}]/u.test(text.charAt(at));
    if (matters && !spans.some(({ start, end }) => start <= at && at < end)) {
      return false;
    }
  }
  return true;
}

function context(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 30), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`;
}

main(process.argv.slice(2));
