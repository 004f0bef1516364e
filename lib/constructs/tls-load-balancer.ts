import {
  type ISecurityGroup,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  type SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationLoadBalancer,
  DesyncMitigationMode,
  XffHeaderProcessingMode,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IBucketRef } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { LOAD_BALANCER_LOG_PREFIX } from './load-balancer-log-delivery';

/** Everybody, where a service is on the Internet and no narrower range is known. */
const EVERYBODY = '0.0.0.0/0';

/** Properties of a {@link TlsLoadBalancer}. */
export interface TlsLoadBalancerProps {
  readonly vpc: IVpc;

  /** Subnets without a way out when internal, public ones when on the Internet: at least two zones. */
  readonly subnets: SubnetSelection;

  /** `internal` has private addresses only. Changing it makes another load balancer. */
  readonly exposure: 'internal' | 'internet';

  /**
   * Lower-case name of at most 29 characters. Browsers write host names in lower case, and what Cognito returns to is
   * compared letter by letter: a generated name has capitals.
   *
   * @default - generated; give what stands behind it a domain name
   */
  readonly name?: string;

  /** IPv4 networks that may connect. */
  readonly clientRanges: readonly string[];

  /** Ports that they may connect to. */
  readonly ports: readonly number[];

  /** The region's bucket for logs that AWS delivers under SSE-S3 only. */
  readonly accessLogs: IBucketRef;
}

/**
 * A load balancer that takes well-formed requests only, logs each of them and each connection, and is not deleted by
 * accident. It has no listener until a {@link TlsListener} is added.
 *
 * @see 45 CFR 164.312(b), 164.312(e)(1)
 */
export class TlsLoadBalancer extends Construct {
  readonly loadBalancer: ApplicationLoadBalancer;

  /** Lets the client ranges in and nothing out: a function behind it is invoked, not connected to. */
  readonly securityGroup: ISecurityGroup;

  constructor(scope: Construct, id: string, props: TlsLoadBalancerProps) {
    super(scope, id);
    this.securityGroup = this.renderSecurityGroup(props);
    const loadBalancer = new ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: props.vpc,
      vpcSubnets: props.subnets,
      internetFacing: props.exposure === 'internet',
      // Another scheme is another load balancer, which cannot have the name while the old one has it.
      ...(props.name !== undefined && {
        loadBalancerName: `${props.name}${props.exposure === 'internet' ? '-web' : ''}`,
      }),
      securityGroup: this.securityGroup,
      deletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: DesyncMitigationMode.STRICTEST,
      xffHeaderProcessingMode: XffHeaderProcessingMode.APPEND,
    });
    // A firewall that does not answer lets nothing through: said, because CDK leaves it out where it is false.
    loadBalancer.setAttribute('waf.fail_open.enabled', 'false');
    for (const log of ['access_logs', 'connection_logs']) {
      loadBalancer.setAttribute(`${log}.s3.enabled`, 'true');
      loadBalancer.setAttribute(`${log}.s3.bucket`, props.accessLogs.bucketRef.bucketName);
      loadBalancer.setAttribute(`${log}.s3.prefix`, LOAD_BALANCER_LOG_PREFIX);
    }
    this.loadBalancer = loadBalancer;
  }

  private renderSecurityGroup({ vpc, clientRanges, ports }: TlsLoadBalancerProps): SecurityGroup {
    const group = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Clients of the load balancer',
      allowAllOutbound: false,
    });
    for (const range of clientRanges) {
      for (const port of ports) group.addIngressRule(Peer.ipv4(range), Port.tcp(port), 'Clients');
    }
    if (clientRanges.includes(EVERYBODY)) {
      acknowledge(group, {
        rule: 'AwsSolutions-EC23',
        kind: 'internet-facing',
        reason:
          'The service is for people on the Internet; TLS, the web firewall, a second factor and sessions stand before it.',
        citation: '164.312(e)(1)',
        ...YEARLY_REVIEW,
      });
    }
    return group;
  }
}
