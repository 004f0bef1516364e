import { Signer } from '@aws-sdk/rds-signer';
import type { DatabaseAddress } from './pool-config';

/**
 * A password that lives 15 minutes, signed with the function's own role; none is stored anywhere.
 *
 * @see 45 CFR 164.312(d)
 */
export function iamPassword({ host, port, user }: DatabaseAddress, region: string): () => Promise<string> {
  const signer = new Signer({ hostname: host, port, username: user, region });
  return () => signer.getAuthToken();
}
