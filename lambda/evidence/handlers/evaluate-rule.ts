import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { RDSClient } from '@aws-sdk/client-rds';
import { createLog } from '../../shared/log/log';
import { CloudWatchLogGroups } from '../adapters/cloudwatch-log-groups';
import { ConfigRecordedConfiguration } from '../adapters/config-recorded-configuration';
import { ConfigRuleResults } from '../adapters/config-rule-results';
import { RdsParameterGroups } from '../adapters/rds-parameter-groups';
import { createHandler } from './create-handler';

const config = new ConfigServiceClient({});

/** What the function's rules run: AWS Config calls it, and it answers to AWS Config alone. */
export const handler = createHandler(
  {
    recorded: new ConfigRecordedConfiguration(config),
    parameterGroups: new RdsParameterGroups(new RDSClient({})),
    logGroups: new CloudWatchLogGroups(new CloudWatchLogsClient({})),
    results: new ConfigRuleResults(config),
  },
  createLog((line) => process.stdout.write(`${line}\n`)),
);
