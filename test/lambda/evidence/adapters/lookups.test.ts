import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeDBParametersCommand, RDSClient } from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { CloudWatchLogGroups } from '../../../../lambda/evidence/adapters/cloudwatch-log-groups';
import { RdsParameterGroups } from '../../../../lambda/evidence/adapters/rds-parameter-groups';

const rds = mockClient(RDSClient);
const logs = mockClient(CloudWatchLogsClient);

describe('the values of a parameter group', () => {
  it('are read page by page, without those that have none', async () => {
    rds
      .on(DescribeDBParametersCommand, { Marker: undefined })
      .resolves({
        Marker: 'more',
        Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1' }, { ParameterName: 'work_mem' }],
      })
      .on(DescribeDBParametersCommand, { Marker: 'more' })
      .resolves({ Parameters: [{ ParameterName: 'pgaudit.log', ParameterValue: 'ddl,role' }] });
    const values = await new RdsParameterGroups(new RDSClient({})).valuesOf('g');
    expect([...values]).toEqual([
      ['rds.force_ssl', '1'],
      ['pgaudit.log', 'ddl,role'],
    ]);
    expect(rds.commandCalls(DescribeDBParametersCommand)[0]?.args[0].input.DBParameterGroupName).toBe('g');
  });
});

describe('the log groups', () => {
  it('are read page by page, masked by a policy of their own or of the account', async () => {
    logs
      .on(DescribeLogGroupsCommand, { nextToken: undefined })
      .resolves({
        nextToken: 'more',
        logGroups: [
          { logGroupName: 'own', dataProtectionStatus: 'ACTIVATED' },
          { logGroupName: 'once', dataProtectionStatus: 'DELETED' },
          { logGroupName: 'off', dataProtectionStatus: 'DISABLED' },
        ],
      })
      .on(DescribeLogGroupsCommand, { nextToken: 'more' })
      .resolves({
        logGroups: [
          { logGroupName: 'inherited', inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] },
          { logGroupName: 'bare' },
          {},
        ],
      });
    expect(await new CloudWatchLogGroups(new CloudWatchLogsClient({})).all()).toEqual([
      { name: 'own', isMasked: true },
      { name: 'once', isMasked: false },
      { name: 'off', isMasked: false },
      { name: 'inherited', isMasked: true },
      { name: 'bare', isMasked: false },
    ]);
  });
});
