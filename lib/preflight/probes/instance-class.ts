import { DescribeOrderableDBInstanceOptionsCommand, RDSClient } from '@aws-sdk/client-rds';
import type { Finding } from '../finding';
import { allPages } from '../pages';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** A version of the engine that a region offers on an instance class. */
export interface OrderableReading {
  readonly version: string;
  readonly multiAz: boolean;
  readonly zones: readonly string[];
}

/** Whether the region offers the database's instance class with a second zone. */
export const instanceClassProbe = probe({
  id: 'instance-class',
  title: 'Database instance class',
  actions: ['rds:DescribeOrderableDBInstanceOptions'],
  read: async (account, ask, { config }): Promise<readonly OrderableReading[]> => {
    const options = await ask('rds:DescribeOrderableDBInstanceOptions', () =>
      allPages(async (Marker) => {
        const page = await account.client(RDSClient).send(
          new DescribeOrderableDBInstanceOptionsCommand({
            Engine: 'postgres',
            DBInstanceClass: `db.${config.database.instanceClass}`,
            Vpc: true,
            Marker,
          }),
        );
        return { items: page.OrderableDBInstanceOptions, next: page.Marker };
      }),
    );
    return options.map(({ EngineVersion = '', MultiAZCapable, AvailabilityZones = [] }) => ({
      version: EngineVersion,
      multiAz: MultiAZCapable === true,
      zones: AvailabilityZones.flatMap(({ Name }) => Name ?? []),
    }));
  },
  judge: judgeInstanceClass,
});

function judgeInstanceClass(options: readonly OrderableReading[], { config }: Plan): readonly Finding[] {
  const { instanceClass, engineVersion } = config.database;
  const what = `db.${instanceClass} for PostgreSQL ${engineVersion} with a second zone`;
  const fitting = options.filter(
    ({ version, multiAz }) => multiAz && version.split('.')[0] === engineVersion,
  );
  if (fitting.length === 0) {
    return [
      {
        status: 'blocks',
        text: `RDS does not offer ${what} in ${config.region}.`,
        fix: 'Choose another database.instanceClass.',
      },
    ];
  }
  const offered = new Set(fitting.flatMap(({ zones }) => zones));
  const named = config.network.zones;
  if (named !== undefined && named.filter((zone) => offered.has(zone)).length < 2) {
    return [
      {
        status: 'blocks',
        text: `RDS offers ${what} in fewer than two of ${named.join(', ')}.`,
        fix: `Choose two of network.zones among ${[...offered].sort().join(', ')}.`,
      },
    ];
  }
  return [{ status: 'ok', text: `RDS offers ${what} in ${[...offered].sort().join(', ')}.` }];
}
