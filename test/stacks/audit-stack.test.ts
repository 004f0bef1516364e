import {
  propertiesOf,
  resourcesOf,
  shippedEnvironment,
  synthesizeStacks,
  unmistakableProduction,
} from '../support/baseline';

const stacks = synthesizeStacks([shippedEnvironment('sandbox'), unmistakableProduction()]);
const only = (stack: string, type: string) => propertiesOf(stacks, stack, type);

describe('AuditStack', () => {
  it('records no object events of the buckets that logs and their copies land in', () => {
    const text = JSON.stringify(only('production/Audit', 'AWS::CloudTrail::Trail').AdvancedEventSelectors);
    for (const bucket of ['ArchiveDA4CB258', 'AccessLogs8B620ECA', 'ArchiveReplica8292D98B'])
      expect(text).toContain(bucket);
    expect(text.match(/production-RecoveryBase/g)).toHaveLength(2);
    expect(text).not.toContain('Phi');
  });

  it('delivers to the archive, which lets exactly the trails of this stack in', () => {
    const trail = only('sandbox/Audit', 'AWS::CloudTrail::Trail');
    expect(JSON.stringify(trail.S3BucketName)).toContain('Archive');
    const policies = JSON.stringify(
      resourcesOf(stacks, 'AWS::S3::BucketPolicy').filter(([name]) => name.startsWith('sandbox/Foundation/')),
    );
    expect(policies).toContain(':trail/sandbox-Audit-*');
  });

  it('keeps the log group of the trail as long as audit records', () => {
    expect(only('production/Audit', 'AWS::Logs::LogGroup').RetentionInDays).toBe(2922);
  });

  it('masks in the log group of the trail what identifies patients, and nothing that identifies a caller', () => {
    const masked = JSON.stringify(only('production/Audit', 'AWS::Logs::LogGroup').DataProtectionPolicy);
    expect(masked).toMatch(/"Sid":"redact-statement-cdk","DataIdentifier":\["[^"]+\/Ssn-US"/);
    expect(masked).not.toMatch(/data-identifier\/(Name|Address|EmailAddress|IpAddress)"/);
  });

  it('sends alerts to the address of the environment, and to nobody where it has none', () => {
    const subscriptions = resourcesOf(stacks, 'AWS::SNS::Subscription').map(([name, { Properties }]) => [
      name.split('/')[0],
      Properties?.Protocol,
      Properties?.Endpoint,
    ]);
    expect(subscriptions).toEqual([['production', 'email', 'security@hospital.example']]);
  });
});
