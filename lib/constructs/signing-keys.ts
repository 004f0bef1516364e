import { Aws, Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import type { DeploymentFunctionSettings } from './deployment-task';
import { OutsideFunction } from './outside-function';

/** Properties of {@link SigningKeys}. */
export interface SigningKeysProps extends DeploymentFunctionSettings {
  /** The pool whose keys they are. */
  readonly userPoolId: string;

  /** The key of the function's environment and dead-letter queue, used through `lambda` and `sqs`. */
  readonly key: IKey;

  /** One run at a time, kept free; `undefined` where the account leaves nothing to reserve. */
  readonly reservedConcurrency: 1 | undefined;
}

/**
 * The public keys that tokens are verified with, where a service without a way out can read them: a function outside the
 * VPC fetches them from Cognito each hour and writes one parameter.
 *
 * @see docs/decisions/0021-sign-in-without-a-way-out.md
 * @see 45 CFR 164.312(d)
 */
export class SigningKeys extends Construct {
  readonly parameterName: string;
  readonly parameterArn: string;

  /** Runs hourly; run it once while deploying, so that nobody waits for the first hour. */
  readonly relay: LambdaFunction;

  constructor(scope: Construct, id: string, props: SigningKeysProps) {
    super(scope, id);
    // Nothing is fetched yet; the service takes no token before.
    const parameter = new CfnParameter(this, 'Parameter', {
      type: 'String',
      value: '{}',
      description: 'Public keys of the sign-in, written by the relay alone',
    });
    this.parameterName = parameter.ref;
    this.parameterArn = `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter/${parameter.ref}`;
    this.relay = this.renderRelay(props);
    new Rule(this, 'Hourly', {
      description: 'Fetches the public keys of the sign-in',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new FunctionTarget(this.relay, { retryAttempts: 2, maxEventAge: Duration.minutes(30) })],
    });
  }

  private renderRelay({
    key,
    reservedConcurrency,
    userPoolId,
    ...settings
  }: SigningKeysProps): LambdaFunction {
    const deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: settings.removalPolicy,
    });
    const relay = new OutsideFunction(this, 'Relay', {
      ...settings,
      entry: 'records/handlers/jwks-relay',
      description: 'Fetches the public keys of the sign-in for functions without a way out',
      timeout: Duration.seconds(30),
      memoryMiB: 256,
      options: {
        deadLetterQueue,
        environment: { USER_POOL_ID: userPoolId, SIGNING_KEYS_PARAMETER: this.parameterName },
        environmentEncryption: key,
        ...(reservedConcurrency !== undefined && { reservedConcurrentExecutions: reservedConcurrency }),
      },
    });
    for (const [sid, actions, resource] of [
      ['Write', ['ssm:PutParameter'], this.parameterArn],
      ['DeadLetters', ['sqs:SendMessage'], deadLetterQueue.queueArn],
      ['EnvironmentAndDeadLetters', ['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn],
    ] as const) {
      relay.role.addToPrincipalPolicy(
        new PolicyStatement({ sid, actions: [...actions], resources: [resource] }),
      );
    }
    acknowledgeOutside(relay.function, reservedConcurrency);
    return relay.function;
  }
}

function acknowledgeOutside(relay: LambdaFunction, reservedConcurrency: number | undefined): void {
  acknowledge(relay, {
    rule: 'HIPAA.Security-LambdaInsideVPC',
    kind: 'public-signing-keys',
    reason:
      'It fetches public keys that AWS publishes on the Internet only, takes no input and meets no PHI; the service stays inside.',
    citation: '164.312(e)(1)',
    ...YEARLY_REVIEW,
  });
  if (reservedConcurrency !== undefined) return;
  acknowledge(relay, {
    rule: 'HIPAA.Security-LambdaConcurrency',
    kind: 'unreserved-concurrency',
    reason: "The account's limit leaves nothing to reserve; the configuration says so.",
    citation: '164.312(b)',
    ...YEARLY_REVIEW,
  });
}
