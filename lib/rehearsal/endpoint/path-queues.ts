import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings, type Endpoint } from './endpoint';

/** How many messages wait in the queues of the path, or are being worked on. */
export interface QueueDepths {
  /** By logical id. */
  readonly waiting: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Looks into every queue of a stack, dead letters included. */
export async function pathQueues(stack: string, endpoint: Endpoint): Promise<() => Promise<QueueDepths>> {
  const settings = clientSettings(endpoint);
  const { StackResources: resources = [] } = await new CloudFormationClient(settings).send(
    new DescribeStackResourcesCommand({ StackName: stack }),
  );
  const queues = resources.flatMap(({ ResourceType, LogicalResourceId = '', PhysicalResourceId }) =>
    ResourceType === 'AWS::SQS::Queue' && PhysicalResourceId !== undefined
      ? [{ id: LogicalResourceId, url: PhysicalResourceId }]
      : [],
  );
  const sqs = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
  return async () => {
    const waiting = new Map<string, number>();
    for (const { id, url } of queues) {
      const { Attributes: depth = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      const count =
        Number(depth.ApproximateNumberOfMessages ?? 0) +
        Number(depth.ApproximateNumberOfMessagesNotVisible ?? 0);
      if (count > 0) waiting.set(id, count);
    }
    return { waiting, total: [...waiting.values()].reduce((sum, count) => sum + count, 0) };
  };
}
