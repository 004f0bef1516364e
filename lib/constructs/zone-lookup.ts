import type { Stack } from 'aws-cdk-lib';

/**
 * Answers for a stack what its zones are until the returned function is called. A VPC asks its stack even when it is
 * given zones, and a stack with account and region would then have the CDK CLI look them up, with credentials.
 */
export function preventZoneLookup(stack: Stack, availabilityZones: readonly string[]): () => void {
  Object.defineProperty(stack, 'availabilityZones', { configurable: true, value: availabilityZones });
  return () => Reflect.deleteProperty(stack, 'availabilityZones');
}
