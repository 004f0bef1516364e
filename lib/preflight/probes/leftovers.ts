import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { answered } from '../answered';
import type { Finding } from '../finding';
import { allPages } from '../pages';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** What stands under a name that the environment takes too. */
export interface LeftoverReading {
  readonly type: 'AWS::RDS::DBInstance' | 'AWS::Logs::LogGroup';
  readonly name: string;
}

/** The database's identifier, which AWS wants fixed because its log groups are named after it. */
export function databaseIdentifier(environment: string): string {
  return `${environment}-phi`;
}

/** What an earlier deployment left behind under the names of the database: making it a second time fails. */
export const leftoversProbe = probe({
  id: 'leftovers',
  title: 'Names of the database',
  actions: ['rds:DescribeDBInstances', 'logs:DescribeLogGroups'],
  read: async (account, ask, { config }): Promise<readonly LeftoverReading[]> => {
    const identifier = databaseIdentifier(config.name);
    const database = await ask('rds:DescribeDBInstances', () =>
      answered(
        account.client(RDSClient).send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: identifier })),
        'DBInstanceNotFoundFault',
        'DBInstanceNotFound',
      ),
    );
    const logGroupNamePrefix = `/aws/rds/instance/${identifier}/`;
    const groups = await ask('logs:DescribeLogGroups', () =>
      allPages(async (nextToken) => {
        const command = new DescribeLogGroupsCommand({ logGroupNamePrefix, nextToken });
        const page = await account.client(CloudWatchLogsClient).send(command);
        return { items: page.logGroups, next: page.nextToken };
      }),
    );
    return [
      ...(database?.DBInstances ?? [])
        .filter(({ DBInstanceIdentifier }) => DBInstanceIdentifier === identifier)
        .map(() => ({ type: 'AWS::RDS::DBInstance', name: identifier }) as const),
      ...groups
        .flatMap(({ logGroupName }) => logGroupName ?? [])
        .filter((name) => name.startsWith(logGroupNamePrefix))
        .map((name) => ({ type: 'AWS::Logs::LogGroup', name }) as const),
    ];
  },
  judge: judgeLeftovers,
});

function judgeLeftovers(found: readonly LeftoverReading[], { owned }: Plan): readonly Finding[] {
  const foreign = found.filter(({ type, name }) => owned?.has(type, name) !== true);
  if (foreign.length === 0)
    return [{ status: 'ok', text: 'Nothing else stands under the names of the database.' }];
  return foreign.map(({ name }) => ({
    status: owned === null ? 'unknown' : 'blocks',
    text:
      owned === null
        ? `${name} exists; whether this environment made it could not be read.`
        : `${name} exists and belongs to no stack of this environment; making it fails.`,
    fix:
      owned === null
        ? 'Allow cloudformation:ListStacks and cloudformation:ListStackResources.'
        : 'Keep what is evidence, then remove it, or choose another name for the environment.',
  }));
}
