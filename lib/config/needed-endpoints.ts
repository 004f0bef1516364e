import type { INTERFACE_ENDPOINT_NAMES } from './interface-endpoint-names';

/** A service that functions of the baseline call from subnets without a way out. */
interface NeededEndpoint {
  readonly name: (typeof INTERFACE_ENDPOINT_NAMES)[number];
  /** What fails without it. */
  readonly for: string;
}

/** What the baseline's own functions call; without an endpoint they would be deployed and fail. */
export const NEEDED_ENDPOINTS: readonly NeededEndpoint[] = [
  { name: 'events', for: 'emergency access alerts security' },
  { name: 'kinesis-firehose', for: 'every access is audited' },
  { name: 'kms', for: 'fields are encrypted' },
  { name: 'logs', for: 'masking of log groups is judged' },
  { name: 'rds', for: 'parameters of databases are judged' },
  { name: 'secretsmanager', for: 'migrations log in to the database' },
  { name: 'sns', for: 'incidents are told' },
  { name: 'ssm', for: 'tokens are verified' },
];
