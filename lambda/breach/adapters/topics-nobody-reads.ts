import { GetTopicAttributesCommand, NotFoundException, type SNSClient } from '@aws-sdk/client-sns';

/**
 * How many of the topics have no confirmed subscription, or one that somebody still has to confirm. A topic that is gone
 * reaches nobody either.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export async function topicsNobodyReads(
  client: Pick<SNSClient, 'send'>,
  topicArns: readonly string[],
): Promise<number> {
  let unread = 0;
  for (const TopicArn of topicArns) {
    unread += (await isRead(client, TopicArn)) ? 0 : 1;
  }
  return unread;
}

async function isRead(client: Pick<SNSClient, 'send'>, TopicArn: string): Promise<boolean> {
  try {
    const { Attributes = {} } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
    return (
      Number(Attributes.SubscriptionsConfirmed) > 0 && Number(Attributes.SubscriptionsPending ?? 0) === 0
    );
  } catch (error) {
    if (error instanceof NotFoundException) {
      return false;
    }
    throw error;
  }
}
