import { Token } from 'aws-cdk-lib';
import type { PostgresDatabaseProps } from './postgres-database-props';
import { POSTGRES_MAJOR_VERSIONS } from './postgres-parameters';

/** The values of {@link PostgresDatabaseProps} that decide whether RDS, and the baseline, accept them. */
export type PostgresLimits = Pick<
  PostgresDatabaseProps,
  | 'allocatedStorageGiB'
  | 'backupRetentionDays'
  | 'databaseName'
  | 'engineVersion'
  | 'instanceIdentifier'
  | 'logRetentionDays'
  | 'maxAllocatedStorageGiB'
  | 'port'
>;

interface PostgresLimit {
  readonly prop: keyof PostgresLimits;
  /** What the value must be, beginning with 'must'. */
  readonly demand: string;
  readonly holds: (props: PostgresLimits) => boolean;
}

const LIMITS: readonly PostgresLimit[] = [
  {
    prop: 'instanceIdentifier',
    demand: 'must be 1 to 63 lower-case letters, digits and single hyphens and start with a letter',
    holds: ({ instanceIdentifier }) => /^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(instanceIdentifier),
  },
  {
    prop: 'engineVersion',
    demand: `must be a PostgreSQL major version (${POSTGRES_MAJOR_VERSIONS.join(', ')})`,
    holds: ({ engineVersion }) => POSTGRES_MAJOR_VERSIONS.includes(engineVersion),
  },
  {
    prop: 'databaseName',
    demand: 'must be 1 to 63 lower-case letters, digits and underscores and start with a letter',
    holds: ({ databaseName }) => /^[a-z][a-z0-9_]{0,62}$/.test(databaseName),
  },
  {
    prop: 'port',
    demand: 'must be from 1150 to 65535 and not 5432',
    holds: ({ port }) => isWithin(port, 1150, 65_535) && port !== 5432,
  },
  {
    prop: 'allocatedStorageGiB',
    demand: 'must be a whole number of GiB, at least 20',
    holds: ({ allocatedStorageGiB }) => isWithin(allocatedStorageGiB, 20, 65_536),
  },
  {
    prop: 'maxAllocatedStorageGiB',
    demand: 'must be at least a tenth above allocatedStorageGiB',
    holds: ({ allocatedStorageGiB, maxAllocatedStorageGiB }) =>
      isWithin(maxAllocatedStorageGiB, Math.ceil((allocatedStorageGiB * 11) / 10), 65_536),
  },
  {
    prop: 'backupRetentionDays',
    demand: 'must be from 1 to 35 days: automatic backups cannot be switched off',
    holds: ({ backupRetentionDays }) => isWithin(backupRetentionDays, 1, 35),
  },
  {
    prop: 'logRetentionDays',
    demand: 'must be at least 365 days',
    holds: ({ logRetentionDays }) => isWithin(logRetentionDays, 365, 3653),
  },
];

/** What RDS or the baseline would refuse, each as `'prop' must …, got: …`; values known only at deployment pass. */
export function postgresProblems(props: PostgresLimits): readonly string[] {
  return LIMITS.filter(({ prop, holds }) => !Token.isUnresolved(props[prop]) && !holds(props)).map(
    ({ prop, demand }) => `'${prop}' ${demand}, got: ${props[prop]}`,
  );
}

/** What is wrong with where the instance is to stand. */
export function placementProblems(
  props: Pick<PostgresDatabaseProps, 'isolatedSubnets' | 'vpc'>,
): readonly string[] {
  const { subnets } = props.vpc.selectSubnets(props.isolatedSubnets);
  const reachable = subnets.filter((subnet) => !props.vpc.isolatedSubnets.includes(subnet));
  if (reachable.length > 0) {
    const names = reachable.map((subnet) => subnet.node.id).join(', ');
    return [`'isolatedSubnets' must select subnets without a route to the internet, got: ${names}`];
  }
  return subnets.length < 2
    ? [`'isolatedSubnets' must select two subnets or more, got: ${subnets.length}`]
    : [];
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
