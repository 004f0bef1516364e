import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { listOf, wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS', 'QUIC'];

/**
 * Requests are encrypted again between a load balancer and what answers them. Origins of distributions are judged by
 * AwsSolutions-CFR5.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(e)(2)(ii)
 */
export const targetGroupTls: BaselineRule = {
  id: 'Baseline-TargetGroupTls',
  severity: 'error',
  info: 'A load balancer reaches its targets over HTTPS or TLS.',
  explanation:
    'TLS that ends at the load balancer leaves PHI in clear text on the network behind it, where flow mirrors and neighbours can read it.',
  fix: 'Set Protocol of the target group to HTTPS or TLS, and let the target present a certificate.',
  citations: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  basis: 'practice',
  evaluate: ({ resource, template }) => {
    switch (resource.Type) {
      case 'AWS::ElasticLoadBalancingV2::TargetGroup':
        return judgeVariants(resource, template, judgeTargetGroup);
      case 'AWS::VpcLattice::TargetGroup':
        return judgeVariants(resource, template, judgeLatticeTargetGroup);
      case 'AWS::ElasticLoadBalancing::LoadBalancer':
        return judgeVariants(resource, template, judgeClassicLoadBalancer);
      default:
        return [];
    }
  },
};

function judgeTargetGroup({
  TargetType: type,
  Protocol: protocol,
  Port: port,
}: JsonObject): readonly string[] {
  // A function is invoked, not connected to; GENEVE wraps packets for an appliance, encrypted or not as they came.
  if (type === 'lambda' || protocol === 'GENEVE' || ENCRYPTED.includes(protocol)) return [];
  // AWS lets a network load balancer reach an application load balancer over TCP only; the listener there is judged itself.
  if (type === 'alb' && protocol === 'TCP' && wholeNumber(port) === 443) return [];
  return [`Protocol of the target group must be HTTPS or TLS, ${got(protocol)}`];
}

function judgeLatticeTargetGroup({ Type: type, Config: config }: JsonObject): readonly string[] {
  const protocol = plainObject(config)?.Protocol;
  // Lattice accepts TCP only behind a listener that hands TLS on as it is.
  return type === 'LAMBDA' || protocol === 'HTTPS' || protocol === 'TCP'
    ? []
    : [`Config.Protocol of the target group must be HTTPS, ${got(protocol)}`];
}

function judgeClassicLoadBalancer({ Listeners: listeners }: JsonObject): readonly string[] {
  return listOf(listeners).flatMap((entry) => {
    const protocol = plainObject(entry)?.InstanceProtocol;
    return ['HTTPS', 'SSL'].includes(String(protocol).toUpperCase())
      ? []
      : [`InstanceProtocol of each listener must be HTTPS or SSL, ${got(protocol)}`];
  });
}
