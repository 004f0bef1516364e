import { environment } from './environment';

/** What Lambda puts into a function's environment for the role that it runs with. */
interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/**
 * Takes the place of the SDK's search for credentials in bundled functions: Lambda gives a function those of its role in the
 * environment, and nothing else may be looked for.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export function defaultProvider(): () => Promise<RoleCredentials> {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment();
    if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
      throw new Error('the environment must hold credentials of the role, got: none');
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    };
  };
}
