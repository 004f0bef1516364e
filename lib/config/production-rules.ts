import type { ConfigurationRule } from './configuration-rule';
import type { EnvironmentConfig } from './schema';

function production(config: EnvironmentConfig): boolean {
  return config.profile === 'production';
}

/** What production must have and a sandbox may do without. */
export const PRODUCTION_RULES: readonly ConfigurationRule[] = [
  {
    field: 'lockMode',
    reads: ['profile', 'lockMode'],
    demand: (config) =>
      production(config) && config.lockMode !== 'COMPLIANCE'
        ? "must be 'COMPLIANCE' in production"
        : undefined,
  },
  {
    field: 'recoveryRegion',
    reads: ['profile', 'recoveryRegion'],
    demand: (config) =>
      production(config) && config.recoveryRegion === undefined
        ? 'must be set in production: replicas and backups need a second region'
        : undefined,
  },
  {
    field: 'alertEmail',
    reads: ['profile', 'alertEmail'],
    demand: (config) =>
      production(config) && config.alertEmail === undefined
        ? 'must be set in production: an alert that reaches nobody is none'
        : undefined,
  },
  {
    field: 'removal',
    reads: ['profile', 'removal'],
    demand: (config) =>
      production(config) && config.removal !== 'retain' ? "must be 'retain' in production" : undefined,
  },
  {
    field: 'network.endpointZones',
    reads: ['profile', 'network.endpointZones'],
    demand: (config) =>
      production(config) && config.network.endpointZones !== 'all'
        ? "must be 'all' in production"
        : undefined,
  },
];
