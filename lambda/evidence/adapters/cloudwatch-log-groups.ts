import {
  type CloudWatchLogsClient,
  type LogGroup,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogGroupFacts } from '../domain/log-group';
import type { LogGroups } from '../ports/log-groups';

/** The log groups of CloudWatch Logs, read as they are now. */
export class CloudWatchLogGroups implements LogGroups {
  private readonly client: CloudWatchLogsClient;

  constructor(client: CloudWatchLogsClient) {
    this.client = client;
  }

  readonly all = async (): Promise<readonly LogGroupFacts[]> => {
    const found: LogGroupFacts[] = [];
    for await (const { logGroups = [] } of paginateDescribeLogGroups(
      { client: this.client, pageSize: 50 },
      {},
    )) {
      found.push(...logGroups.flatMap(factsOf));
    }
    return found;
  };
}

/** A policy of the account covers every group that inherits it. */
function factsOf({
  logGroupName,
  dataProtectionStatus,
  inheritedProperties = [],
}: LogGroup): readonly LogGroupFacts[] {
  if (logGroupName === undefined) return [];
  const isMasked =
    dataProtectionStatus === 'ACTIVATED' || inheritedProperties.includes('ACCOUNT_DATA_PROTECTION');
  return [{ name: logGroupName, isMasked }];
}
