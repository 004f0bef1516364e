import { Fn, Stack } from 'aws-cdk-lib';
import { type SubnetConfiguration, type SubnetSelection, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { closeDefaultSecurityGroup } from './closed-default-security-group';
import { type IsolatedVpcProps, requireValidVpc } from './isolated-vpc-props';
import { type SubnetGroupName, SubnetPlan } from './subnet-plan';
import { endpointsWithoutPolicy, VpcEndpoints } from './vpc-endpoints';
import { VpcFlowLog } from './vpc-flow-log';
import { preventZoneLookup } from './zone-lookup';

/**
 * A network without a public path to data: isolated subnets, flow records of everything, a default security group
 * that lets nothing through, and ways to AWS services that the data perimeter bounds. Nothing is looked up.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1)
 */
export class IsolatedVpc extends Vpc {
  /** Subnets for stores of data: no route leads out of the VPC, not even to S3. */
  readonly dataSubnets: SubnetSelection = select('Data');

  /** Subnets for functions and tasks: routes to S3 and DynamoDB, interface endpoints, nothing else. */
  readonly serviceSubnets: SubnetSelection = select('Service');

  /** Subnets with a route to the Internet, for load balancers alone: none unless `publicFor` asks for them. */
  readonly balancerSubnets: SubnetSelection = select('Public');

  readonly flowLogGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: IsolatedVpcProps) {
    const stack = Stack.of(scope);
    requireValidVpc(props, stack.region);
    const natGateways = props.natGateways ?? 0;
    const zones = [...(props.zones ?? firstZones(props.availabilityZones))];
    const release = preventZoneLookup(stack, zones);
    super(scope, id, {
      ipAddresses: new SubnetPlan(props.cidr),
      availabilityZones: zones,
      natGateways,
      subnetConfiguration: subnetGroups(natGateways > 0, props.publicFor !== undefined),
      restrictDefaultSecurityGroup: false,
    });
    release();
    this.node.addValidation({ validate: () => endpointsWithoutPolicy(this) });

    acknowledgePublicRoutes(this, props.publicFor);
    const { cidr, logKey: key, removalPolicy } = props;
    closeDefaultSecurityGroup(this, {
      cidr,
      key,
      removalPolicy,
      logRetentionDays: props.functionLogRetentionDays,
    });
    this.flowLogGroup = new VpcFlowLog(this, 'FlowLog', {
      vpc: this,
      key,
      removalPolicy,
      retentionDays: props.flowLogRetentionDays,
    }).logGroup;
    new VpcEndpoints(this, 'Endpoints', {
      vpc: this,
      cidr,
      interfaceEndpoints: props.interfaceEndpoints,
      interfaceSubnets: {
        subnets: this.selectSubnets(this.serviceSubnets).subnets.slice(
          0,
          props.endpointZones === 'one' ? 1 : undefined,
        ),
      },
      gatewaySubnets: natGateways > 0 ? [this.serviceSubnets, select('Egress')] : [this.serviceSubnets],
    });
  }
}

/** What makes subnets public is acknowledged beside each of their routes. */
function acknowledgePublicRoutes(vpc: Vpc, publicFor: IsolatedVpcProps['publicFor']): void {
  for (const subnet of vpc.publicSubnets) {
    acknowledge(subnet.node.findChild('DefaultRoute'), {
      rule: 'HIPAA.Security-VPCNoUnrestrictedRouteToIGW',
      ...(publicFor === undefined
        ? {
            kind: 'internet-egress',
            reason:
              'The subnet holds a NAT gateway and nothing else; data and service subnets have no route to it.',
          }
        : {
            kind: 'internet-facing',
            reason:
              'The subnet holds load balancers and NAT gateways and nothing else; data and service subnets have no route to it.',
          }),
      citation: '164.312(e)(1)',
      ...YEARLY_REVIEW,
    });
  }
}

/** The first zones that the account has in the region, known only once the template is deployed. */
function firstZones(count: number): string[] {
  return Array.from({ length: count }, (_, index) => Fn.select(index, Fn.getAzs()));
}

function select(group: SubnetGroupName): SubnetSelection {
  return { subnetGroupName: group };
}

function subnetGroups(withEgress: boolean, withBalancer: boolean): SubnetConfiguration[] {
  const group = (name: SubnetGroupName, subnetType: SubnetType) => ({ name, subnetType });
  return [
    group('Data', SubnetType.PRIVATE_ISOLATED),
    group('Service', SubnetType.PRIVATE_ISOLATED),
    ...(withEgress || withBalancer
      ? [{ ...group('Public', SubnetType.PUBLIC), mapPublicIpOnLaunch: false }]
      : []),
    ...(withEgress ? [group('Egress', SubnetType.PRIVATE_WITH_EGRESS)] : []),
  ];
}
