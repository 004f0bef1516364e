import { types } from 'node:util';
import { plural } from '../report/plural';
import { printable } from '../report/printable';
import { compareList, type ListComparison } from '../safeguards/eligible-services/compare-list';
import { ELIGIBLE_SERVICES } from '../safeguards/eligible-services/eligibility';
import { ELIGIBLE_LIST, LATER_CHANGES } from '../safeguards/eligible-services/eligible-service';
import { oldListNotice } from '../safeguards/eligible-services/list-age';
import { type Command, type ExitCode, UsageError } from './command';
import { readAll } from './input-lines';
import { openInput } from './open-input';
import { dateOf, oneOf, parseOptions } from './parse-options';

/** The list has a few hundred names: more than this is something else. UTF-16 units. */
const MAX_LIST_LENGTH = 1_048_576;

/**
 * Tells how old the list of HIPAA eligible services is, and how it differs from a fresh copy of AWS's.
 *
 * @see 45 CFR 164.308(b)(1)
 */
export const eligibilityCommand: Command = {
  name: 'eligibility',
  summary: 'tells the age of the list of HIPAA eligible services, and compares it with a fresh copy',
  usage: `Usage: hipaa eligibility [--compare FILE|-] [--format text|json] [--as-of DATE]

Tells of which day the list of HIPAA eligible services is that 'hipaa check' goes by. Nothing is downloaded: copy the
names from ${ELIGIBLE_LIST.source}
into a file, one service a line, and compare it. What differs is changed in lib/safeguards/eligible-services/.

  --compare FILE    a fresh copy of the list; - is standard input
  --format FORMAT   text (default) or json
  --as-of DATE      the date that the age is told for, YYYY-MM-DD (default: today)

Exit codes: 0 the list is the same, or was not compared; 1 it differs; 2 bad input.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { values, positionals } = parseOptions('eligibility', args, {
      compare: { type: 'string' },
      format: { type: 'string', default: 'text' },
      'as-of': { type: 'string' },
    });
    const [surplus] = positionals;
    if (surplus !== undefined)
      throw new UsageError(`'--compare' must name the FILE, got: '${printable(surplus)}'`);
    const format = oneOf('--format', ['text', 'json'], values.format);
    const asOf = dateOf('--as-of', values['as-of']) ?? surroundings.today;
    const comparison =
      values.compare === undefined
        ? null
        : compare(await readList(openInput([values.compare], surroundings)));
    const result = { asOf, age: oldListNotice(asOf), comparison };
    surroundings.stdout(format === 'json' ? renderJson(result) : renderText(result));
    return comparison !== null && comparison.added.length + comparison.removed.length > 0 ? 1 : 0;
  },
};

interface Result {
  readonly asOf: string;
  /** A notice when the list is old on that day. */
  readonly age: string | null;
  /** Null when nothing was compared. */
  readonly comparison: ListComparison | null;
}

function renderJson({ asOf, age, comparison }: Result): string {
  const list = { date: ELIGIBLE_LIST.date, source: ELIGIBLE_LIST.source, services: ELIGIBLE_SERVICES.length };
  return `${JSON.stringify({ schemaVersion: 1, asOf, list, old: age !== null, comparison }, null, 2)}\n`;
}

function renderText({ age, comparison }: Result): string {
  return [
    `The list of ${ELIGIBLE_LIST.date} names ${plural(ELIGIBLE_SERVICES.length, 'service')} (${ELIGIBLE_LIST.source}).`,
    ...(age === null ? [] : [`Notice: ${age}`]),
    ...(comparison === null
      ? [
          'Known to have changed since, and not taken over:',
          ...LATER_CHANGES.map(({ date, change }) => `  ${date}  ${change}`),
        ]
      : renderComparison(comparison)),
    '',
  ].join('\n');
}

function renderComparison({ added, removed, unchanged }: ListComparison): readonly string[] {
  return [
    ...added.map((name) => `  + ${printable(name)}`),
    ...removed.map((name) => `  - ${printable(name)}`),
    added.length + removed.length === 0
      ? `The fresh copy is the same: ${plural(unchanged, 'service')}.`
      : `The fresh copy has ${added.length} more and ${removed.length} fewer; ${unchanged} are the same. A service that is gone may no longer hold PHI, or has another name.`,
  ];
}

function compare(freshCopy: string): ListComparison {
  try {
    return compareList(freshCopy);
  } catch (error) {
    if (types.isNativeError(error)) throw new UsageError(error.message);
    throw error;
  }
}

async function readList(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  try {
    return await readAll(input, MAX_LIST_LENGTH);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`the list ${error.message}`);
    throw error;
  }
}
