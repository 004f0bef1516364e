import type { RuleSubject } from '../../baseline-rule';
import type { JsonObject } from '../../template';
import { got } from '../../template-values/got';
import { plainObject } from '../../template-values/intrinsic';
import { resourcesBehind } from '../../template-values/references';
import { listOf, wholeNumber } from '../../template-values/scalars';
import { variantsOf } from '../../template-values/variants';
import { tlsPolicyProblem } from '../tls-policies';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

/** A listener encrypts, or is port 80 and does nothing but redirect. */
export function judgeLoadBalancerListener(properties: JsonObject, subject: RuleSubject): readonly string[] {
  const { Protocol: protocol, Port: port, SslPolicy: policy, DefaultActions: actions } = properties;
  switch (protocol) {
    case 'HTTPS':
    case 'TLS': {
      // Without a policy CloudFormation takes ELBSecurityPolicy-2016-08, which allows TLS 1.0.
      const problem = tlsPolicyProblem('SslPolicy', policy);
      return problem === undefined ? [] : [problem];
    }
    case 'QUIC':
      // QUIC is TLS 1.3 by definition.
      return [];
    case 'HTTP':
      if (wholeNumber(port) !== HTTP_PORT)
        return [`A listener on port ${portName(port)} must use HTTPS, got: HTTP.`];
      return redirectsToHttps(actions)
        ? []
        : ['A listener on port 80 must do nothing but redirect to HTTPS on port 443.'];
    case 'TCP':
      if (wholeNumber(port) === HTTPS_PORT && passesToLoadBalancer(actions, subject)) return [];
      break;
    case undefined:
      // Only the listener of a gateway load balancer has neither; it passes packets on as they are.
      if (port === undefined) return [];
  }
  return [`Protocol of the listener must be HTTPS or TLS, ${got(protocol)}`];
}

/** A rule of a listener that does not encrypt does nothing but redirect either. */
export function judgeListenerRule(properties: JsonObject, subject: RuleSubject): readonly string[] {
  const { ListenerArn: arn, Actions: actions } = properties;
  const isClear = resourcesBehind(arn, subject.template, subject.templates).some(({ resource, template }) =>
    variantsOf(resource, template).some(({ Protocol }) => Protocol === 'HTTP'),
  );
  return isClear && !redirectsToHttps(actions)
    ? ['A rule of an HTTP listener must do nothing but redirect to HTTPS on port 443.']
    : [];
}

function redirectsToHttps(value: unknown): boolean {
  const actions = listOf(value);
  return (
    actions.length > 0 &&
    actions.every((action) => {
      const redirect = plainObject(plainObject(action)?.RedirectConfig);
      return (
        plainObject(action)?.Type === 'redirect' &&
        redirect?.Protocol === 'HTTPS' &&
        wholeNumber(redirect.Port) === HTTPS_PORT
      );
    })
  );
}

/** A network load balancer can hand TLS to an application load balancer only as it is; the listener there is judged itself. */
function passesToLoadBalancer(actions: unknown, { template, templates }: RuleSubject): boolean {
  const groups = resourcesBehind(actions, template, templates).flatMap(({ resource, template: place }) =>
    variantsOf(resource, place),
  );
  return (
    groups.length > 0 &&
    groups.every(({ TargetType, Port }) => TargetType === 'alb' && wholeNumber(Port) === HTTPS_PORT)
  );
}

function portName(port: unknown): string {
  const number = wholeNumber(port);
  return number === undefined ? 'that the template does not decide' : String(number);
}
