import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  type FunctionOptions,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import { functionCode } from './function-code';
import { ManagedPolicyRole } from './managed-policy-role';
import { phiLogPolicy } from './phi-log-policy';

/** Properties of an {@link OutsideFunction}. */
export interface OutsideFunctionProps {
  /** The module below `lambda/`, without extension, that exports `handler`. */
  readonly entry: string;

  /** One plain sentence for whoever meets the function in the console. */
  readonly description: string;

  /** The key of the log group; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that the function's log is kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  readonly timeout: Duration;

  /** Memory, in MiB. */
  readonly memoryMiB: number;

  /** What happens to the log when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;

  /**
   * What the function has besides: an environment and the key of it, a dead-letter queue, concurrency of its own.
   *
   * @default - nothing
   */
  readonly options?: Pick<
    FunctionOptions,
    'deadLetterQueue' | 'environment' | 'environmentEncryption' | 'reservedConcurrentExecutions'
  >;
}

/**
 * A function outside the VPC, for what cannot be done inside it and meets no PHI: its own role that may write its log and
 * nothing else until it is granted. Whoever makes one acknowledges beside it what does not hold.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(b)
 */
export class OutsideFunction extends Construct {
  readonly role: ManagedPolicyRole;
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: OutsideFunctionProps) {
    super(scope, id);
    const logGroup = new EncryptedLogGroup(this, 'Logs', {
      key: props.logKey,
      retentionDays: props.logRetentionDays,
      // No PHI comes near the function; masking what should not be there costs nothing.
      dataProtectionPolicy: phiLogPolicy('phi-store'),
      removalPolicy: props.removalPolicy,
    });
    this.role = new ManagedPolicyRole(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantDelivery(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      ...props.options,
      code: functionCode(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_LATEST,
      architecture: Architecture.ARM_64,
      description: props.description,
      // Whoever makes the function grants what its options need: the construct's own grants would be wider.
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: props.memoryMiB,
      timeout: props.timeout,
    });
  }
}
