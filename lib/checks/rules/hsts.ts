import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { resourcesBehind } from '../template-values/references';
import { listOf, wholeNumber } from '../template-values/scalars';
import { judgeVariants, variantsOf } from '../template-values/variants';

/** One year, in seconds. */
const SHORTEST_AGE = 365 * 24 * 60 * 60;

/** The attribute with which a load balancer adds the header to every response. */
const ATTRIBUTE = 'routing.http.response.strict_transport_security.header_value';

/** CloudFront's own policies that add the header for a year: SecurityHeaders, and both with CORS. */
const MANAGED_POLICIES: readonly unknown[] = [
  '67f7725c-6f97-4210-82d7-5512b31e9d03',
  'e61eb60c-9c35-4d20-a928-2b84e02af89c',
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63',
];

/**
 * A browser that came once never comes back in clear text. A header that an application sends by itself is in no template: it
 * is not seen, and the listener must send it all the same.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export const hsts: BaselineRule = {
  id: 'Baseline-Hsts',
  severity: 'error',
  info: 'An HTTPS listener or distribution sends Strict-Transport-Security with an age of one year or more.',
  explanation:
    'Without it the first request of each visit can be kept on clear text by whoever stands between.',
  fix: `Set the listener attribute ${ATTRIBUTE} to "max-age=63072000; includeSubDomains", or give each behavior of a distribution a response headers policy with StrictTransportSecurity.`,
  citations: ['164.312(e)(1)', '164.312(e)(2)(i)'],
  basis: 'practice',
  evaluate: (subject) => {
    const { resource, template } = subject;
    switch (resource.Type) {
      case 'AWS::ElasticLoadBalancingV2::Listener':
        return judgeVariants(resource, template, judgeListener);
      case 'AWS::CloudFront::Distribution':
        return judgeVariants(resource, template, (properties) => judgeDistribution(properties, subject));
      default:
        return [];
    }
  },
};

function judgeListener({
  Protocol: protocol,
  ListenerAttributes: attributes,
}: JsonObject): readonly string[] {
  if (protocol !== 'HTTPS') return [];
  const header = listOf(attributes)
    .map(plainObject)
    .find((attribute) => attribute?.Key === ATTRIBUTE)?.Value;
  return headerAge(header) >= SHORTEST_AGE
    ? []
    : [`${ATTRIBUTE} must have a max-age of at least ${SHORTEST_AGE}, ${got(header)}`];
}

/** The age in a header, in seconds; 0 when there is none. */
function headerAge(header: unknown): number {
  if (typeof header !== 'string') return 0;
  const [, age] = /(?:^|;)\s*max-age\s*=\s*"?(\d{1,15})"?\s*(?:;|$)/i.exec(header) ?? [];
  return Number(age ?? 0);
}

function judgeDistribution(
  { DistributionConfig: value }: JsonObject,
  subject: RuleSubject,
): readonly string[] {
  const config = plainObject(value) ?? {};
  const behaviors = [config.DefaultCacheBehavior, ...listOf(config.CacheBehaviors)];
  return behaviors.flatMap((behavior) => {
    const policy = plainObject(behavior)?.ResponseHeadersPolicyId;
    return sendsHeader(policy, subject)
      ? []
      : [
          `ResponseHeadersPolicyId must be a policy with StrictTransportSecurity of at least ${SHORTEST_AGE} seconds, ${got(policy)}`,
        ];
  });
}

function sendsHeader(policy: unknown, { template, templates }: RuleSubject): boolean {
  if (MANAGED_POLICIES.includes(policy)) return true;
  const policies = resourcesBehind(policy, template, templates).flatMap((located) =>
    variantsOf(located.resource, located.template),
  );
  return policies.length > 0 && policies.every((properties) => policyAge(properties) >= SHORTEST_AGE);
}

function policyAge({ ResponseHeadersPolicyConfig: config }: JsonObject): number {
  const headers = plainObject(plainObject(config)?.SecurityHeadersConfig);
  const transport = plainObject(headers?.StrictTransportSecurity);
  return wholeNumber(transport?.AccessControlMaxAgeSec) ?? 0;
}
