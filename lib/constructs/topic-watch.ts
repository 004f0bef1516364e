import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type PathFunctionProps, pathFunction } from './path-function';
import { VpcFunction } from './vpc-function';

/** Properties of a {@link TopicWatch}. */
export interface TopicWatchProps extends PathFunctionProps {
  /** Every topic that somebody has to read. */
  readonly topicArns: readonly string[];
}

/**
 * Counts every hour the topics whose alerts reach nobody: a subscription that nobody confirmed pages nobody.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class TopicWatch extends Construct {
  readonly watch: VpcFunction;

  constructor(scope: Construct, id: string, props: TopicWatchProps) {
    super(scope, id);
    this.watch = new VpcFunction(this, 'Watch', {
      ...pathFunction(props, { memoryMiB: 256, timeoutSeconds: 60, concurrency: 1 }),
      entry: 'breach/handlers/topic-watch',
      description: 'Counts the alert topics that nobody reads',
      environment: {
        ENVIRONMENT: props.environment.name,
        WATCHED_TOPICS: `["${props.topicArns.join('","')}"]`,
      },
    });
    this.watch.role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'Topics',
        actions: ['sns:GetTopicAttributes'],
        resources: [...props.topicArns],
      }),
    );
    new Rule(this, 'Hourly', {
      description: 'Counts the alert topics that nobody reads',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(this.watch.function)],
    });
  }
}
