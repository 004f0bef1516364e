import { RemovalPolicy } from 'aws-cdk-lib';
import type { EnvironmentConfig } from '../config/schema';

/**
 * What becomes of an environment's data when its stacks are deleted. What is retained is retained once it exists: a
 * creation that fails leaves nothing behind that the next attempt would collide with.
 */
export function removalPolicyOf(environment: Pick<EnvironmentConfig, 'removal'>): RemovalPolicy {
  return environment.removal === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
}
