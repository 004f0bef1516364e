import { types } from 'node:util';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsAccount } from '../../lib/preflight/aws-account';
import { listCustomerAgreements } from '../../lib/preflight/customer-agreements';
import { type Reply, standIn } from './stand-in-endpoint';

const AGREEMENTS = JSON.stringify({
  customerAgreements: [{ name: 'AWS Business Associate Addendum', state: 'ACTIVE' }],
});

/** What comes of asking, and how often was asked. */
async function asking(reply: Reply) {
  const endpoint = await standIn(reply);
  try {
    process.env.AWS_ENDPOINT_URL = endpoint.url;
    const identity = new STSClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    });
    const account = new AwsAccount('111122223333', 'us-east-1', identity);
    const agreements = await listCustomerAgreements(account).catch((error: unknown) => error);
    return { agreements, paths: endpoint.arrived.map(({ url }) => url) };
  } finally {
    delete process.env.AWS_ENDPOINT_URL;
    await endpoint.close();
  }
}

const json = (body: string, status = 200) => ({ status, type: 'application/json', body });

describe('listCustomerAgreements', () => {
  it('reads what AWS Artifact answers', async () => {
    const { agreements } = await asking(() => json(AGREEMENTS));
    expect(agreements).toEqual([
      { name: 'AWS Business Associate Addendum', state: 'ACTIVE', ofOrganization: false },
    ]);
  });

  it('follows no redirection with a signed request', async () => {
    const { agreements, paths } = await asking(({ url }) =>
      url.startsWith('/elsewhere')
        ? json(AGREEMENTS)
        : { status: 302, type: 'text/html', body: '', location: '/elsewhere' },
    );
    expect(types.isNativeError(agreements)).toBe(true);
    expect(paths).toEqual(['/v1/customer-agreement/list']);
  });

  it.each([
    ['something else', json('{}')],
    ['no JSON', json('<html>')],
    ['a list without end', json(JSON.stringify({ customerAgreements: [], nextToken: 'again' }))],
  ])('takes %s for no answer', async (_what, reply) => {
    const { agreements } = await asking(() => reply);
    expect(types.isNativeError(agreements) || agreements instanceof Error).toBe(true);
  });
});
