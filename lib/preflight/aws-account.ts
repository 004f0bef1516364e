import type { STSClient } from '@aws-sdk/client-sts';
import { partitionOf } from '../config/partition';
import { CLIENT_LIMITS } from './client-limits';
import { readOnly } from './read-only';

type Credentials = STSClient['config']['credentials'];

/** What every client of the SDK is made from. */
export interface ClientSettings {
  readonly region: string;
  readonly credentials: Credentials;
  readonly maxAttempts: number;
  readonly requestHandler: typeof CLIENT_LIMITS.requestHandler;
}

type Guardable = Parameters<typeof readOnly>[0];

/** An account in one region, read with the caller's credentials: clients are made when they are first asked for. */
export class AwsAccount {
  readonly id: string;
  readonly region: string;
  /** What found the credentials: the one chain for all clients, so that a person is asked once. */
  readonly identity: STSClient;
  private readonly clients = new Map<string, unknown>();

  constructor(id: string, region: string, identity: STSClient) {
    this.id = id;
    this.region = region;
    this.identity = identity;
  }

  /** The region in which the partition keeps what is not regional. */
  get home(): string {
    return homeRegion(this.region);
  }

  /** What stands in for AWS by the settings of the SDK; undefined where AWS itself is asked. */
  async standIn(): Promise<URL | undefined> {
    const endpoint = await this.identity.config.serviceConfiguredEndpoint?.();
    return endpoint === undefined ? undefined : new URL(endpoint);
  }

  /** The client of a service that can only read. @param region the account's by default */
  client<C extends Guardable>(Client: new (settings: ClientSettings) => C, region = this.region): C {
    const key = `${Client.name} ${region}`;
    const known = this.clients.get(key);
    if (known instanceof Client) return known;
    const { credentials } = this.identity.config;
    const client = readOnly(new Client({ region, credentials, ...CLIENT_LIMITS }));
    this.clients.set(key, client);
    return client;
  }
}

/** The region in which a partition keeps what is not regional. */
export function homeRegion(region: string): 'us-east-1' | 'us-gov-west-1' {
  return partitionOf(region) === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}
