import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type ISecurityGroup,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  type SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { EncryptedLogGroup } from './encrypted-log-group';
import { functionCode } from './function-code';
import { functionNetworkPolicy } from './function-network-policy';
import { ManagedPolicyRole } from './managed-policy-role';
import { type PhiLogKind, phiLogPolicy } from './phi-log-policy';

/** Properties of a {@link VpcFunction}. */
export interface VpcFunctionProps {
  /** The module below `lambda/`, without extension, that exports `handler`. */
  readonly entry: string;

  /** One plain sentence for whoever meets the function in the console. */
  readonly description: string;

  /**
   * What the code reads from its environment: names and ARNs, never a secret.
   *
   * @default - nothing
   */
  readonly environment?: Readonly<Record<string, string>>;

  readonly vpc: IVpc;

  /** Subnets without a way out; what the code calls needs an endpoint there. */
  readonly subnets: SubnetSelection;

  /** The key of the environment and of the dead-letter queue, used through `lambda` and `sqs`. */
  readonly key: IKey;

  /** The key of the log group; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that the function's log is kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What can reach the log: it decides what is masked there. */
  readonly logKind: PhiLogKind;

  /** Memory, in MiB; the processor's share grows with it. */
  readonly memoryMiB: number;

  readonly timeout: Duration;

  /**
   * Runs at the same time at most, kept free for this function. `undefined` reserves none, for an account whose limit
   * leaves nothing to reserve.
   */
  readonly reservedConcurrency: number | undefined;

  /** What happens to log and dead-letter queue when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A function in the isolated subnets that may do nothing until it is granted: its own role, log group, security group
 * without ingress, and a queue for calls that failed for good.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1)
 */
export class VpcFunction extends Construct {
  readonly role: ManagedPolicyRole;
  readonly function: LambdaFunction;

  /** Lets HTTPS out, to whatever the subnets' routes and endpoints let it reach, and nothing in. */
  readonly securityGroup: ISecurityGroup;

  /** Asynchronous calls that failed for good, kept for 14 days. */
  readonly deadLetterQueue: Queue;

  readonly logGroup: EncryptedLogGroup;

  constructor(scope: Construct, id: string, props: VpcFunctionProps) {
    super(scope, id);
    this.logGroup = new EncryptedLogGroup(this, 'Logs', {
      key: props.logKey,
      retentionDays: props.logRetentionDays,
      dataProtectionPolicy: phiLogPolicy(props.logKind),
      removalPolicy: props.removalPolicy,
    });
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: props.removalPolicy,
    });
    this.securityGroup = renderSecurityGroup(this, props.vpc);
    this.role = this.renderRole(props.key);
    this.function = this.renderFunction(props);
    if (props.reservedConcurrency === undefined) acknowledgeUnreserved(this.function);
  }

  private renderRole(key: IKey): ManagedPolicyRole {
    const role = new ManagedPolicyRole(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [functionNetworkPolicy(Stack.of(this))],
    });
    this.logGroup.grantDelivery(role);
    role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'EnvironmentAndDeadLetters',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [key.keyArn],
      }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'DeadLetters',
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetterQueue.queueArn],
      }),
    );
    return role;
  }

  private renderFunction(props: VpcFunctionProps): LambdaFunction {
    return new LambdaFunction(this, 'Function', {
      code: functionCode(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_LATEST,
      architecture: Architecture.ARM_64,
      description: props.description,
      // The role may write to the queue and read the key already: the construct's own grants would be wider.
      role: this.role.withoutPolicyUpdates(),
      environment: { ...props.environment },
      environmentEncryption: props.key,
      vpc: props.vpc,
      vpcSubnets: props.subnets,
      securityGroups: [this.securityGroup],
      deadLetterQueue: this.deadLetterQueue,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
    });
  }
}

function renderSecurityGroup(scope: Construct, vpc: IVpc): SecurityGroup {
  const group = new SecurityGroup(scope, 'SecurityGroup', {
    vpc,
    description: `HTTPS from ${scope.node.id}`,
    allowAllOutbound: false,
  });
  group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'HTTPS to the endpoints of AWS services');
  return group;
}

function acknowledgeUnreserved(handler: LambdaFunction): void {
  acknowledge(handler, {
    rule: 'HIPAA.Security-LambdaConcurrency',
    kind: 'unreserved-concurrency',
    reason: "The account's limit leaves nothing to reserve; the configuration says so.",
    citation: '164.312(b)',
    ...YEARLY_REVIEW,
  });
}
