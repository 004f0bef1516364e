import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

const LOGIN = z.object({ username: z.string().min(1), password: z.string().min(1) });

/**
 * The login that RDS keeps and rotates for whoever made the database; it stays in memory for one migration.
 *
 * @throws Error that says nothing of the secret
 */
export async function masterLogin(
  client: Pick<SecretsManagerClient, 'send'>,
  secretArn: string,
): Promise<z.output<typeof LOGIN>> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  try {
    return LOGIN.parse(JSON.parse(SecretString ?? ''));
  } catch {
    throw new Error('the secret must hold a user name and a password');
  }
}
