import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EncryptedQueue } from './encrypted-queue';
import { type EventPattern, eventRoutes } from './event-patterns';
import { registerEnvironment } from './path-environment';
import { type PathFunctionProps, pathFunction } from './path-function';
import { type RegisterResources, registerStatements } from './register-access';
import { VpcFunction } from './vpc-function';

/** Events are taken in by this many functions at the same time at most. */
const MAX_CONCURRENCY = 5;

/** How often an event is tried before it goes to the dead letters. */
const MAX_RECEIVES = 6;

const TIMEOUT_SECONDS = 60;

/** Properties of {@link EventIntake}. */
export interface EventIntakeProps extends PathFunctionProps {
  readonly register: RegisterResources;

  /** Names that alerts may show. */
  readonly knownNames: readonly string[];

  /** What triage is told of the estate. */
  readonly auditStores: readonly string[];
  readonly decoys: readonly string[];

  /** What is routed besides names that say themselves that they are decoys. */
  readonly decoyPatterns: readonly (string | EventPattern)[];
}

/**
 * Brings every event that could be an incident from the bus into the register: rules, a queue that keeps them for 14 days, and
 * a function that takes each as often as it must.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii)
 */
export class EventIntake extends Construct {
  readonly queue: Queue;

  /** Events that could not be taken in, or not even be queued. */
  readonly deadLetters: Queue;
  readonly taker: VpcFunction;

  constructor(scope: Construct, id: string, props: EventIntakeProps) {
    super(scope, id);
    const { alertsKey: key, removalPolicy } = props;
    this.deadLetters = new EncryptedQueue(this, 'DeadLetters', { key, removalPolicy });
    this.queue = new EncryptedQueue(this, 'Queue', {
      key,
      removalPolicy,
      // Six times the function's own time, as AWS asks for.
      visibilityTimeout: Duration.seconds(6 * TIMEOUT_SECONDS),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
    for (const queue of [this.queue, this.deadLetters]) receiveFromRules(queue);
    this.renderRules(props.decoyPatterns);
    this.taker = this.renderTaker(props);
  }

  private renderRules(decoys: readonly (string | EventPattern)[]): void {
    for (const { id, pattern, reads } of eventRoutes(decoys)) {
      new CfnRule(this, id, {
        description: `Brings what could be an incident to the response: ${id}`,
        eventPattern: pattern,
        state: reads ? 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' : 'ENABLED',
        targets: [
          { id: 'Intake', arn: this.queue.queueArn, deadLetterConfig: { arn: this.deadLetters.queueArn } },
        ],
      });
    }
  }

  private renderTaker(props: EventIntakeProps): VpcFunction {
    const { environment, register, knownNames } = props;
    const taker = new VpcFunction(this, 'Taker', {
      ...pathFunction(props, {
        memoryMiB: 512,
        timeoutSeconds: TIMEOUT_SECONDS,
        concurrency: MAX_CONCURRENCY,
      }),
      entry: 'breach/handlers/intake',
      description: 'Records security events as incidents and reviews',
      environment: {
        ...registerEnvironment(environment, register, knownNames),
        TRIAGE: JSON.stringify({
          trustedAccounts: environment.response.trustedAccounts,
          trustedOrganizations: environment.response.trustedOrganizations,
          auditStores: props.auditStores,
          decoys: props.decoys,
          databasePorts: [environment.database.port],
          retentionDays: environment.retention.auditDays,
        }),
      },
    });
    for (const statement of registerStatements(register, ['relations']))
      taker.role.addToPrincipalPolicy(statement);
    taker.role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'Queue',
        actions: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
        ],
        resources: [this.queue.queueArn],
      }),
    );
    new EventSourceMapping(this, 'Source', {
      target: taker.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: 10,
      maxConcurrency: MAX_CONCURRENCY,
      reportBatchItemFailures: true,
    });
    return taker;
  }
}

/** Lets rules of this account and stack send to the queue, which its key lets them encrypt for. */
function receiveFromRules(queue: Queue): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'EventRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: {
          'aws:SourceArn': `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/${Stack.of(queue).stackName}-*`,
        },
      },
    }),
  );
}
