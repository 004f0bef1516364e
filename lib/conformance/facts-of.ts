import { partitionOf } from '../config/partition';
import type { EnvironmentConfig } from '../config/schema';
import type { EnvironmentFacts } from './environment-facts';

/** What the rules of AWS Config have to know of an environment, by its configuration. */
export function factsOf(environment: EnvironmentConfig): EnvironmentFacts {
  const { conformance, database, network, records, region, recoveryRegion, retention, singletons } =
    environment;
  return {
    databasePort: database.port,
    shortestLogDays: Math.min(
      retention.auditDays,
      retention.databaseLogDays,
      retention.flowLogDays,
      retention.applicationLogDays,
    ),
    hasSecondRegion: recoveryRegion !== undefined,
    recordsGlobalTypes: singletons.configGlobalTypes === 'manage',
    hasInternetGateway: network.natGateways > 0 || records.exposure === 'internet',
    isGovCloud: partitionOf(region) === 'aws-us-gov',
    excluded: conformance.excludedRules,
  };
}
