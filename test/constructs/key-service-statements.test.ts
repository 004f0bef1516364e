import { ArnPrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  alertPublishersUse,
  archiveIntakeUse,
  cloudTrailUse,
  cloudWatchLogsUse,
  configDeliveryUse,
  fieldEncryptionUse,
  healthLakeUse,
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
    ...alertPublishersUse().map((s) => ['alert publishers', s] as const),
    ['AWS Config', configDeliveryUse()],
    ['HealthLake', healthLakeUse()],
    ['replication', replicationUse(role, 'source')],
  ] as const)('bind %s to this account or region by a condition', (_name, statement) => {
    const { Condition } = render(statement);
    expect(JSON.stringify(Condition)).toMatch(/AWS::AccountId|kms:ViaService|aws:SourceArn/);
  });

  it('lets principals of this account use the key through HealthLake alone', () => {
    const { Action, Condition } = render(healthLakeUse());
    expect(Action).toEqual(['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey']);
    expect(Object.keys(Condition)).toEqual(['StringEquals']);
    for (const service of Condition.StringEquals['kms:ViaService']) {
      expect(JSON.stringify(service)).toContain('healthlake.');
    }
    expect(Condition.StringEquals['kms:CallerAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });

  it('lets alarms of this account publish under the key', () => {
    expect(render(alertPublishersUse()[0] as PolicyStatement)).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() } },
    });
  });

  it('binds event rules to our topics by nothing that EventBridge does not send', () => {
    const statement = render(alertPublishersUse()[1] as PolicyStatement);
    expect(statement).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': expect.anything() } },
    });
    expect(JSON.stringify(statement)).not.toContain('aws:Source');
  });

  it('lets CloudTrail encrypt, and decrypt what a bucket key asks for, for its own trails only', () => {
    const statements = cloudTrailUse('arn:x').map(render);
    expect(statements.map(({ Action }) => Action)).toEqual([
      'kms:GenerateDataKey*',
      ['kms:Decrypt', 'kms:DescribeKey'],
    ]);
    for (const { Condition } of statements) expect(Condition.ArnLike).toEqual({ 'aws:SourceArn': 'arn:x' });
    expect(JSON.stringify(statements[1]?.Condition)).not.toContain('EncryptionContext');
  });

  it('lets replication read at the source and write at the destination, not both', () => {
    expect(render(replicationUse(role, 'source')).Action).toEqual('kms:Decrypt');
    expect(render(replicationUse(role, 'destination')).Action).toEqual([
      'kms:Encrypt',
      'kms:GenerateDataKey',
    ]);
  });

  it('lets the role that copies into the archive write there', () => {
    expect(render(archiveIntakeUse(role))).toMatchObject({
      Sid: 'ArchiveIntake',
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
    });
  });

  it('lets single fields be encrypted by the named roles only, and only when bound to their place', () => {
    const statement = render(fieldEncryptionUse('arn:aws:iam::111122223333:role/some-Records-ServiceRole*'));
    expect(statement.Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(statement.Condition).toEqual({
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/some-Records-ServiceRole*' },
      Null: {
        'kms:EncryptionContext:table': 'false',
        'kms:EncryptionContext:column': 'false',
        'kms:EncryptionContext:patient': 'false',
      },
    });
  });
});
