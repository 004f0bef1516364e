import {
  CfnVPCEndpoint,
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  type ISecurityGroup,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  type SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { accountPerimeter } from './data-perimeter';
import { boundableEndpoints, type InterfaceEndpointName, perimeterOf } from './interface-endpoints';
import { pascalCase } from './pascal-case';

const HTTPS = Port.tcp(443);

/** Properties of {@link VpcEndpoints}. */
export interface VpcEndpointsProps {
  readonly vpc: IVpc;

  /** The VPC's literal range, the only one that may reach the interface endpoints. */
  readonly cidr: string;

  /** Services that get an interface endpoint, each about USD 7 a month and zone. */
  readonly interfaceEndpoints: readonly InterfaceEndpointName[];

  /** Where the interface endpoints stand: one subnet in each zone they are to serve. */
  readonly interfaceSubnets: SubnetSelection;

  /** The subnets that get routes to S3 and DynamoDB. */
  readonly gatewaySubnets: readonly SubnetSelection[];
}

/**
 * Private ways to AWS services, each inside the data perimeter and closed to everything but HTTPS from the VPC.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export class VpcEndpoints extends Construct {
  constructor(scope: Construct, id: string, props: VpcEndpointsProps) {
    super(scope, id);
    const names = boundableEndpoints(props.interfaceEndpoints);
    const s3Needs = names.flatMap((name) => perimeterOf(name).s3Needs?.() ?? []);

    this.renderGateway('S3', GatewayVpcEndpointAwsService.S3, props, [accountPerimeter(), ...s3Needs]);
    this.renderGateway('DynamoDb', GatewayVpcEndpointAwsService.DYNAMODB, props, [accountPerimeter()]);
    if (names.length === 0) return;
    const securityGroup = this.renderSecurityGroup(props);
    for (const name of names) this.renderInterface(name, securityGroup, props);
  }

  private renderGateway(
    id: string,
    service: GatewayVpcEndpointAwsService,
    { vpc, gatewaySubnets }: VpcEndpointsProps,
    policy: readonly PolicyStatement[],
  ): void {
    const endpoint = new GatewayVpcEndpoint(this, id, { vpc, service, subnets: [...gatewaySubnets] });
    for (const statement of policy) endpoint.addToPolicy(statement);
  }

  private renderSecurityGroup({ vpc, cidr }: VpcEndpointsProps): ISecurityGroup {
    const securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'HTTPS from inside the VPC to interface endpoints',
      allowAllOutbound: false,
    });
    securityGroup.addIngressRule(Peer.ipv4(cidr), HTTPS, 'HTTPS from inside the VPC');
    return securityGroup;
  }

  private renderInterface(
    name: InterfaceEndpointName,
    securityGroup: ISecurityGroup,
    { vpc, interfaceSubnets }: VpcEndpointsProps,
  ): void {
    const endpoint = new InterfaceVpcEndpoint(this, pascalCase(name), {
      vpc,
      service: new InterfaceVpcEndpointAwsService(name),
      subnets: interfaceSubnets,
      privateDnsEnabled: true,
      open: false,
      securityGroups: [securityGroup],
    });
    endpoint.addToPolicy(perimeterOf(name).policy());
  }
}

/** A message for each endpoint below a construct that everybody could pass, because it has no policy. */
export function endpointsWithoutPolicy(scope: IConstruct): string[] {
  return scope.node
    .findAll()
    .filter((node) => node instanceof CfnVPCEndpoint)
    .filter((endpoint) => endpoint.stack.resolve(endpoint.policyDocument) === undefined)
    .map(({ node }) => `'policyDocument' must be set on every VPC endpoint, got: nothing on '${node.path}'`);
}
