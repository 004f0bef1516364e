import { printable } from '../report/printable';
import { UsageError } from './command';
import { dateOf, oneOf, parseOptions } from './parse-options';

/** The largest window, in records: one that is held takes some 500 bytes. */
const MAX_WINDOW = 100_000;

/** What `audit verify` was asked for. */
export interface AuditRequest {
  /** File names as given; `-` is standard input. */
  readonly files: readonly string[];
  readonly headFiles: readonly string[];
  readonly keyFiles: readonly string[];
  /** Records. */
  readonly window: number;
  readonly continues: boolean;
  readonly sealed: boolean;
  readonly format: 'text' | 'json';
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** What stands behind `hipaa audit`. @throws UsageError that says what is wrong */
export function readAuditArguments(args: readonly string[], today: string): AuditRequest {
  const { values, positionals } = parseOptions('audit', args, {
    heads: { type: 'string', multiple: true },
    'public-key': { type: 'string', multiple: true },
    window: { type: 'string', default: '0' },
    continue: { type: 'boolean', default: false },
    sealed: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
    'as-of': { type: 'string' },
  });
  const [action, ...files] = positionals;
  if (action !== 'verify') {
    throw new UsageError(
      `what follows 'audit' must be verify, got: ${action === undefined ? 'nothing' : `'${printable(action)}'`}`,
    );
  }
  if (files.length === 0) throw new UsageError('a FILE must be given, or - for standard input, got: nothing');
  if (files.filter((file) => file === '-').length > 1) throw new UsageError("'-' must be given once at most");
  const headFiles = values.heads ?? [];
  const keyFiles = values['public-key'] ?? [];
  requireTogether(headFiles, keyFiles);
  if (headFiles.length === 0 && (values.continue || values.sealed)) {
    throw new UsageError(`'--${values.continue ? 'continue' : 'sealed'}' must stand with --heads`);
  }
  return {
    files,
    headFiles,
    keyFiles,
    window: windowOf(values.window),
    continues: values.continue,
    sealed: values.sealed,
    format: oneOf('--format', ['text', 'json'], values.format),
    asOf: dateOf('--as-of', values['as-of']) ?? today,
  };
}

/** A head whose signature nobody checks proves nothing, and a key without a head checks nothing. */
function requireTogether(headFiles: readonly string[], keyFiles: readonly string[]): void {
  if (headFiles.length > 0 && keyFiles.length === 0) {
    throw new UsageError("'--heads' must stand with --public-key: without a key anybody can write a head");
  }
  if (keyFiles.length > 0 && headFiles.length === 0) {
    throw new UsageError("'--public-key' must stand with --heads");
  }
}

function windowOf(text: string): number {
  const window = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(window <= MAX_WINDOW)) {
    throw new UsageError(
      `'--window' must be a number of records from 0 to ${MAX_WINDOW}, got: '${printable(text)}'`,
    );
  }
  return window;
}
