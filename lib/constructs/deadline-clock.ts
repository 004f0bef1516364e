import { createHash } from 'node:crypto';
import { Aws, Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { archiveEnvironment, registerEnvironment } from './path-environment';
import { type PathFunctionProps, pathFunction } from './path-function';
import {
  type ArchiveResources,
  archiveStatements,
  type RegisterResources,
  registerStatements,
} from './register-access';
import { VpcFunction } from './vpc-function';

/** How often somebody looks for what is due, and how often the path must beat. */
export const TICK = Duration.minutes(15);

/** Properties of a {@link DeadlineClock}. */
export interface DeadlineClockProps extends PathFunctionProps {
  readonly register: RegisterResources;
  readonly evidence: ArchiveResources;
  readonly headKeyArn: string;
  readonly knownNames: readonly string[];
}

/**
 * Looks every 15 minutes for what is due: reminders, escalations, digests, evidence that is not locked yet; sends the path's
 * heartbeat; and signs once a day how far the timelines have got.
 *
 * @see 45 CFR 164.404(b), 164.312(c)(2), 164.414(b)
 */
export class DeadlineClock extends Construct {
  readonly clock: VpcFunction;

  constructor(scope: Construct, id: string, props: DeadlineClockProps) {
    super(scope, id);
    this.clock = this.renderClock(props);
    this.runs('Tick', 'Looks for what is due', Schedule.rate(TICK), 'tick');
    this.runs('Seal', 'Signs how far timelines have got', Schedule.cron({ hour: '4', minute: '0' }), 'seal');
  }

  private renderClock(props: DeadlineClockProps): VpcFunction {
    const { environment, register, evidence, headKeyArn, knownNames } = props;
    const clock = new VpcFunction(this, 'Clock', {
      ...pathFunction(props, { memoryMiB: 512, timeoutSeconds: 600, concurrency: 1 }),
      entry: 'breach/handlers/clock',
      description: 'Looks for what is due in the register, and signs its timelines',
      environment: {
        ...registerEnvironment(environment, register, knownNames),
        ...archiveEnvironment(environment, evidence),
        HEAD_KEY_ARN: headKeyArn,
        EVENT_BUS: 'default',
        DUTIES: JSON.stringify(dutiesAtDeployment(environment.name)),
      },
    });
    for (const statement of [
      ...registerStatements(register, ['timelines', 'lists']),
      ...archiveStatements(evidence),
      new PolicyStatement({ sid: 'Heads', actions: ['kms:Sign'], resources: [headKeyArn] }),
      new PolicyStatement({
        sid: 'Heartbeat',
        actions: ['events:PutEvents'],
        resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`],
      }),
    ]) {
      clock.role.addToPrincipalPolicy(statement);
    }
    return clock;
  }

  private runs(id: string, description: string, schedule: Schedule, task: string): void {
    new Rule(this, id, {
      description,
      schedule,
      targets: [new LambdaFunction(this.clock.function, { event: RuleTargetInput.fromObject({ task }) })],
    });
  }
}

/** What falls due whatever happens: the yearly look at the exceptions that the baseline ships with. */
function dutiesAtDeployment(environment: string) {
  const { expires } = YEARLY_REVIEW;
  const id = createHash('sha256')
    .update(`${environment}:acknowledgements:${expires}`)
    .digest('hex')
    .slice(0, 32);
  return [{ id: `duty-${id}`, kind: 'acknowledgement', due: expires }];
}
