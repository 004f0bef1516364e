import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Properties of an {@link EncryptedQueue}. */
export interface EncryptedQueueProps extends Pick<QueueProps, 'deadLetterQueue' | 'visibilityTimeout'> {
  /** Used through `sqs`. */
  readonly key: IKey;

  /** What happens to the queue when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A queue under our key that keeps what nobody took for 14 days, the longest there is, and takes it over TLS only.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(e)(1)
 */
export class EncryptedQueue extends Queue {
  constructor(scope: Construct, id: string, { key, ...props }: EncryptedQueueProps) {
    super(scope, id, {
      ...props,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}
