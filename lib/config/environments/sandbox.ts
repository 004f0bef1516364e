import type { EnvironmentInput } from '../schema';

/** A single-region environment for trying things out: checked as it is, deployed once an alert address is given. */
export const sandbox: EnvironmentInput = {
  name: 'sandbox',
  profile: 'sandbox',

  // Give the address here or with -c alertEmail=…
  // alertEmail: 'you@your-organization',

  // What a sandbox relaxes, and nothing else: locks that a privileged identity can lift, so that it can be removed …
  lockMode: 'GOVERNANCE',
  removal: 'destroy',
  // … one zone for each endpoint …
  network: { endpointZones: 'one' },
  // … and a small instance. It is encrypted, audited and multi-AZ like any other.
  database: { instanceClass: 't4g.small' },
};
