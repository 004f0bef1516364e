import type { JsonObject } from '../../template';
import { got } from '../../template-values/got';
import { plainObject } from '../../template-values/intrinsic';
import { isTrue, listOf } from '../../template-values/scalars';
import { tlsPolicyProblem } from '../tls-policies';

const OLD_PROTOCOLS = ['Protocol-SSLv2', 'Protocol-SSLv3', 'Protocol-TLSv1', 'Protocol-TLSv1.1'];

/** Each listener of a classic load balancer encrypts, under a policy that allows nothing older than TLS 1.2. */
export function judgeClassicLoadBalancer({
  Listeners: listeners,
  Policies: policies,
}: JsonObject): readonly string[] {
  return listOf(listeners).flatMap((entry) => {
    const listener = plainObject(entry);
    if (listener === undefined) return [`Listeners must hold listeners, ${got(entry)}`];
    const protocol = String(listener.Protocol).toUpperCase();
    if (protocol !== 'HTTPS' && protocol !== 'SSL') {
      return [`Protocol of each listener must be HTTPS or SSL, ${got(listener.Protocol)}`];
    }
    return judgePolicies(listOf(listener.PolicyNames), listOf(policies));
  });
}

function judgePolicies(names: readonly unknown[], policies: readonly unknown[]): readonly string[] {
  const used = policies
    .map(plainObject)
    .filter(
      (policy) => policy?.PolicyType === 'SSLNegotiationPolicyType' && names.includes(policy.PolicyName),
    );
  if (used.length === 0) {
    return ['Each listener must name a policy of type SSLNegotiationPolicyType: the default allows TLS 1.0.'];
  }
  return used.flatMap((policy) => {
    const attributes = listOf(policy?.Attributes).map(plainObject);
    const reference = attributes.find((attribute) => attribute?.Name === 'Reference-Security-Policy');
    if (reference !== undefined) {
      const problem = tlsPolicyProblem('Reference-Security-Policy', reference.Value);
      return problem === undefined ? [] : [problem];
    }
    const on = attributes.filter((attribute) => isTrue(attribute?.Value)).map((attribute) => attribute?.Name);
    const old = OLD_PROTOCOLS.filter((name) => on.includes(name));
    if (old.length > 0) return [`The policy must not switch on ${old.join(', ')}.`];
    return on.includes('Protocol-TLSv1.2') ? [] : ['The policy must switch on Protocol-TLSv1.2.'];
  });
}
