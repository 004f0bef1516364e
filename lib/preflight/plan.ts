import type { EnvironmentConfig, EnvironmentInput } from '../config/schema';
import type { OwnedResources } from './owned-resources';

/** What is to be deployed, and where. */
export interface Plan {
  /** The environment as it is written, or the one that a new account would begin with. */
  readonly input: EnvironmentInput;
  readonly config: EnvironmentConfig;
  /** Whether the environment was asked for by name; otherwise any new one is meant. */
  readonly named: boolean;
  /** The account of the credentials. */
  readonly account: string;
  /** The qualifier of the CDK's bootstrap stack. */
  readonly qualifier: string;
  /** Regions that the account cannot use: they answer nothing. */
  readonly closedRegions: readonly string[];
  /** What the environment's own stacks already hold; null where nobody may say. */
  readonly owned: OwnedResources | null;
}

/** The regions that the environment has stacks in, its own first. */
export function regionsOf({ config }: Pick<Plan, 'config'>): readonly string[] {
  return config.recoveryRegion === undefined ? [config.region] : [config.region, config.recoveryRegion];
}

/** Those of them that the account can use. */
export function openRegionsOf(plan: Pick<Plan, 'config' | 'closedRegions'>): readonly string[] {
  return regionsOf(plan).filter((region) => !plan.closedRegions.includes(region));
}
