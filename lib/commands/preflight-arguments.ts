import { printable } from '../report/printable';
import { UsageError } from './command';
import { oneOf, parseOptions } from './parse-options';

const FORMATS = ['text', 'json'] as const;

/** What `hipaa preflight` was asked for. */
export interface PreflightArguments {
  readonly format: (typeof FORMATS)[number];
  /** The environment to judge; undefined means a new one. */
  readonly environment: string | undefined;
  /** Over what the environment says; undefined leaves that. */
  readonly alertEmail: string | undefined;
  /** Only print the policy that the look needs. */
  readonly printPolicy: boolean;
}

/**
 * Reads the arguments of `hipaa preflight`.
 *
 * @throws UsageError when one is unknown, has a value that it cannot have, or is one too many
 */
export function parsePreflightArguments(args: readonly string[]): PreflightArguments {
  const { values, positionals } = parseOptions('preflight', args, {
    environment: { type: 'string', short: 'e' },
    format: { type: 'string', default: 'text' },
    context: { type: 'string', short: 'c', multiple: true, default: [] },
    'print-policy': { type: 'boolean', default: false },
  });
  const [surplus] = positionals;
  if (surplus !== undefined) {
    throw new UsageError(`'--environment' must name the environment, got: '${printable(surplus)}'`);
  }
  return {
    format: oneOf('--format', FORMATS, values.format),
    environment: values.environment,
    alertEmail: alertEmailOf(values.context),
    printPolicy: values['print-policy'],
  };
}

/** No other context decides what is deployed where. */
function alertEmailOf(entries: readonly string[]): string | undefined {
  const prefix = 'alertEmail=';
  const wrong = entries.find((entry) => !entry.startsWith(prefix));
  if (wrong !== undefined)
    throw new UsageError(`'-c' must be alertEmail=ADDRESS, got: '${printable(wrong)}'`);
  return entries.at(-1)?.slice(prefix.length);
}
