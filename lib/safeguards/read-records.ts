import type { z } from 'zod';
import { ConfigurationError } from '../config/configuration-error';
import { demandOf, describeIssue } from '../config/describe-issue';
import { quoteValue } from '../config/quote-value';

/** A field of a record that a rule over several fields refuses. */
export interface RecordProblem {
  readonly field: string;
  /** `must …, got: …` */
  readonly text: string;
}

/** How a file of records is read. */
export interface RecordsFormat<Output> {
  /** The name of the list, for messages: `attestations`. */
  readonly name: string;
  readonly schema: z.ZodType<Output>;
  /** What is wrong between the fields of a well-formed record. */
  readonly problemsOf: (record: Output) => readonly RecordProblem[];
  /** What no two records may share. */
  readonly identityOf: (record: Output) => string;
}

/**
 * The records of a file, complete and valid.
 *
 * @throws ConfigurationError with every problem of every record
 */
export function readRecords<Output>(input: unknown, format: RecordsFormat<Output>): readonly Output[] {
  if (!Array.isArray(input)) {
    throw new ConfigurationError([`'${format.name}' must be a list, got: ${quoteValue(input)}`]);
  }
  const records: Output[] = [];
  const problems: string[] = [];
  for (const [index, entry] of input.entries()) {
    const at = `${format.name}[${index}]`;
    const parsed = format.schema.safeParse(entry, { error: demandOf });
    if (!parsed.success) {
      const issues = parsed.error.issues.flatMap((issue) => describeIssue(issue, entry));
      problems.push(...issues.map(({ path, text }) => `'${[at, ...path].map(String).join('.')}' ${text}`));
      continue;
    }
    const identity = format.identityOf(parsed.data);
    if (records.some((record) => format.identityOf(record) === identity)) {
      problems.push(`'${at}' must be the only one of its kind, got: ${quoteValue(identity)} again`);
    }
    problems.push(...format.problemsOf(parsed.data).map(({ field, text }) => `'${at}.${field}' ${text}`));
    records.push(parsed.data);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return records;
}
