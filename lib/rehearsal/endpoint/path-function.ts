import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { clientSettings, type Endpoint } from './endpoint';

/**
 * The name of the function of a stack whose logical id begins so.
 *
 * @throws Error where there is none
 */
export async function pathFunction(stack: string, prefix: string, endpoint: Endpoint): Promise<string> {
  const { StackResources: resources = [] } = await new CloudFormationClient(clientSettings(endpoint)).send(
    new DescribeStackResourcesCommand({ StackName: stack }),
  );
  const found = resources.find(
    ({ ResourceType, LogicalResourceId = '' }) =>
      ResourceType === 'AWS::Lambda::Function' && LogicalResourceId.startsWith(prefix),
  );
  if (found?.PhysicalResourceId === undefined) {
    throw new Error(`'${stack}' must have a function ${prefix}…, got: none`);
  }
  return found.PhysicalResourceId;
}
