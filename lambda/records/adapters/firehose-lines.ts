import { type FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import type { DeliverLines } from './stream-audit-log';

/** Hands lines to a stream of Firehose, which has stored them in several places when it says so. */
export function firehoseLines(client: Pick<FirehoseClient, 'send'>, streamName: string): DeliverLines {
  return async (lines) => {
    const { FailedPutCount, RequestResponses = [] } = await client.send(
      new PutRecordBatchCommand({
        DeliveryStreamName: streamName,
        Records: lines.map((line) => ({ Data: Buffer.from(line) })),
      }),
    );
    if (RequestResponses.length !== lines.length) {
      throw new Error(`'RequestResponses' must be ${lines.length}, got: ${RequestResponses.length}`);
    }
    const taken = RequestResponses.map(
      ({ RecordId, ErrorCode }) => RecordId !== undefined && ErrorCode === undefined,
    );
    // An answer that contradicts itself proves nothing.
    return FailedPutCount === taken.filter((has) => !has).length ? taken : lines.map(() => false);
  };
}
