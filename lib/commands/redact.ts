import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { createPresidioRedact } from '../../lambda/shared/redaction/adapters/presidio-recognizer';
import { MAX_TEXT_LENGTH, OUT_OF_REACH, REDACTION_LIMIT } from '../../lambda/shared/redaction/limits';
import { createRedact, type Redact, redact } from '../../lambda/shared/redaction/redact';
import { redactOrWithhold } from '../../lambda/shared/redaction/redact-or-withhold';
import type { Redaction } from '../../lambda/shared/redaction/redaction';
import { printable } from '../report/printable';
import { type Command, type ExitCode, UsageError } from './command';
import { readLines } from './input-lines';
import { openInput } from './open-input';
import { oneOf, parseOptions } from './parse-options';

/** The shape of a vocabulary file. */
const vocabularySchema = z.strictObject({
  names: z.array(z.string().max(200)).max(100_000).optional(),
  places: z.array(z.string().max(200)).max(100_000).optional(),
});

/**
 * Redacts text line by line: what no line may keep is replaced by the name of its Safe Harbor identifier.
 *
 * @see 45 CFR 164.514(b)(2)(i)
 */
export const redactCommand: Command = {
  name: 'redact',
  summary: 'replaces identifiers in lines of text by the names of their types',
  usage: `Usage: hipaa redact [FILE|-] [--format text|json] [--vocabulary FILE] [--presidio URL]

Reads lines of text and prints each without the structured identifiers of the Safe Harbor list.
${REDACTION_LIMIT} ${OUT_OF_REACH}

  --format FORMAT      text (default) or json: one object a line, with the spans in UTF-16 units of the input
  --vocabulary FILE    JSON {"names": [...], "places": [...]}: words that are redacted wherever they stand
  --presidio URL       a Presidio analyzer on a private address that finds names and places too; where it does not
                       answer in time, the line is withheld

Exit codes: 0 done, whatever was found; 2 bad input.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { values, positionals } = parseOptions('redact', args, {
      format: { type: 'string', default: 'text' },
      vocabulary: { type: 'string' },
      presidio: { type: 'string' },
    });
    const format = oneOf('--format', ['text', 'json'], values.format);
    const chosen =
      values.vocabulary === undefined ? redact : readVocabulary(values.vocabulary, surroundings.projectRoot);
    const redactLine =
      values.presidio === undefined ? locally(chosen) : withPresidio(values.presidio, chosen);
    const input = openInput(positionals, surroundings);
    for await (const line of readLines(input, MAX_TEXT_LENGTH + 1)) {
      const redaction = await redactLine(line);
      surroundings.stdout(`${format === 'json' ? JSON.stringify(redaction) : redaction.text}\n`);
    }
    if (format === 'text') surroundings.stderr(`${REDACTION_LIMIT}\n`);
    return 0;
  },
};

function locally(chosen: Redact): (line: string) => Redaction {
  return (line) => redactOrWithhold(line, { redact: chosen });
}

/** @throws UsageError when the address is not one that PHI may go to */
function withPresidio(endpoint: string, chosen: Redact): (line: string) => Promise<Redaction> {
  try {
    return createPresidioRedact({
      endpoint,
      redact: (text, options) => redactOrWithhold(text, { ...options, redact: chosen }),
    });
  } catch {
    throw new UsageError(
      `'--presidio' must be an http(s) URL on loopback, a private address or a name under .internal, got: '${printable(endpoint)}'`,
    );
  }
}

/** @throws UsageError that names the file and never what is in it, since its words may be PHI */
function readVocabulary(file: string, projectRoot: string): Redact {
  const refuse = (must: string) => new UsageError(`'--vocabulary' must ${must}, got: '${printable(file)}'`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(projectRoot, file), 'utf8'));
  } catch {
    throw refuse('name a file of JSON');
  }
  const { success, data } = vocabularySchema.safeParse(json);
  if (!success) throw refuse('hold {"names": [...], "places": [...]} and nothing else');
  try {
    return createRedact(data);
  } catch {
    throw refuse('hold entries of at least two Latin letters');
  }
}
