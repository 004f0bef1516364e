import { Aws, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import { phiLogPolicy } from './phi-log-policy';
import { firewallRules } from './web-firewall-rules';

/** What AWS WAF demands of the name of a log group. */
const LOG_GROUP_PREFIX = 'aws-waf-logs-';

/** What a request carries that nobody who reads logs may see: sessions, codes of a sign-in, PHI. */
const SECRET_HEADERS = ['authorization', 'cookie'] as const;

/** Properties of a {@link WebFirewall}. */
export interface WebFirewallProps {
  /** ARN of the load balancer. */
  readonly resourceArn: string;

  /** The part of the log group's name that tells environments apart. */
  readonly name: string;

  /** Requests a minute from one address; above, they are refused. */
  readonly requestsPerMinute: number;

  /** Encrypts the log; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that the log is kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What happens to the log when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A web firewall before the listener: known attacks, bad addresses and floods are refused and logged, and neither its
 * log nor its samples show a body, a query, a cookie or a credential.
 *
 * @see 45 CFR 164.308(a)(5)(ii)(B), 164.312(b), 164.312(e)(1)
 */
export class WebFirewall extends Construct {
  /** The name under which the firewall counts. */
  readonly metricName: string;

  constructor(scope: Construct, id: string, props: WebFirewallProps) {
    super(scope, id);
    this.metricName = `${props.name}-firewall`;
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: [...firewallRules(props.name, props.requestsPerMinute)],
      visibilityConfig: {
        metricName: this.metricName,
        cloudWatchMetricsEnabled: true,
        // A sample is a request in clear text in the console.
        sampledRequestsEnabled: false,
      },
      dataProtectionConfig: {
        dataProtections: [
          { field: { fieldType: 'BODY' }, action: 'SUBSTITUTION' },
          { field: { fieldType: 'QUERY_STRING' }, action: 'SUBSTITUTION' },
          {
            field: { fieldType: 'SINGLE_HEADER', fieldKeys: [...SECRET_HEADERS] },
            action: 'SUBSTITUTION',
          },
        ],
      },
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: props.resourceArn, webAclArn: acl.attrArn });
    this.renderLog(acl, props);
  }

  private renderLog(acl: CfnWebACL, props: WebFirewallProps): void {
    const group = new EncryptedLogGroup(this, 'Log', {
      key: props.logKey,
      retentionDays: props.logRetentionDays,
      logGroupName: `${LOG_GROUP_PREFIX}${props.name}`,
      dataProtectionPolicy: phiLogPolicy('audit'),
      removalPolicy: props.removalPolicy,
    });
    const delivery = new CfnResourcePolicy(this, 'LogDelivery', {
      policyName: `${props.name}-firewall-log`,
      policyDocument: Stack.of(this).toJsonString({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'FirewallLog',
            Effect: 'Allow',
            Principal: { Service: 'delivery.logs.amazonaws.com' },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: group.logGroupArn,
            Condition: {
              StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
              ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*` },
            },
          },
        ],
      }),
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        // As it is named, without the wildcard that the ARN of a group ends in: AWS WAF refuses that.
        `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${group.logGroupName}`,
      ],
      redactedFields: [...SECRET_HEADERS.map((Name) => ({ singleHeader: { Name } })), { queryString: {} }],
    });
    logging.addResourceDependency(delivery);
  }
}
