import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { boundableEndpoints } from '../constructs/interface-endpoints';
import { IsolatedVpc } from '../constructs/isolated-vpc';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link NetworkStack}. */
export interface NetworkStackProps extends StackProps {
  readonly environment: EnvironmentConfig;

  /** Encrypts the flow logs; its policy lets CloudWatch Logs use it. */
  readonly auditKey: IKey;
}

/**
 * The network that everything else stands in.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1)
 */
export class NetworkStack extends Stack {
  readonly vpc: IVpc;

  /** Where data stores stand: no route leads out of the VPC. */
  readonly dataSubnets: SubnetSelection;

  /** Where functions and tasks stand: they reach AWS services through endpoints only. */
  readonly serviceSubnets: SubnetSelection;

  /** The service subnets that a further interface endpoint stands in: one zone of them, or all. */
  readonly endpointSubnets: SubnetSelection;

  /** Where a load balancer on the Internet stands; there are such subnets only where an environment has one. */
  readonly balancerSubnets: SubnetSelection;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    const { network, records, retention } = props.environment;
    const vpc = new IsolatedVpc(this, 'Vpc', {
      cidr: network.cidr,
      availabilityZones: network.availabilityZones,
      zones: network.zones,
      natGateways: network.natGateways,
      ...(records.exposure === 'internet' && { publicFor: 'load-balancer' }),
      interfaceEndpoints: boundableEndpoints(network.interfaceEndpoints),
      endpointZones: network.endpointZones,
      logKey: props.auditKey,
      flowLogRetentionDays: retention.flowLogDays,
      functionLogRetentionDays: retention.applicationLogDays,
      removalPolicy: removalPolicyOf(props.environment),
    });
    this.vpc = vpc;
    this.dataSubnets = vpc.dataSubnets;
    this.serviceSubnets = vpc.serviceSubnets;
    this.endpointSubnets = {
      subnets: vpc
        .selectSubnets(vpc.serviceSubnets)
        .subnets.slice(0, network.endpointZones === 'one' ? 1 : undefined),
    };
    this.balancerSubnets = vpc.balancerSubnets;
  }
}
