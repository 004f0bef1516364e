import { isLoopback } from '../incident/loopback';
import type { Scenario } from '../rehearsal/scenarios/scenario';
import { SCENARIOS } from '../rehearsal/scenarios/scenarios';
import { printable } from '../report/printable';
import { UsageError } from './command';
import { oneOf, parseOptions } from './parse-options';

/** What `hipaa drill` was asked for. */
export interface DrillArguments {
  readonly environment: string;
  readonly format: 'text' | 'json';
  readonly scenarios: readonly Scenario[];
  readonly endpoint: string | undefined;
  /** Only to tell which scenarios there are. */
  readonly list: boolean;
}

/** Reads the arguments of `hipaa drill`. @throws UsageError that says which is wrong */
export function parseDrillArguments(args: readonly string[]): DrillArguments {
  const { values, positionals } = parseOptions('drill', args, {
    environment: { type: 'string', short: 'e', default: 'sandbox' },
    format: { type: 'string', default: 'text' },
    scenario: { type: 'string', multiple: true },
    endpoint: { type: 'string' },
    list: { type: 'boolean', default: false },
  });
  const [surplus] = positionals;
  if (surplus !== undefined) {
    throw new UsageError(`'drill' must stand without a name, got: '${printable(surplus)}'`);
  }
  return {
    environment: values.environment,
    format: oneOf('--format', ['text', 'json'], values.format),
    scenarios: scenariosOf(values.scenario),
    endpoint: endpointOf(values.endpoint),
    list: values.list,
  };
}

/** Those that were named, in the order of a drill. */
function scenariosOf(names: readonly string[] | undefined): readonly Scenario[] {
  if (names === undefined) return SCENARIOS;
  const ids = SCENARIOS.map(({ id }) => id);
  for (const name of names) oneOf('--scenario', ids, name);
  return SCENARIOS.filter(({ id }) => names.includes(id));
}

/** What is not on this machine is no rehearsal: it would get stacks that are made to be thrown away. */
function endpointOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    !isLoopback(url.hostname) ||
    url.username !== ''
  ) {
    throw new UsageError(
      `'--endpoint' must be a URL on this machine, like http://127.0.0.1:4566, got: '${printable(value.slice(0, 80))}'`,
    );
  }
  return url.origin;
}
