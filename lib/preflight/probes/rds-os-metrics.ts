import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { allPages } from '../pages';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const NAME = 'RDSOSMetrics';

const GROUP: Singleton = {
  field: 'rdsOsMetricsLogGroup',
  what: `the log group ${NAME}`,
  types: ['AWS::Logs::LogGroup'],
  adoptedAbsent: 'attention',
};

/** The log group of RDS enhanced monitoring: a region has one, under a fixed name. @see 45 CFR 164.312(b) */
export const rdsOsMetricsProbe = probe({
  id: 'rds-os-metrics',
  title: `Log group ${NAME}`,
  actions: ['logs:DescribeLogGroups'],
  read: async (account, ask): Promise<readonly string[]> => {
    const client = account.client(CloudWatchLogsClient);
    const groups = await ask('logs:DescribeLogGroups', () =>
      allPages(async (nextToken) => {
        const page = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: NAME, nextToken }));
        return { items: page.logGroups, next: page.nextToken };
      }),
    );
    return groups.flatMap(({ logGroupName }) => logGroupName ?? []);
  },
  // A prefix is all that can be asked for: RDSOSMetricsOld is another group.
  judge: (names, plan) => judgeSingleton(GROUP, { ids: names.filter((name) => name === NAME) }, plan),
});
