import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import type { AwsAccount } from './aws-account';
import { CLIENT_LIMITS } from './client-limits';
import { allPages } from './pages';

/** An agreement between AWS and the account, or its organization. */
export interface CustomerAgreement {
  readonly name: string;
  readonly state: string;
  readonly ofOrganization: boolean;
}

/** What AWS Artifact answers, as far as it is used; version 2018-05-10 of its API. */
const answerSchema = z.object({
  customerAgreements: z
    .array(
      z.object({
        name: z.string().max(1024).default(''),
        state: z.string().max(64).default(''),
        organizationArn: z.string().nullish(),
      }),
    )
    .max(1000),
  nextToken: z.string().max(4096).nullish(),
});

/** The most that is read of an answer: a page holds a few dozen agreements. Bytes. */
const MAX_ANSWER = 4_194_304;

/** An error of AWS Artifact, by the name that it gave. */
class ArtifactError extends Error {
  public override readonly name: string;

  constructor(name: string) {
    super('AWS Artifact refused the request');
    this.name = name;
  }
}

/**
 * The agreements that apply to the caller's account. The one request is signed and sent here, instead of a further client
 * of the SDK in every installation.
 */
export async function listCustomerAgreements(account: AwsAccount): Promise<readonly CustomerAgreement[]> {
  const agreements = await allPages(async (nextToken) => {
    const page = answerSchema.parse(await get(account, '/v1/customer-agreement/list', nextToken));
    return { items: page.customerAgreements, next: page.nextToken ?? undefined };
  });
  return agreements.map(({ name, state, organizationArn }) => ({
    name,
    state,
    ofOrganization: (organizationArn ?? '') !== '',
  }));
}

async function get(account: AwsAccount, path: string, nextToken: string | undefined): Promise<unknown> {
  const { credentials, sha256 } = account.identity.config;
  const url = new URL(path, (await account.standIn()) ?? `https://artifact.${account.home}.amazonaws.com`);
  // As it is signed: the plus sign of forms for a space would be another query.
  if (nextToken !== undefined) url.search = `nextToken=${encodeURIComponent(nextToken)}`;
  const signer = new SignatureV4({ service: 'artifact', region: account.home, credentials, sha256 });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host },
  });
  const { connectionTimeout, requestTimeout } = CLIENT_LIMITS.requestHandler;
  const response = await fetch(url, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(connectionTimeout + requestTimeout),
  });
  const text = (await response.text()).slice(0, MAX_ANSWER);
  if (!response.ok)
    throw new ArtifactError(errorName(response.headers.get('x-amzn-errortype'), response.status));
  return JSON.parse(text);
}

/** The header is `Name:address`; a proxy in between sends none. */
function errorName(header: string | null, status: number): string {
  const name = header?.split(/[:#]/)[0] ?? '';
  return /^[A-Za-z]{1,80}$/.test(name) ? name : `Http${status}`;
}
