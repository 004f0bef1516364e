import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { homeRegion } from './aws-account';
import { CLIENT_LIMITS } from './client-limits';
import { type Failure, failureOf } from './failure';
import { readOnly } from './read-only';

/** Whose account it is, or why nobody can tell. */
export type Identification =
  | { readonly account: string; readonly identity: STSClient }
  | { readonly failure: Failure };

/**
 * Asks AWS whose the credentials are, which needs no permission. It asks in the home region of the partition: a region that
 * is not enabled would say that the credentials are invalid.
 */
export async function identify(region: string): Promise<Identification> {
  const identity = readOnly(new STSClient({ region: homeRegion(region), ...CLIENT_LIMITS }));
  try {
    const { Account } = await identity.send(new GetCallerIdentityCommand({}));
    return /^\d{12}$/.test(Account ?? '')
      ? { account: Account ?? '', identity }
      : { failure: { kind: 'other', name: 'NoAccount' } };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** The region that the SDK's own settings name, as the CDK CLI takes it; undefined where they name none. */
export async function regionOfSettings(): Promise<string | undefined> {
  try {
    return await new STSClient({}).config.region();
  } catch {
    return undefined;
  }
}
