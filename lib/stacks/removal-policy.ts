import { RemovalPolicy } from 'aws-cdk-lib';
import type { EnvironmentConfig } from '../config/schema';

/** What becomes of an environment's data when its stacks are deleted. */
export function removalPolicyOf(environment: Pick<EnvironmentConfig, 'removal'>): RemovalPolicy {
  return environment.removal === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}
