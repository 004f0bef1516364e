import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { isJsonObject, type JsonObject } from '../../checks/template';
import { clientSettings, type Endpoint } from './endpoint';

/** An alert as a subscriber got it. */
export interface ReceivedAlert {
  /** The outputs that name the topic are keyed like this. */
  readonly topic: string;
  readonly subject: string;
  /** What machines are told. */
  readonly body: JsonObject;
  /** In ms since 1970. */
  readonly at: number;
}

/** A subscriber of alert topics: a queue, read all the time. */
export class AlertInbox {
  /** In the order in which they came. */
  readonly alerts: ReceivedAlert[] = [];
  readonly #sqs: SQSClient;
  readonly #url: string;
  #open = true;
  readonly #reading: Promise<void>;
  #arrived: () => void = () => undefined;

  private constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
    this.#reading = this.#read();
  }

  /** Subscribes a queue of its own to topics and begins to read. */
  static async subscribe(topicArns: readonly string[], endpoint: Endpoint): Promise<AlertInbox> {
    const sqs = new SQSClient({ ...clientSettings(endpoint), useQueueUrlAsEndpoint: false });
    const sns = new SNSClient(clientSettings(endpoint));
    const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'drill-alerts' }));
    const { Attributes: attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
    );
    for (const topic of topicArns) {
      await sns.send(
        new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint: attributes?.QueueArn }),
      );
    }
    return new AlertInbox(sqs, url);
  }

  /** The first alert from a place in {@link alerts} on that is wanted; undefined where none came in time. */
  async waitFor(
    wanted: (alert: ReceivedAlert) => boolean,
    from: number,
    timeout: number,
  ): Promise<ReceivedAlert | undefined> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = this.alerts.slice(from).find(wanted);
      const left = deadline - Date.now();
      if (found !== undefined || left <= 0) return found;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#arrived = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async close(): Promise<void> {
    this.#open = false;
    await this.#reading;
    this.#sqs.destroy();
  }

  async #read(): Promise<void> {
    while (this.#open) {
      const { Messages: messages = [] } = await this.#sqs
        .send(new ReceiveMessageCommand({ QueueUrl: this.#url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }))
        // A loaded machine: the next call asks again.
        .catch(() => ({ Messages: [] }));
      if (messages.length === 0) continue;
      const at = Date.now();
      for (const message of messages) this.alerts.push(alertOf(message, at));
      this.#arrived();
      await this.#sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl: this.#url,
          Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      );
    }
  }
}

function alertOf({ Body: body = '{}' }: Message, at: number): ReceivedAlert {
  const { TopicArn: topic, Subject: subject, Message: message } = objectOf(body);
  return { topic: String(topic), subject: String(subject), body: objectOf(String(message)), at };
}

function objectOf(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
