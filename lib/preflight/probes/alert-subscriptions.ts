import { ListSubscriptionsCommand, SNSClient } from '@aws-sdk/client-sns';
import { plural } from '../../report/plural';
import { printable } from '../../report/printable';
import type { Finding } from '../finding';
import { allPages } from '../pages';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** What SNS writes in the place of the ARN until somebody confirms. */
const PENDING = 'PendingConfirmation';

const MAX_NAMED = 5;

/** One subscription, without the address. */
export interface SubscriptionReading {
  readonly topicArn: string;
  readonly protocol: string;
  readonly pending: boolean;
}

/** Subscriptions that nobody confirmed: they page nobody. @see 45 CFR 164.308(a)(6)(ii) */
export const alertSubscriptionsProbe = probe({
  id: 'alert-subscriptions',
  title: 'Alert subscriptions',
  actions: ['sns:ListSubscriptions'],
  read: async (account, ask): Promise<readonly SubscriptionReading[]> => {
    const client = account.client(SNSClient);
    const subscriptions = await ask('sns:ListSubscriptions', () =>
      allPages(async (NextToken) => {
        const page = await client.send(new ListSubscriptionsCommand({ NextToken }));
        return { items: page.Subscriptions, next: page.NextToken };
      }),
    );
    return subscriptions.map(({ TopicArn = '', Protocol = '', SubscriptionArn }) => ({
      topicArn: TopicArn,
      protocol: Protocol,
      pending: SubscriptionArn === PENDING,
    }));
  },
  judge: judgeSubscriptions,
});

function judgeSubscriptions(subscriptions: readonly SubscriptionReading[], plan: Plan): readonly Finding[] {
  const ours = subscriptions.filter(({ topicArn }) => isOurs(topicArn, plan));
  const pending = ours.filter((subscription) => subscription.pending);
  if (pending.length === 0) {
    return [{ status: 'ok', text: `None of ${plural(ours.length, 'subscription')} waits to be confirmed.` }];
  }
  const topics = [...new Set(pending.map(({ topicArn }) => printable(topicArn.split(':').at(-1) ?? '')))];
  const more = topics.length > MAX_NAMED ? ` and ${topics.length - MAX_NAMED} more` : '';
  return [
    {
      status: 'attention',
      text: `Nobody has confirmed ${plural(pending.length, 'subscription')}, so nobody is paged, on: ${topics.slice(0, MAX_NAMED).join(', ')}${more}.`,
      fix: 'Follow the link in the message that SNS sent; it is valid for two days, subscribing again sends another.',
    },
  ];
}

/** Of a named environment its own topics, as far as they can be told; otherwise every topic of the account. */
function isOurs(topicArn: string, { named, owned }: Plan): boolean {
  return !named || owned === null || owned.has('AWS::SNS::Topic', topicArn);
}
