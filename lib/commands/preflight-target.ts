import { ENVIRONMENTS } from '../config/environments';
import { loadEnvironments } from '../config/load';
import type { EnvironmentConfig, EnvironmentInput } from '../config/schema';
import type { PreflightArguments } from './preflight-arguments';

/** What a new account begins with: every default, and locks that can be lifted. */
const NEW_ENVIRONMENT: EnvironmentInput = { name: 'sandbox', profile: 'sandbox', lockMode: 'GOVERNANCE' };

/** The environment to be deployed, as it is written and complete. */
export interface PreflightTarget {
  readonly input: EnvironmentInput;
  readonly config: EnvironmentConfig;
  /** Whether it was asked for by name. */
  readonly named: boolean;
}

/**
 * The environment that was named, or a new one.
 *
 * @throws ConfigurationError with every problem of it
 */
export function preflightTarget(
  { environment, alertEmail }: Pick<PreflightArguments, 'environment' | 'alertEmail'>,
  { account, region }: { readonly account: string | undefined; readonly region: string | undefined },
): PreflightTarget {
  const named = environment !== undefined;
  const environments = named ? ENVIRONMENTS : [NEW_ENVIRONMENT];
  const name = environment ?? NEW_ENVIRONMENT.name;
  const context = { environment: name, ...(alertEmail === undefined ? {} : { alertEmail }) };
  const [config] = loadEnvironments({ context, account, region, environments });
  const input = environments.find((candidate) => candidate.name === name);
  if (config === undefined || input === undefined) throw new Error(`'${name}' must be loaded, got: nothing`);
  return { input: alertEmail === undefined ? input : { ...input, alertEmail }, config, named };
}
