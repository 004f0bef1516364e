/** Where a drill takes place. */
export interface Endpoint {
  readonly url: string;
  readonly account: string;
  readonly region: string;
}

/** How every client of the endpoint is made; nothing of the caller's own credentials goes there. */
export function clientSettings({ url, account, region }: Endpoint) {
  return {
    endpoint: url,
    region,
    // An emulator takes an access key of 12 digits for the account.
    credentials: { accessKeyId: account, secretAccessKey: 'rehearsal' },
    maxAttempts: 3,
  } as const;
}
