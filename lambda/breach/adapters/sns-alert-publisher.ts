import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Alert } from '../domain/alerts/alert';
import type { AlertChannel } from '../domain/alerts/outbox-message';
import type { AlertPublisher } from '../ports/alert-publisher';
import { NotSentError } from '../ports/not-sent-error';

/** Failures before anything left this machine. */
const NEVER_LEFT = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'CredentialsProviderError']);

/**
 * Alerts through SNS, by channel. The client must not try again by itself: after a second attempt nobody knows what became
 * of the first one.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class SnsAlertPublisher implements AlertPublisher {
  readonly #client: Pick<SNSClient, 'send'>;
  readonly #topics: Readonly<Record<AlertChannel, string>>;

  constructor(client: Pick<SNSClient, 'send'>, topics: Readonly<Record<AlertChannel, string>>) {
    this.#client = client;
    this.#topics = topics;
  }

  async publish({ channel, subject, message }: Alert): Promise<{ readonly receipt: string }> {
    const { MessageId } = await this.#send(
      new PublishCommand({
        TopicArn: this.#topics[channel],
        Subject: subject,
        Message: message,
        MessageStructure: 'json',
        MessageAttributes: { channel: { DataType: 'String', StringValue: channel } },
      }),
    );
    if (MessageId === undefined) {
      throw new Error('SNS must answer with an id, got: none');
    }
    return { receipt: MessageId };
  }

  async #send(command: PublishCommand) {
    try {
      return await this.#client.send(command);
    } catch (error) {
      throw wasRefused(error) ? new NotSentError('SNS did not take the alert', { cause: error }) : error;
    }
  }
}

/** Whether SNS refused the first and only attempt, or nothing ever left. */
function wasRefused(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { $metadata, code } = error as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
    readonly code?: string;
  };
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    NEVER_LEFT.has(code ?? error.name) ||
    (status >= 400 && status < 500 && status !== 408 && ($metadata?.attempts ?? 1) === 1)
  );
}
