import { type CustomResource, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type DeploymentFunctionSettings, DeploymentTask } from './deployment-task';

/**
 * Runs functions of ours once for each deployment that changes them, and fails the deployment where one fails: functions
 * inside the perimeter cannot answer CloudFormation, and others should not have to.
 *
 * @see docs/decisions/0012-deployment-functions.md
 * @see 45 CFR 164.308(a)(4)(ii)(B)
 */
export class DeploymentRuns extends Construct {
  private readonly task: DeploymentTask;
  private readonly functionArns: string[] = [];

  constructor(scope: Construct, id: string, settings: DeploymentFunctionSettings) {
    super(scope, id);
    this.task = new DeploymentTask(this, 'Invoker', {
      ...settings,
      entry: 'deployment/handlers/invoke',
      description: 'Runs functions of the baseline while CloudFormation deploys',
      timeout: Duration.minutes(7),
      statements: [
        new PolicyStatement({
          sid: 'Run',
          actions: ['lambda:InvokeFunction'],
          resources: Lazy.list({ produce: () => this.functionArns }),
        }),
      ],
    });
  }

  /**
   * A run of the function whenever its code or one of these inputs changes.
   *
   * @param inputs what besides the code decides what a run does
   */
  runOf(id: string, handler: LambdaFunction, inputs: Readonly<Record<string, string>> = {}): CustomResource {
    this.functionArns.push(handler.functionArn);
    return this.task.resource(id, 'FunctionRun', {
      ...inputs,
      FunctionArn: handler.functionArn,
      Code: codeOf(handler),
    });
  }
}

/** The key of the code's asset, which is a hash of what is in it. */
function codeOf(handler: LambdaFunction): string {
  return Lazy.string({
    produce: () => {
      const resource = handler.node.defaultChild;
      const code = resource instanceof CfnFunction ? Stack.of(handler).resolve(resource.code) : undefined;
      const key: unknown = code?.s3Key;
      if (typeof key !== 'string') throw new Error(`'${handler.node.path}' must have code from an asset`);
      return key;
    },
  });
}
