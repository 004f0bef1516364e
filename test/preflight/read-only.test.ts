import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTopicCommand, ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsAccount } from '../../lib/preflight/aws-account';
import { readOnly } from '../../lib/preflight/read-only';

describe('a client that only reads', () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader('content-type', 'text/xml');
    response.end('<R><ListTopicsResult/><CreateTopicResult><TopicArn>a</TopicArn></CreateTopicResult></R>');
  });
  const client = () =>
    new SNSClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });

  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
  afterAll(
    () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  beforeEach(() => {
    requests = 0;
  });

  it('sends a read', async () => {
    await readOnly(client()).send(new ListTopicsCommand({}));
    expect(requests).toBe(1);
  });

  it('refuses anything else before it leaves the machine', async () => {
    await expect(readOnly(client()).send(new CreateTopicCommand({ Name: 'a' }))).rejects.toThrow(
      "'preflight' must only read, got: 'CreateTopicCommand'",
    );
    expect(requests).toBe(0);
  });

  it('is every client of an account that preflight looks at', async () => {
    const identity = new STSClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const account = new AwsAccount('111122223333', 'us-east-1', identity);
    await expect(account.client(SNSClient).send(new CreateTopicCommand({ Name: 'a' }))).rejects.toThrow(
      "'preflight' must only read",
    );
    await expect(
      account.client(SNSClient, 'us-west-2').send(new CreateTopicCommand({ Name: 'a' })),
    ).rejects.toThrow("'preflight' must only read");
  });

  it('is what makes the difference', async () => {
    await client().send(new CreateTopicCommand({ Name: 'a' }));
    expect(requests).toBe(1);
  });
});
