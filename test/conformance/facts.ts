import type { EnvironmentFacts } from '../../lib/conformance/environment-facts';

/** An environment in which every rule makes sense. */
export const EVERYTHING: EnvironmentFacts = {
  databasePort: 5442,
  shortestLogDays: 365,
  hasSecondRegion: true,
  recordsGlobalTypes: true,
  hasInternetGateway: false,
  isGovCloud: false,
  excluded: [],
};
