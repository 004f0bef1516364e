import { ConfigurationError } from '../../lib/config/configuration-error';
import { loadEnvironments } from '../../lib/config/load';
import { type EnvironmentConfig, type EnvironmentInput, environmentSchema } from '../../lib/config/schema';

/** The least that a sandbox says of itself, with some fields changed. */
export function minimalSandbox(changes: Partial<EnvironmentInput> = {}): EnvironmentInput {
  return { name: 'sandbox', profile: 'sandbox', lockMode: 'GOVERNANCE', ...changes };
}

/** The least that production says of itself, with some fields changed. */
export function minimalProduction(changes: Partial<EnvironmentInput> = {}): EnvironmentInput {
  return {
    name: 'production',
    profile: 'production',
    lockMode: 'COMPLIANCE',
    region: 'us-east-1',
    recoveryRegion: 'us-west-2',
    alertEmail: 'security@clinic.org',
    records: { domainName: 'records.clinic.org', hostedZoneId: 'Z0123456789ABCDEFGHIJ' },
    ...changes,
  };
}

/** An input that its own schema accepts, as a configuration. */
export function configOf(input: EnvironmentInput): EnvironmentConfig {
  return environmentSchema.parse(input);
}

/** An environment with any value at one field, whatever its type says. */
export function withField(input: EnvironmentInput, field: string, value: unknown): EnvironmentInput {
  const [section = field, ...keys] = field.split('.');
  const part = keys.reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
  return { ...input, [section]: part };
}

/** What loading says is wrong with the environments; empty when it loads them. */
export function problemsOf(...environments: EnvironmentInput[]): readonly string[] {
  try {
    loadEnvironments({ context: {}, environments });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}
