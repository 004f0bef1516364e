import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ContainmentKind } from '../../lambda/breach/domain/containment/containment-kinds';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { CONTAINMENT_RIGHTS } from './containment-rights';
import { EncryptedQueue } from './encrypted-queue';
import { OutsideFunction } from './outside-function';
import { archiveEnvironment, registerEnvironment } from './path-environment';
import type { PathFunctionProps } from './path-function';
import {
  type ArchiveResources,
  archiveStatements,
  type RegisterResources,
  registerStatements,
} from './register-access';

/** Properties of a {@link Containment}. */
export interface ContainmentProps extends Omit<PathFunctionProps, 'vpc' | 'subnets'> {
  readonly register: RegisterResources;
  readonly evidence: ArchiveResources;
  readonly knownNames: readonly string[];

  /** The actions that the environment approved; at least one. */
  readonly kinds: readonly ContainmentKind[];
}

/**
 * Takes reversible actions that were approved in advance, when a responder calls it: with the rights of those actions and of no
 * other one. What was there before is kept as evidence first.
 *
 * It stands outside the VPC, because IAM has no endpoint there in most regions; it meets no PHI.
 *
 * @see docs/decisions/0029-containment-function.md
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class Containment extends Construct {
  readonly actor: OutsideFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: ContainmentProps) {
    super(scope, id);
    const { environment, register, evidence, alertsKey, removalPolicy } = props;
    this.deadLetters = new EncryptedQueue(this, 'DeadLetters', { key: alertsKey, removalPolicy });
    this.actor = new OutsideFunction(this, 'Actor', {
      entry: 'breach/handlers/containment',
      description: 'Contains what a responder names: dry run, action, undo',
      logKey: props.auditKey,
      logRetentionDays: environment.retention.applicationLogDays,
      timeout: Duration.minutes(2),
      memoryMiB: 512,
      removalPolicy,
      options: {
        deadLetterQueue: this.deadLetters,
        environmentEncryption: alertsKey,
        environment: {
          ...registerEnvironment(environment, register, props.knownNames),
          ...archiveEnvironment(environment, evidence),
          CONTAINMENT: JSON.stringify(props.kinds),
        },
        ...(environment.functions.concurrency === 'reserve' && { reservedConcurrentExecutions: 1 }),
      },
    });
    this.grant(props);
    this.acknowledgeOutside(environment.functions.concurrency === 'share');
  }

  private grant({ register, evidence, alertsKey, kinds }: ContainmentProps): void {
    const { role } = this.actor;
    for (const statement of [
      ...registerStatements(register, []),
      ...archiveStatements(evidence),
      new PolicyStatement({
        sid: 'EnvironmentAndDeadLetters',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [alertsKey.keyArn],
      }),
      new PolicyStatement({
        sid: 'DeadLetters',
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetters.queueArn],
      }),
    ]) {
      role.addToPrincipalPolicy(statement);
    }
    for (const { actions, resources } of kinds.flatMap((kind) => CONTAINMENT_RIGHTS[kind])) {
      role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
      for (const resource of resources) this.acknowledgeWildcard(resource);
    }
  }

  /** cdk-nag writes a pseudo parameter as `<AWS::…>`. */
  private acknowledgeWildcard(resource: string): void {
    const parts: unknown = Stack.of(this).resolve(resource);
    acknowledge(this.actor.role.node.findChild('Policy'), {
      rule: `AwsSolutions-IAM5[Resource::${spelled(parts)}]`,
      kind: 'containment',
      reason:
        'Which resource has to be contained is known only when something happens; the actions are reversible.',
      citation: '164.308(a)(6)(ii)',
      ...YEARLY_REVIEW,
    });
  }

  private acknowledgeOutside(unreserved: boolean): void {
    acknowledge(this.actor.function, {
      rule: 'HIPAA.Security-LambdaInsideVPC',
      kind: 'containment',
      reason: 'IAM has no endpoint in the VPC; the function meets no PHI and is called by responders alone.',
      citation: '164.308(a)(6)(ii)',
      ...YEARLY_REVIEW,
    });
    if (!unreserved) return;
    acknowledge(this.actor.function, {
      rule: 'HIPAA.Security-LambdaConcurrency',
      kind: 'unreserved-concurrency',
      reason: "The account's limit leaves nothing to reserve; the configuration says so.",
      citation: '164.312(b)',
      ...YEARLY_REVIEW,
    });
  }
}

function spelled(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: name, 'Fn::Join': joined } = value as {
    readonly Ref?: string;
    readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
  };
  return joined === undefined ? `<${name}>` : joined[1].map(spelled).join(joined[0]);
}
