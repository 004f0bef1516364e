import { PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { Clock } from '../../shared/clock';
import { PUBLISHED_KEYS } from './stored-signing-keys';

/** Asks an address and gives its answer; `fetch` is one. */
type Get = (
  url: string,
  options: { readonly redirect: 'error'; readonly signal: AbortSignal },
) => Promise<{ readonly ok: boolean; text(): Promise<string> }>;

const TIMEOUT_MS = 5_000;

/** What a parameter of the standard tier holds, in bytes. */
const LARGEST = 4_096;

/** `us-east-1_Ab12Cd34E`. */
const USER_POOL_ID = /^([a-z]{2}(?:-[a-z]+)+-\d)_[A-Za-z0-9]{1,55}$/;

export interface RelayProps {
  readonly userPoolId: string;
  /** Where the service reads the keys. */
  readonly parameter: string;
  readonly get: Get;
  readonly client: Pick<SSMClient, 'send'>;
  readonly clock: Clock;
}

/**
 * Fetches the user pool's public keys over TLS and stores them for the service. Whatever is not a set of such keys leaves the
 * stored ones as they are.
 *
 * @throws Error when the keys cannot be fetched or stored
 * @see 45 CFR 164.312(d)
 */
export async function relaySigningKeys({
  userPoolId,
  parameter,
  get,
  client,
  clock,
}: RelayProps): Promise<void> {
  const region = USER_POOL_ID.exec(userPoolId)?.[1];
  if (region === undefined) throw new Error("'userPoolId' must be the id of a user pool");
  const url = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}/.well-known/jwks.json`;
  const answer = await get(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error('the user pool must answer with its keys');
  const { keys } = PUBLISHED_KEYS.parse(JSON.parse(await answer.text()));
  const Value = JSON.stringify({ fetchedAt: clock.now().toISOString(), keys });
  if (Buffer.byteLength(Value) > LARGEST) throw new Error(`'keys' must have at most ${LARGEST} bytes`);
  await client.send(new PutParameterCommand({ Name: parameter, Value, Type: 'String', Overwrite: true }));
}
