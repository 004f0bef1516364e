import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { PostgresMajorVersion } from './postgres-parameters';

/** What a `PostgresDatabase` is asked for: its place, its size and its names; no safeguard is among them. */
export interface PostgresDatabaseProps {
  readonly vpc: IVpc;

  /** Subnets without a route to the internet, in two zones or more. */
  readonly isolatedSubnets: SubnetSelection;

  /** The customer managed key of storage, backups, logs, insights and the password. */
  readonly key: IKey;

  /**
   * The instance's physical name: RDS derives the names of its log groups from it, so it is fixed. 1 to 63 lower-case
   * letters, digits and single hyphens.
   */
  readonly instanceIdentifier: string;

  readonly engineVersion: PostgresMajorVersion;

  /** Instance class without the prefix `db.`: `t4g.medium`. */
  readonly instanceClass: string;

  /** Storage to begin with, in GiB, 20 or more. */
  readonly allocatedStorageGiB: number;

  /** Storage at which growth stops, in GiB, at least a tenth above the first size. */
  readonly maxAllocatedStorageGiB: number;

  /** TCP port, 1150 to 65535, other than 5432. */
  readonly port: number;

  /** Name of the first database. */
  readonly databaseName: string;

  /** Days of automatic backups for point-in-time recovery, 1 to 35. */
  readonly backupRetentionDays: number;

  /** Days that the logs are kept, 365 or more, of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** Whether the account's group for operating system metrics is made here or was there before. */
  readonly osMetricsLogGroup: 'manage' | 'adopt';

  /** What happens to data and logs when the stack is deleted, once deletion protection has been lifted by hand. */
  readonly removalPolicy: RemovalPolicy;
}
