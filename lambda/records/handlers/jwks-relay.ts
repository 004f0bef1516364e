import { SSMClient } from '@aws-sdk/client-ssm';
import { systemClock } from '../../shared/clock';
import { createLog } from '../../shared/log/log';
import { relaySigningKeys } from '../adapters/relay-signing-keys';
import { environment } from './environment';
import { RELAY_ENVIRONMENT, readSettings } from './settings';

const log = createLog((line) => process.stdout.write(`${line}\n`));

/** Carries the user pool's public keys to where the service reads them. Run by a schedule; it meets no PHI. */
export async function handler(): Promise<void> {
  const settings = readSettings(RELAY_ENVIRONMENT, environment());
  try {
    await relaySigningKeys({
      userPoolId: settings.USER_POOL_ID,
      parameter: settings.SIGNING_KEYS_PARAMETER,
      get: fetch,
      client: new SSMClient({}),
      clock: systemClock,
    });
    log.info('signing-keys-relayed');
  } catch (error) {
    log.error('signing-keys-not-relayed', error);
    throw error;
  }
}
