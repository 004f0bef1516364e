import { ArnPrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  alertPublishersUse,
  cloudTrailUse,
  cloudWatchLogsUse,
  replicationUse,
} from '../../lib/constructs/key-service-statements';
import { testStack } from '../support/test-stack';

const role = new ArnPrincipal('arn:aws:iam::111122223333:role/replication');
const render = (statement: PolicyStatement) => testStack().resolve(statement.toStatementJson());

describe('the statements that let services use a key', () => {
  it.each([
    ['CloudWatch Logs', cloudWatchLogsUse()],
    ...cloudTrailUse('arn:aws:cloudtrail:us-east-1:111122223333:trail/x-*').map(
      (s) => ['CloudTrail', s] as const,
    ),
    ['alert publishers', alertPublishersUse()],
    ['replication', replicationUse(role, 'source')],
  ] as const)('bind %s to this account or region by a condition', (_name, statement) => {
    const { Condition } = render(statement);
    expect(JSON.stringify(Condition)).toMatch(/AWS::AccountId|kms:ViaService/);
  });

  it('lets alarms and event rules publish under the key', () => {
    expect(render(alertPublishersUse())).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
    });
  });

  it('lets CloudTrail encrypt but not decrypt', () => {
    const actions = cloudTrailUse('arn:x').flatMap((statement) => render(statement).Action);
    expect(actions).toEqual(['kms:GenerateDataKey*', 'kms:DescribeKey']);
  });

  it('lets replication read at the source and write at the destination, not both', () => {
    expect(render(replicationUse(role, 'source')).Action).toEqual('kms:Decrypt');
    expect(render(replicationUse(role, 'destination')).Action).toEqual([
      'kms:Encrypt',
      'kms:GenerateDataKey',
    ]);
  });
});
