import {
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  type ISecurityGroup,
  type IVpc,
  Port,
  SecurityGroup,
  type SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** Services whose interface endpoint accepts no policy, so that only the network can bound it. */
export type RestrictedService = 'config' | 'verifiedpermissions';

/** Properties of a {@link RestrictedEndpoint}. */
export interface RestrictedEndpointProps {
  readonly vpc: IVpc;

  /** One subnet in each zone that the endpoint is to serve, about USD 7 a month each. */
  readonly subnets: SubnetSelection;

  readonly service: RestrictedService;

  /** The only security groups that reach the endpoint: those of functions whose code is ours. */
  readonly callers: readonly ISecurityGroup[];
}

/**
 * A private way to a service that takes no endpoint policy. Nothing but the named security groups reaches it, so that nobody
 * else in the VPC can use it with credentials of another account.
 *
 * @see docs/decisions/0032-endpoints-without-policy.md
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export class RestrictedEndpoint extends Construct {
  constructor(scope: Construct, id: string, props: RestrictedEndpointProps) {
    super(scope, id);
    const group = new SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: `HTTPS to ${props.service} from the functions that need it`,
      allowAllOutbound: false,
    });
    for (const caller of props.callers)
      group.addIngressRule(caller, Port.tcp(443), 'HTTPS from its function');
    new InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc: props.vpc,
      subnets: props.subnets,
      service: new InterfaceVpcEndpointAwsService(props.service),
      privateDnsEnabled: true,
      open: false,
      securityGroups: [group],
    });
  }
}
