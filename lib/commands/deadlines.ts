import { computeDeadlines } from '../../lambda/breach/domain/deadlines/compute-deadlines';
import { parseFacts } from '../../lambda/breach/domain/deadlines/facts';
import { FactsError } from '../../lambda/breach/domain/deadlines/facts-error';
import { renderDeadlines } from '../../lambda/breach/domain/deadlines/render-deadlines';
import { type Command, type ExitCode, UsageError } from './command';
import { readAll } from './input-lines';
import { openInput } from './open-input';
import { dateOf, oneOf, parseOptions } from './parse-options';

/** Facts hold dates and counts: more than this is something else. UTF-16 units. */
const MAX_FACTS_LENGTH = 1_048_576;

/**
 * Tells every notification that the facts of an incident call for, with its date and the law that sets it.
 *
 * @see 45 CFR 164.404–164.414
 */
export const deadlinesCommand: Command = {
  name: 'deadlines',
  summary: 'tells who must be notified of a breach, by which date, and why',
  usage: `Usage: hipaa deadlines [FILE|-] [--format text|json] [--as-of DATE]

Reads the facts of one incident as JSON (docs/deadlines.md) and prints every obligation with its date and citation.

  --format FORMAT   text (default) or json
  --as-of DATE      the date that statuses are told for, YYYY-MM-DD (default: that of the facts)

Exit codes: 0 done, overdue dates included; 2 bad input.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { values, positionals } = parseOptions('deadlines', args, {
      format: { type: 'string', default: 'text' },
      'as-of': { type: 'string' },
    });
    const format = oneOf('--format', ['text', 'json'], values.format);
    const asOf = dateOf('--as-of', values['as-of']);
    const json = parseJson(await readInput(openInput(positionals, surroundings)));
    try {
      const result = computeDeadlines(parseFacts(json, asOf));
      surroundings.stdout(
        format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : renderDeadlines(result),
      );
      return 0;
    } catch (error) {
      if (error instanceof FactsError) throw new UsageError(error.message);
      throw error;
    }
  },
};

async function readInput(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  try {
    return await readAll(input, MAX_FACTS_LENGTH);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`the facts ${error.message}`);
    throw error;
  }
}

/** @throws UsageError with the position only: the text itself may be anything */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at =
      error instanceof Error ? /position \d+|line \d+ column \d+/.exec(error.message)?.[0] : undefined;
    throw new UsageError(`the facts must be JSON, got something else${at === undefined ? '' : ` at ${at}`}`);
  }
}
