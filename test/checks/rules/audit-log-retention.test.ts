import { auditLogRetention } from '../../../lib/checks/rules/audit-log-retention';
import { against } from './subject';

const trail = (CloudWatchLogsLogGroupArn: unknown) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { CloudWatchLogsLogGroupArn },
});
const group = (RetentionInDays?: number) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: RetentionInDays === undefined ? {} : { RetentionInDays },
});
const ARN = { 'Fn::GetAtt': ['Group', 'Arn'] };

function keeping(days: number | undefined, arn: unknown = ARN): readonly string[] {
  return against(auditLogRetention, { Resources: { Group: group(days), Trail: trail(arn) } });
}

describe('Baseline-AuditLogRetention', () => {
  it.each([2192, 3653, undefined])('accepts a trail whose events are kept for %p days', (days) => {
    expect(keeping(days)).toEqual([]);
  });

  it.each([1, 365, 2191])('refuses a trail whose events are kept for %p days', (days) => {
    expect(keeping(days)).toEqual([expect.stringContaining(`at least 2192 days, got: ${days}`)]);
  });

  it.each([
    ['Group.Arn in its short form', { 'Fn::GetAtt': 'Group.Arn' }],
    ['a Join', { 'Fn::Join': ['', [ARN, ':*']] }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it so
    ['a Sub', { 'Fn::Sub': '${Group.Arn}:*' }],
    ['its name', { 'Fn::Join': [':', ['arn', { Ref: 'Group' }, '*']] }],
  ])('finds the log group behind %s', (_, arn) => {
    expect(keeping(90, arn)).toHaveLength(1);
  });

  it.each([
    [
      'the output of a stack',
      { 'Fn::GetStackOutput': { StackName: 'sandbox-Logs', OutputName: 'GroupArn' } },
    ],
    ['an export', { 'Fn::ImportValue': 'exported-arn' }],
  ])('finds the log group in another stack behind %s', (_, arn) => {
    const logs = {
      Resources: { Group: group(90) },
      Outputs: { GroupArn: { Value: ARN, Export: { Name: 'exported-arn' } } },
    };
    expect(against(auditLogRetention, logs, { Resources: { Trail: trail(arn) } })).toHaveLength(1);
    expect(against(auditLogRetention, logs, { Resources: {} })).toEqual([]);
  });

  it('judges both branches of a condition', () => {
    const Group = {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: { 'Fn::If': ['Cheap', 90, 2192] } },
    };
    expect(against(auditLogRetention, { Resources: { Group, Trail: trail(ARN) } })).toEqual([
      expect.stringContaining('got: 90.'),
    ]);
  });

  it('asks nothing of a log group that no trail writes to', () => {
    expect(
      against(auditLogRetention, {
        Resources: { Group: group(7), Other: group(7), Trail: trail({ 'Fn::GetAtt': ['Third', 'Arn'] }) },
      }),
    ).toEqual([]);
  });
});
