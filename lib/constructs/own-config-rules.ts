import { Aws, type CfnResource, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CfnConfigRule } from 'aws-cdk-lib/aws-config';
import type { SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { OWN_CONFIG_RULES, type OwnConfigRule } from '../safeguards/config-rules/own-rules';
import { pascalCase } from './pascal-case';
import { RestrictedEndpoint } from './restricted-endpoint';
import { VpcFunction, type VpcFunctionProps } from './vpc-function';

/** What the function may do: read settings, and answer AWS Config. None of it reads data. */
const ACTIONS = [
  'config:BatchGetResourceConfig',
  'config:GetComplianceDetailsByConfigRule',
  'config:GetResourceConfigHistory',
  'config:ListDiscoveredResources',
  'config:PutEvaluations',
  'logs:DescribeLogGroups',
  'rds:DescribeDBParameters',
];

const ON_CHANGE = ['ConfigurationItemChangeNotification', 'OversizedConfigurationItemChangeNotification'];

/** Parameter groups change without a change of their database: what only the schedule sees is seen within this time. */
const FREQUENCY = 'Six_Hours';

/** Properties of {@link OwnConfigRules}. */
export interface OwnConfigRulesProps
  extends Pick<
    VpcFunctionProps,
    'vpc' | 'subnets' | 'key' | 'logKey' | 'logRetentionDays' | 'reservedConcurrency' | 'removalPolicy'
  > {
  /** One subnet in each zone that the way to AWS Config is to serve. */
  readonly endpointSubnets: SubnetSelection;

  /** Who is told when a question of AWS Config could not be answered; CloudWatch can publish to it. */
  readonly alertTopic: ITopic;

  /** The log archive, and the lock that it was deployed with. */
  readonly archive: {
    readonly bucketName: string;
    readonly lockMode: 'GOVERNANCE' | 'COMPLIANCE';
    readonly retentionDays: number;
  };

  /**
   * What must exist before a rule does: the recorder and its delivery channel.
   *
   * @default [] - the account has them already
   */
  readonly after?: readonly CfnResource[];
}

/**
 * Rules of AWS Config for what no managed rule sees, evaluated on changes and every six hours by a function of ours in the
 * isolated subnets.
 *
 * @see docs/decisions/0022-own-config-rules.md
 * @see 45 CFR 164.308(a)(8), 164.312(b), 164.312(c)(1), 164.312(e)(1)
 */
export class OwnConfigRules extends Construct {
  constructor(scope: Construct, id: string, props: OwnConfigRulesProps) {
    super(scope, id);
    const evaluator = this.renderFunction(props);
    this.renderAlarm(evaluator.deadLetterQueue, props.alertTopic);
    const endpoint = new RestrictedEndpoint(this, 'ConfigEndpoint', {
      vpc: props.vpc,
      subnets: props.endpointSubnets,
      service: 'config',
      callers: [evaluator.securityGroup],
    });
    const permission = new CfnPermission(this, 'ConfigPermission', {
      action: 'lambda:InvokeFunction',
      functionName: evaluator.function.functionArn,
      principal: 'config.amazonaws.com',
      sourceAccount: Aws.ACCOUNT_ID,
    });
    for (const rule of OWN_CONFIG_RULES) {
      const resource = this.renderRule(rule, evaluator.function.functionArn, props);
      // A new rule is asked at once, and its function must reach AWS Config by then.
      resource.node.addDependency(endpoint, permission, ...(props.after ?? []));
    }
  }

  private renderFunction(props: OwnConfigRulesProps): VpcFunction {
    const evaluator = new VpcFunction(this, 'Evaluator', {
      entry: 'evidence/handlers/evaluate-rule',
      description: 'Judges for AWS Config what no managed rule sees',
      vpc: props.vpc,
      subnets: props.subnets,
      key: props.key,
      logKey: props.logKey,
      logRetentionDays: props.logRetentionDays,
      logKind: 'audit',
      memoryMiB: 256,
      timeout: Duration.minutes(2),
      reservedConcurrency: props.reservedConcurrency,
      removalPolicy: props.removalPolicy,
    });
    const reads = new ManagedPolicy(this, 'Reads', {
      description: 'Lets the function read settings and answer AWS Config',
      statements: [new PolicyStatement({ sid: 'Settings', actions: ACTIONS, resources: ['*'] })],
    });
    acknowledge(reads, {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      kind: 'no-resource-level-permission',
      reason:
        'Answers to AWS Config name no resource; settings are read of every database and log group, whoever makes it later.',
      citation: '164.308(a)(4)(ii)(B)',
      ...YEARLY_REVIEW,
    });
    evaluator.role.addManagedPolicy(reads);
    return evaluator;
  }

  /** What AWS Config showed before stays on show: nobody would see that the rules see nothing. */
  private renderAlarm(unanswered: IQueue, alertTopic: ITopic): void {
    new Alarm(this, 'Unanswered', {
      metric: unanswered.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      alarmDescription:
        "A rule of ours could not be judged, and AWS Config shows what it knew before. Read the function's log for the type of the error.",
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(alertTopic));
  }

  private renderRule(rule: OwnConfigRule, functionArn: string, props: OwnConfigRulesProps): CfnConfigRule {
    const triggers = rule.scope.length > 0 ? ON_CHANGE : [];
    return new CfnConfigRule(this, pascalCase(rule.check), {
      configRuleName: `${rule.name}-${Aws.STACK_NAME}`,
      description: rule.description,
      inputParameters: parametersOf(rule, props),
      ...(rule.scope.length > 0 && { scope: scopeOf(rule, props) }),
      source: {
        owner: 'CUSTOM_LAMBDA',
        sourceIdentifier: functionArn,
        sourceDetails: [
          ...triggers.map((messageType) => ({ eventSource: 'aws.config', messageType })),
          {
            eventSource: 'aws.config',
            messageType: 'ScheduledNotification',
            maximumExecutionFrequency: FREQUENCY,
          },
        ],
      },
    });
  }
}

function parametersOf({ check }: OwnConfigRule, { archive }: OwnConfigRulesProps): object {
  return check === 'archive-locked'
    ? { check, bucket: archive.bucketName, mode: archive.lockMode, days: archive.retentionDays }
    : { check };
}

/** The archive is one bucket: changes of the others are none of the rule's business. */
function scopeOf(
  { check, scope }: OwnConfigRule,
  { archive }: OwnConfigRulesProps,
): CfnConfigRule.ScopeProperty {
  return {
    complianceResourceTypes: [...scope],
    ...(check === 'archive-locked' && { complianceResourceId: archive.bucketName }),
  };
}
