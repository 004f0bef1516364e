import { logGroupProtected } from '../../../lib/checks/rules/log-group-protected';
import { against, againstResource } from './subject';

const TYPE = 'AWS::Logs::LogGroup';
const MASKING = {
  Statement: [
    { DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/Ssn-US'], Operation: { Audit: {} } },
    {
      DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/Ssn-US'],
      Operation: { Deidentify: { MaskConfig: {} } },
    },
  ],
};
const GOOD = { KmsKeyId: { Ref: 'Key' }, RetentionInDays: 365, DataProtectionPolicy: MASKING };

function group(properties: object): readonly string[] {
  return againstResource(logGroupProtected, TYPE, { ...GOOD, ...properties });
}

describe('Baseline-LogGroupProtected', () => {
  it('accepts a group with key, retention and masking', () => {
    expect(group({})).toEqual([]);
    expect(group({ DataProtectionPolicy: JSON.stringify(MASKING), LogGroupClass: 'STANDARD' })).toEqual([]);
  });

  it.each([[undefined], [''], [{ Ref: 'AWS::NoValue' }]])('refuses the key %j', (KmsKeyId) => {
    expect(group({ KmsKeyId })).toEqual([expect.stringContaining("'KmsKeyId' must be set")]);
  });

  it.each([[undefined], [{ Ref: 'Days' }], ['never']])('refuses the retention %j', (RetentionInDays) => {
    expect(group({ RetentionInDays })).toEqual([
      expect.stringContaining("'RetentionInDays' must be a number"),
    ]);
  });

  it.each([
    [undefined],
    [{ Ref: 'Policy' }],
    [{ Statement: [] }],
    [{ Statement: [MASKING.Statement[0]] }],
    [{ Statement: [{ DataIdentifier: [], Operation: { Deidentify: {} } }] }],
  ])('refuses the policy %j', (DataProtectionPolicy) => {
    expect(group({ DataProtectionPolicy })).toEqual([expect.stringContaining('PHI can reach the log group')]);
  });

  it('refuses a class of groups that masks nothing', () => {
    expect(group({ LogGroupClass: 'INFREQUENT_ACCESS' })).toEqual([
      expect.stringContaining("'LogGroupClass' must be STANDARD"),
    ]);
  });

  it.each([
    '/aws/lambda/intake',
    '/aws/rds/instance/x/postgresql',
    '/ecs/service',
    'config-of-app',
    undefined,
  ])('demands masking of a group named %j', (LogGroupName) => {
    expect(group({ LogGroupName, DataProtectionPolicy: undefined })).toHaveLength(1);
  });

  it.each([
    'aws-waf-logs-records',
    '/aws/vpc/flow',
    '/aws/cloudtrail',
    'organization-CloudTrail-events',
    { 'Fn::Sub': '$' + '{AWS::StackName}-flow-logs' },
  ])('demands no masking of a group named %j', (LogGroupName) => {
    expect(group({ LogGroupName, DataProtectionPolicy: undefined })).toEqual([]);
    expect(group({ LogGroupName, DataProtectionPolicy: undefined, KmsKeyId: undefined })).toHaveLength(1);
  });

  it.each([
    ['AWS::CloudTrail::Trail', { CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } }],
    ['AWS::EC2::FlowLog', { LogGroupName: { Ref: 'Group' } }],
    ['AWS::WAFv2::LoggingConfiguration', { LogDestinationConfigs: [{ 'Fn::GetAtt': ['Group', 'Arn'] }] }],
  ])('demands no masking of a group that a %s writes to', (Type, Properties) => {
    const Group = { Type: TYPE, Properties: { ...GOOD, DataProtectionPolicy: undefined } };
    expect(against(logGroupProtected, { Resources: { Group, Writer: { Type, Properties } } })).toEqual([]);
    expect(
      against(logGroupProtected, { Resources: { Group, Writer: { Type, Properties: {} } } }),
    ).toHaveLength(1);
  });
});
