import {
  ApplicationListener,
  type ApplicationLoadBalancer,
  ApplicationProtocol,
  CfnListener,
  type IApplicationTargetGroup,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';

/**
 * TLS 1.3, and TLS 1.2 with forward secrecy and authenticated encryption only; key exchange with ML-KEM where the client
 * has it. AWS's recommendation since September 2025.
 *
 * @see docs/decisions/0019-tls-policy.md
 */
export const TLS_POLICY = SslPolicy.TLS13_12_RES_PQ;

/** Two years, which browsers ask for before they preload a name. */
const HSTS_SECONDS = 63_072_000;

/** Prefix of the attributes with which a listener writes headers of its own. */
const RESPONSE = 'routing.http.response';

/** Properties of a {@link TlsListener}. */
export interface TlsListenerProps {
  readonly loadBalancer: ApplicationLoadBalancer;

  /** ARN of a certificate in ACM. */
  readonly certificateArn: string;

  /** What answers: a function's target group, or a team's own over HTTPS. */
  readonly target: IApplicationTargetGroup;

  /**
   * `preload` also lets browsers ship that the name is HTTPS only, which takes months to undo.
   *
   * @default 'subdomains'
   */
  readonly hsts?: 'subdomains' | 'preload';

  /**
   * What port 80 does. `redirect` needs the port open in the load balancer's security group.
   *
   * @default 'closed'
   */
  readonly http?: 'closed' | 'redirect';
}

/**
 * The only way in: HTTPS under a named policy, and browsers told never to come back without it.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(e)(2)(i), 164.312(e)(2)(ii)
 */
export class TlsListener extends Construct {
  readonly listener: ApplicationListener;

  constructor(scope: Construct, id: string, props: TlsListenerProps) {
    super(scope, id);
    const listener = new ApplicationListener(this, 'Https', {
      loadBalancer: props.loadBalancer,
      port: 443,
      protocol: ApplicationProtocol.HTTPS,
      sslPolicy: TLS_POLICY,
      certificates: [{ certificateArn: props.certificateArn }],
      defaultTargetGroups: [props.target],
      // Who may connect is said by the security group alone.
      open: false,
    });
    for (const [name, value] of Object.entries(responseHeaders(props.hsts ?? 'subdomains'))) {
      listener.setAttribute(`${RESPONSE}.${name}`, value);
    }
    this.listener = listener;
    if (props.http === 'redirect') this.renderRedirect(props.loadBalancer);
  }

  private renderRedirect(loadBalancer: ApplicationLoadBalancer): void {
    const listener = new CfnListener(this, 'Http', {
      loadBalancerArn: loadBalancer.loadBalancerArn,
      port: 80,
      protocol: 'HTTP',
      defaultActions: [
        { type: 'redirect', redirectConfig: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } },
      ],
    });
    acknowledge(listener, {
      rule: 'HIPAA.Security-ELBv2ACMCertificateRequired',
      kind: 'http-redirect',
      reason: 'The listener answers in clear text with a redirect to HTTPS, and with nothing else.',
      citation: '164.312(e)(1)',
      ...YEARLY_REVIEW,
    });
  }
}

/** What the listener writes whatever answers behind it; a content security policy is the service's to know. */
function responseHeaders(hsts: 'subdomains' | 'preload'): Readonly<Record<string, string>> {
  const preload = hsts === 'preload' ? '; preload' : '';
  return {
    'strict_transport_security.header_value': `max-age=${HSTS_SECONDS}; includeSubDomains${preload}`,
    'x_content_type_options.header_value': 'nosniff',
    'x_frame_options.header_value': 'DENY',
    'server.enabled': 'false',
  };
}
