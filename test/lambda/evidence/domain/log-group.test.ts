import { judgeLogGroup } from '../../../../lambda/evidence/domain/log-group';

describe('the masking of a log group', () => {
  it.each([
    ['/aws/lambda/intake', true, 'COMPLIANT'],
    ['/aws/lambda/intake', false, 'NON_COMPLIANT'],
    ['/aws/rds/instance/sandbox-phi/postgresql', false, 'NON_COMPLIANT'],
    ['sandbox-Network-VpcFlowLogLogs0A1B', false, 'NOT_APPLICABLE'],
    ['aws-waf-logs-records', false, 'NOT_APPLICABLE'],
    ['sandbox-Audit-AuditCloudTrailLogs', true, 'COMPLIANT'],
  ])('%s, masked: %p, is %s', (name, isMasked, compliance) => {
    expect(judgeLogGroup({ name, isMasked }).compliance).toBe(compliance);
  });

  it('is told without the name of the group, which somebody typed', () => {
    expect(judgeLogGroup({ name: 'jane-roe-000-12-3456', isMasked: false }).annotation).not.toContain('jane');
  });
});
