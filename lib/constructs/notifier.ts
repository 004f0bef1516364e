import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { MESSAGE_PREFIX } from '../../lambda/breach/adapters/register-keys';
import { registerEnvironment } from './path-environment';
import { type PathFunctionProps, pathFunction } from './path-function';
import { type RegisterResources, registerStatements } from './register-access';
import type { SeverityTopics } from './severity-topics';
import { VpcFunction } from './vpc-function';

/** How often the stream tries before it gives up; the sweep goes on after that. */
const RETRIES = 20;

/** Shorter than a message is held for whoever sends it. */
const TIMEOUT_SECONDS = 60;

const SWEEP = Duration.minutes(5);

/** Properties of a {@link Notifier}. */
export interface NotifierProps extends PathFunctionProps {
  readonly register: RegisterResources;
  readonly knownNames: readonly string[];
  readonly topics: SeverityTopics;
}

/**
 * Sends what the register says has to be told, as soon as its stream brings it, and every five minutes what the stream missed.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class Notifier extends Construct {
  readonly sender: VpcFunction;

  constructor(scope: Construct, id: string, props: NotifierProps) {
    super(scope, id);
    this.sender = this.renderSender(props);
    this.renderSource(props);
    new Rule(this, 'Sweep', {
      description: 'Sends alerts that the stream of the register has missed',
      schedule: Schedule.rate(SWEEP),
      targets: [
        new LambdaFunction(this.sender.function, { event: RuleTargetInput.fromObject({ task: 'sweep' }) }),
      ],
    });
  }

  private renderSender(props: NotifierProps): VpcFunction {
    const { environment, register, knownNames, topics } = props;
    const sender = new VpcFunction(this, 'Sender', {
      ...pathFunction(props, { memoryMiB: 512, timeoutSeconds: TIMEOUT_SECONDS, concurrency: 3 }),
      entry: 'breach/handlers/notifier',
      description: 'Sends alerts about incidents',
      environment: {
        ...registerEnvironment(environment, register, knownNames),
        URGENT_TOPIC: topics.urgent.topicArn,
        ROUTINE_TOPIC: topics.routine.topicArn,
        ESCALATION_TOPIC: topics.escalation.topicArn,
      },
    });
    for (const statement of [
      ...registerStatements(register, ['lists']),
      new PolicyStatement({ sid: 'Alerts', actions: ['sns:Publish'], resources: [...topics.arns] }),
      new PolicyStatement({
        sid: 'Stream',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [register.streamArn],
      }),
    ]) {
      sender.role.addToPrincipalPolicy(statement);
    }
    return sender;
  }

  private renderSource({ register }: NotifierProps): void {
    new EventSourceMapping(this, 'Source', {
      target: this.sender.function,
      eventSourceArn: register.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      bisectBatchOnError: true,
      retryAttempts: RETRIES,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(this.sender.deadLetterQueue),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(MESSAGE_PREFIX) } } },
        }),
      ],
    });
  }
}
