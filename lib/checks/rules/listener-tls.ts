import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject } from '../template';
import { judgeVariants } from '../template-values/variants';
import { judgeClassicLoadBalancer } from './listener-tls/classic-load-balancer';
import { judgeListenerRule, judgeLoadBalancerListener } from './listener-tls/load-balancer-listener';
import {
  judgeDistribution,
  judgeHttpDomain,
  judgeLatticeListener,
  judgeRestApi,
  judgeRestDomain,
  judgeSearchDomain,
} from './listener-tls/managed-endpoints';

type Judge = (properties: JsonObject, subject: RuleSubject) => readonly string[];

const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['AWS::ElasticLoadBalancingV2::Listener', judgeLoadBalancerListener],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', judgeListenerRule],
  ['AWS::ElasticLoadBalancing::LoadBalancer', judgeClassicLoadBalancer],
  ['AWS::ApiGateway::DomainName', judgeRestDomain],
  ['AWS::ApiGateway::DomainNameV2', judgeRestDomain],
  ['AWS::ApiGateway::RestApi', judgeRestApi],
  ['AWS::ApiGatewayV2::DomainName', judgeHttpDomain],
  ['AWS::CloudFront::Distribution', judgeDistribution],
  ['AWS::OpenSearchService::Domain', judgeSearchDomain],
  ['AWS::Elasticsearch::Domain', judgeSearchDomain],
  ['AWS::VpcLattice::Listener', judgeLatticeListener],
]);

/**
 * Whatever listens for requests encrypts them with TLS 1.2 or later. A policy that the template does not decide, or of a name
 * that nobody knows, is a violation: what it allows is unknown.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(e)(2)(ii)
 */
export const listenerTls: BaselineRule = {
  id: 'Baseline-ListenerTls',
  severity: 'error',
  info: 'What listens for requests encrypts them with TLS 1.2 or later; port 80 only redirects to HTTPS.',
  explanation:
    'Older versions of TLS are broken, and what is not encrypted is read by whoever stands between.',
  fix: 'Use HTTPS or TLS with a policy such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, and let port 80 do nothing but redirect to HTTPS on port 443.',
  citations: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  basis: 'guidance',
  evaluate: (subject) => {
    const judge = JUDGES.get(subject.resource.Type);
    if (judge === undefined) return [];
    return judgeVariants(subject.resource, subject.template, (properties) => judge(properties, subject));
  },
};
