import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { REQUEST_LIMITS } from '../../../lambda/shared/request-limits';

it('REQUEST_LIMITS make a call fail that is never answered', async () => {
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new FirehoseClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: REQUEST_LIMITS,
  });
  const asked = client.send(new PutRecordBatchCommand({ DeliveryStreamName: 'audit', Records: [] }));
  await expect(asked).rejects.toThrow(/2500 ms/);
  client.destroy();
  server.closeAllConnections();
  server.close();
}, 10_000);
