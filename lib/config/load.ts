import { ConfigurationError } from './configuration-error';
import { ENVIRONMENTS } from './environments';
import { valueAt } from './field-path';
import { type LoadRequest, type OutsideField, outsideFields, problemsOfRequest } from './load-request';
import { quoteValue } from './quote-value';
import { type EnvironmentConfig, environmentName } from './schema';
import { type Candidate, singletonConflicts } from './singleton-conflicts';
import { validateEnvironment } from './validate';

/**
 * The environments that were asked for, complete and valid, in the order of the table.
 *
 * @throws ConfigurationError with every problem of every environment that was asked for
 */
export function loadEnvironments(request: LoadRequest): EnvironmentConfig[] {
  const table: readonly unknown[] = request.environments ?? ENVIRONMENTS;
  const asked = request.context.environment;
  const candidates = table.flatMap((input, index) =>
    asked === undefined || asked === nameOf(input) ? [candidateOf(input, index, request)] : [],
  );
  const outcomes = candidates.map(judge);
  // A set: a malformed account of the CDK is one problem, not one for each environment.
  const problems = new Set([
    ...problemsOfTable(table),
    ...problemsOfSelection(table, asked),
    ...problemsOfRequest(request, table),
    ...outcomes.flatMap((outcome) => outcome.problems),
    ...singletonConflicts(candidates),
  ]);
  if (problems.size > 0) {
    throw new ConfigurationError([...problems]);
  }
  return outcomes.flatMap(({ config }) => config ?? []);
}

function problemsOfTable(table: readonly unknown[]): string[] {
  const names = table.map(nameOf).filter((name) => name !== undefined);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...(table.length === 0 ? ["'environments' must have at least one entry, got: []"] : []),
    ...repeated.map((name) => `'environments' must each have their own name, got: ${quoteValue(name)} twice`),
  ];
}

function problemsOfSelection(table: readonly unknown[], asked: unknown): string[] {
  const names = table.map(nameOf);
  return asked === undefined || names.includes(asked)
    ? []
    : [`'environment' must be one of ${names.map(quoteValue).join(', ')}, got: ${quoteValue(asked)}`];
}

interface SourcedCandidate extends Candidate {
  readonly outside: readonly OutsideField[];
}

function candidateOf(written: unknown, index: number, request: LoadRequest): SourcedCandidate {
  const owner = environmentName.safeParse(nameOf(written)).data ?? `environments[${index}]`;
  const outside = outsideFields(written, request);
  return { owner, written, outside, complete: withOutside(written, outside) };
}

interface Outcome {
  readonly config?: EnvironmentConfig;
  readonly problems: readonly string[];
}

function judge({ owner, complete, outside }: SourcedCandidate): Outcome {
  const validation = validateEnvironment(complete);
  if (validation.valid) {
    return { config: validation.config, problems: [] };
  }
  return {
    problems: validation.problems.map(({ path, text }) => {
      const source = outside.find(({ field }) => field === path.join('.'))?.source;
      return `${quoteValue(source ?? [owner, ...path].map(String).join('.'))} ${text}`;
    }),
  };
}

/** What is no object stays as it is, for the schema to refuse. */
function withOutside(input: unknown, outside: readonly OutsideField[]): unknown {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? { ...input, ...Object.fromEntries(outside.map(({ field, value }) => [field, value])) }
    : input;
}

function nameOf(input: unknown): unknown {
  return valueAt(input, ['name']);
}
