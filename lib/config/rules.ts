import type { FieldPath } from './field-path';
import { partitionOf } from './partition';
import type { EnvironmentConfig } from './schema';

/** A demand that ties fields to each other; what one field alone must be is said in its schema. */
export interface ConfigurationRule {
  /** The field that the message names. */
  readonly field: FieldPath;
  /** Every field that decides; the rule is not asked while one of them is malformed. */
  readonly reads: readonly FieldPath[];
  /** What the field must be, beginning with 'must', or undefined where it is that. */
  readonly demand: (config: EnvironmentConfig) => string | undefined;
}

function production(config: EnvironmentConfig): boolean {
  return config.profile === 'production';
}

/** What production must have and a sandbox may do without. */
const PRODUCTION_RULES: readonly ConfigurationRule[] = [
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

/** What must fit together in every environment. */
const CONSISTENCY_RULES: readonly ConfigurationRule[] = [
  {
    field: 'recoveryRegion',
    reads: ['region', 'recoveryRegion'],
    demand: ({ region, recoveryRegion }) =>
      region === recoveryRegion ? 'must differ from region' : undefined,
  },
  {
    field: 'recoveryRegion',
    reads: ['region', 'recoveryRegion'],
    demand: ({ region, recoveryRegion }) =>
      recoveryRegion !== undefined && partitionOf(recoveryRegion) !== partitionOf(region)
        ? `must be in the partition of region (${partitionOf(region)})`
        : undefined,
  },
  {
    field: 'keys.administratorArns',
    reads: ['region', 'keys.administratorArns'],
    demand: ({ region, keys }) =>
      keys.administratorArns.some((arn) => arn.split(':')[1] !== partitionOf(region))
        ? `must be in the partition of region (${partitionOf(region)})`
        : undefined,
  },
  {
    // Production has a rule of its own above, so that one mistake is one message.
    field: 'removal',
    reads: ['profile', 'lockMode', 'removal'],
    demand: (config) =>
      !production(config) && config.removal === 'destroy' && config.lockMode === 'COMPLIANCE'
        ? "must be 'retain' where lockMode is 'COMPLIANCE': nobody can delete what that locks"
        : undefined,
  },
  {
    field: 'network.natGateways',
    reads: ['network.natGateways', 'network.availabilityZones'],
    demand: ({ network }) =>
      network.natGateways > network.availabilityZones
        ? `must be at most ${network.availabilityZones}, one for each of network.availabilityZones`
        : undefined,
  },
  {
    field: 'database.maxAllocatedStorageGiB',
    reads: ['database.maxAllocatedStorageGiB', 'database.allocatedStorageGiB'],
    demand: ({ database }) => {
      const least = Math.ceil((database.allocatedStorageGiB * 11) / 10);
      return database.maxAllocatedStorageGiB < least
        ? `must be at least ${least} GiB, a tenth above database.allocatedStorageGiB (RDS refuses less)`
        : undefined;
    },
  },
  {
    field: 'retention.archiveTransitionDays',
    reads: ['retention.archiveTransitionDays', 'retention.auditDays'],
    demand: ({ retention }) =>
      retention.archiveTransitionDays >= retention.auditDays
        ? `must be less than retention.auditDays (${retention.auditDays} days)`
        : undefined,
  },
];

/** Every demand that ties fields to each other. */
export const CONFIGURATION_RULES: readonly ConfigurationRule[] = [...PRODUCTION_RULES, ...CONSISTENCY_RULES];
