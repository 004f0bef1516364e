import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** A rule group that AWS keeps current. */
interface ManagedGroup {
  readonly name: string;

  /**
   * Rules of the group that only count here.
   *
   * @default - every rule does what AWS decided
   */
  readonly counted?: readonly [string, ...string[]];
}

/**
 * The groups in the order in which they are asked, cheapest first: 1,175 capacity units (25 + 50 + 700 + 200 + 200), below
 * the 1,500 that the basic price covers. They see the first 8 KB of a body, which is what a load balancer shows.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const MANAGED_GROUPS: readonly ManagedGroup[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList' },
  // Hospitals send their people through proxies that stand with hosting providers.
  { name: 'AWSManagedRulesAnonymousIpList', counted: ['HostingProviderIPList'] },
  // It refuses bodies above 8 KB, and a note may be longer: the service refuses what is above 64 KB.
  { name: 'AWSManagedRulesCommonRuleSet', counted: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
  { name: 'AWSManagedRulesSQLiRuleSet' },
];

/** The shortest time over which AWS WAF counts. */
const WINDOW_SECONDS = 60;

/** The rules of a firewall before the access service. */
export function firewallRules(name: string, requestsPerMinute: number): readonly CfnWebACL.RuleProperty[] {
  const visibility = (rule: string): CfnWebACL.VisibilityConfigProperty => ({
    metricName: `${name}-${rule}`,
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
  });
  const rate: CfnWebACL.RuleProperty = {
    name: 'RequestsOfOneAddress',
    priority: 0,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: requestsPerMinute,
        evaluationWindowSec: WINDOW_SECONDS,
      },
    },
    visibilityConfig: visibility('RequestsOfOneAddress'),
  };
  const managed = MANAGED_GROUPS.map(
    (group, index): CfnWebACL.RuleProperty => ({
      name: group.name,
      priority: index + 1,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name: group.name,
          // AWS WAF takes a list of at least one, or none.
          ...(group.counted !== undefined && {
            ruleActionOverrides: group.counted.map((name) => ({ name, actionToUse: { count: {} } })),
          }),
        },
      },
      visibilityConfig: visibility(group.name),
    }),
  );
  return [rate, ...managed];
}
