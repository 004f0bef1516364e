import { CfnResource, CustomResource, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeDeploymentFunction } from './deployment-function';
import { OutsideFunction } from './outside-function';

/** A handler that does not answer fails the deployment this much later than its own time-out. */
const GRACE = Duration.minutes(1);

/** What every function of a stack that only deploys has in common. */
export interface DeploymentFunctionSettings {
  /** The key of the log group; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that the function's log is kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What happens to the log when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** Properties of a {@link DeploymentTask}. */
export interface DeploymentTaskProps extends DeploymentFunctionSettings {
  /** The module below `lambda/`, without extension, that exports `handler`. */
  readonly entry: string;

  /** One plain sentence for whoever meets the function in the console. */
  readonly description: string;

  /** How long the function may take. */
  readonly timeout: Duration;

  /** What it may do, by exact actions. */
  readonly statements: readonly PolicyStatement[];
}

/**
 * A function that CloudFormation calls for what has no resource type. It answers for itself, within its time, and may do
 * what its statements name.
 *
 * @see docs/decisions/0012-deployment-functions.md
 * @see 45 CFR 164.308(a)(4)(ii)(B)
 */
export class DeploymentTask extends Construct {
  private readonly handler: OutsideFunction;
  private readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: DeploymentTaskProps) {
    super(scope, id);
    this.timeout = props.timeout;
    this.handler = new OutsideFunction(this, 'Handler', { ...props, memoryMiB: 256 });
    for (const statement of props.statements) this.handler.role.addToPrincipalPolicy(statement);
    const resource = this.handler.function.node.defaultChild;
    if (!CfnResource.isCfnResource(resource)) throw new Error(`'${this.node.path}' must have a function`);
    acknowledgeDeploymentFunction(resource);
  }

  /** A resource that the function makes when these properties are new or have changed. */
  resource(id: string, resourceType: string, properties: Readonly<Record<string, string>>): CustomResource {
    const resource = new CustomResource(this, id, {
      resourceType: `Custom::${resourceType}`,
      serviceToken: this.handler.function.functionArn,
      serviceTimeout: this.timeout.plus(GRACE),
      properties,
    });
    // Deleting needs what making needed.
    resource.node.addDependency(this.handler);
    return resource;
  }
}
