import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { CloudFormationRequest } from '../shared/cloudformation/cloudformation-request';
import { type DeploymentTask, RefusedRequest } from './task';

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]{1,30}:\d{12}:function:[A-Za-z0-9_-]{1,64}$/;

const propertiesSchema = z.object({ FunctionArn: z.string().regex(FUNCTION_ARN) });

/**
 * Runs a function of the baseline once for each deployment that changes it, and fails the deployment where it fails. What
 * the function returns is not looked at and goes nowhere.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export function invokeTask(lambda: Pick<LambdaClient, 'send'>): DeploymentTask {
  return {
    apply: async (asked) => {
      const functionArn = functionArnOf(asked);
      const { FunctionError: failed } = await lambda.send(
        new InvokeCommand({ FunctionName: functionArn, InvocationType: 'RequestResponse' }),
      );
      if (failed !== undefined) {
        throw new RefusedRequest('The function failed; its own log has the type of the error');
      }
      return asked.PhysicalResourceId ?? `run/${functionArn.split(':').at(-1)}`;
    },
    // What a run did stays: a schema is not undone by deleting the stack that made it.
    remove: () => Promise.resolve(),
  };
}

function functionArnOf(asked: CloudFormationRequest): string {
  const properties = propertiesSchema.safeParse(asked.ResourceProperties).data;
  if (properties === undefined) throw new RefusedRequest("'FunctionArn' must be the ARN of a function");
  return properties.FunctionArn;
}
