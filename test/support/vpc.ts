import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { IsolatedVpc } from '../../lib/constructs/isolated-vpc';
import type { IsolatedVpcProps } from '../../lib/constructs/isolated-vpc-props';
import { neighbours } from './test-stack';

/** A small isolated VPC in a stack. */
export function isolatedVpc(stack: Stack, props: Partial<IsolatedVpcProps> = {}): IsolatedVpc {
  return new IsolatedVpc(stack, 'Vpc', {
    cidr: '10.0.0.0/16',
    availabilityZones: 2,
    interfaceEndpoints: ['kms', 'sts'],
    logKey: neighbours(stack).key,
    flowLogRetentionDays: 2192,
    functionLogRetentionDays: 365,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
}
