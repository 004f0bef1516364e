import { DOCUMENTATION_ACCOUNT, deployability } from './deployability';
import type { EnvironmentConfig } from './schema';

/** Where the stacks of an environment go. */
export interface DeploymentTarget {
  /** @default that of the credentials at deployment */
  readonly account?: string;
  readonly region: string;
}

/** The environment's own target, or for an example AWS's documentation account, so that the CDK CLI refuses to deploy it. */
export function deploymentTarget(config: EnvironmentConfig): DeploymentTarget {
  const account = deployability(config).deployable ? config.account : DOCUMENTATION_ACCOUNT;
  return { ...(account === undefined ? {} : { account }), region: config.region };
}
