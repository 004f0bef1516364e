import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings, type Endpoint } from './endpoint';

/** How many messages wait in the queues of the path, or are being worked on. */
interface QueueDepths {
  /** By logical id. */
  readonly waiting: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The queues of the path. */
export interface PathQueues {
  /** Looks into every queue, dead letters included. */
  readonly depths: () => Promise<QueueDepths>;
  /** Puts texts into the queue that the bus fills, as it does. */
  readonly deliver: (bodies: readonly string[]) => Promise<void>;
}

/** What SQS takes in one call. */
const BATCH = 10;

/** Finds the queues of a stack. */
export async function pathQueues(stack: string, endpoint: Endpoint): Promise<PathQueues> {
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
  const depths = async (): Promise<QueueDepths> => {
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
  const intake = queues.find(({ id }) => /^IntakeQueue/.test(id));
  const deliver = async (bodies: readonly string[]): Promise<void> => {
    for (let first = 0; first < bodies.length; first += BATCH) {
      await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: intake?.url,
          Entries: bodies
            .slice(first, first + BATCH)
            .map((body, index) => ({ Id: String(index), MessageBody: body })),
        }),
      );
    }
  };
  return { depths, deliver };
}
