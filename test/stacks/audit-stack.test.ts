import { deployedConfigRules } from '../../lib/checks/deployed-config-rules';
import { readExcludedConfigRules } from '../../lib/checks/excluded-config-rules';
import { parseTemplate } from '../../lib/checks/template';
import type { EnvironmentConfig } from '../../lib/config/schema';
import {
  bucketPolicyOf,
  propertiesOf,
  resourcesOf,
  shippedEnvironment,
  synthesizeStacks,
  unmistakableProduction,
} from '../support/baseline';

const ADOPTING: EnvironmentConfig = {
  ...shippedEnvironment('sandbox'),
  name: 'adopting',
  network: { ...shippedEnvironment('sandbox').network, natGateways: 1 },
  singletons: {
    ...shippedEnvironment('sandbox').singletons,
    configRecorder: 'adopt',
    configGlobalTypes: 'adopt',
  },
};
const stacks = synthesizeStacks([shippedEnvironment('sandbox'), unmistakableProduction(), ADOPTING]);
const only = (stack: string, type: string, id = '') => propertiesOf(stacks, stack, type, id);

const auditTemplate = (environment: string) =>
  parseTemplate(stacks.find(({ name }) => name === `${environment}/Audit`)?.template);
const inAudit = (environment: string, type: string) =>
  resourcesOf(stacks, type).filter(([name]) => name.startsWith(`${environment}/Audit/`));
const RECORDER = 'AWS::Config::ConfigurationRecorder';
const CHANNEL = 'AWS::Config::DeliveryChannel';
const PACK = 'AWS::Config::ConformancePack';

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
    expect(only('production/Audit', 'AWS::Logs::LogGroup', 'AuditLogGroup').RetentionInDays).toBe(2922);
  });

  it('masks in the log group of the trail what identifies patients, and nothing that identifies a caller', () => {
    const masked = JSON.stringify(
      only('production/Audit', 'AWS::Logs::LogGroup', 'AuditLogGroup').DataProtectionPolicy,
    );
    expect(masked).toMatch(/"Sid":"redact-statement-cdk","DataIdentifier":\["[^"]+\/Ssn-US"/);
    expect(masked).not.toMatch(/data-identifier\/(Name|Address|EmailAddress|IpAddress)"/);
  });

  it('sends alerts to the address of the environment, and to nobody where it has none', () => {
    const subscriptions = resourcesOf(stacks, 'AWS::SNS::Subscription')
      .filter(([name]) => name.includes('/Audit/'))
      .map(([name, { Properties }]) => [name.split('/')[0], Properties?.Protocol, Properties?.Endpoint]);
    expect(subscriptions).toEqual([['production', 'email', 'security@hospital.example']]);
  });
});

describe('AuditStack with AWS Config', () => {
  it.each([
    ['sandbox', 'GOVERNANCE', 2192],
    ['production', 'COMPLIANCE', 2922],
    ['adopting', 'GOVERNANCE', 2192],
  ])('has the archive of %s judged by the lock that it was deployed with', (environment, mode, days) => {
    const rule = only(`${environment}/Audit`, 'AWS::Config::ConfigRule', 'OwnConfigRulesArchiveLocked');
    expect(rule.InputParameters).toMatchObject({ check: 'archive-locked', mode, days });
    expect(JSON.stringify(rule.InputParameters)).toContain('Archive');
  });

  it('reaches AWS Config in one zone of a sandbox, and in every zone of production', () => {
    const zones = (environment: string) =>
      only(`${environment}/Audit`, 'AWS::EC2::VPCEndpoint', 'OwnConfigRules').SubnetIds;
    expect(zones('sandbox')).toHaveLength(1);
    expect(zones('production')).toHaveLength(3);
  });

  it.each(['sandbox', 'production'])('records in %s, IAM included', (environment) => {
    expect(only(`${environment}/Audit`, RECORDER).RecordingGroup).toEqual({
      AllSupported: true,
      IncludeGlobalResourceTypes: true,
    });
    expect(inAudit(environment, CHANNEL)).toHaveLength(1);
  });

  it('delivers under the audit key, which lets AWS Config in', () => {
    const channel = JSON.stringify(only('sandbox/Audit', CHANNEL));
    expect(channel).toContain('ConfigDelivery');
    expect(channel).toContain('AuditKey');
    expect(JSON.stringify(propertiesOf(stacks, 'sandbox/Foundation', 'AWS::KMS::Key', 'AuditKey'))).toContain(
      'config.amazonaws.com',
    );
  });

  it('copies deliveries into the locked archive, and into that of the second region where there is one', () => {
    const targets = (environment: string) => {
      const bucket = only(`${environment}/Audit`, 'AWS::S3::Bucket', 'ConfigDelivery');
      return JSON.stringify(bucket.ReplicationConfiguration).match(/Archive(Replica)?[0-9A-F]{8}/g);
    };
    expect(targets('sandbox')).toEqual([expect.stringMatching(/^Archive[0-9A-F]{8}$/)]);
    expect(targets('production')).toEqual([
      expect.stringMatching(/^Archive[0-9A-F]{8}$/),
      expect.stringMatching(/^ArchiveReplica[0-9A-F]{8}$/),
    ]);
    const archive = JSON.stringify(bucketPolicyOf(stacks, 'sandbox/Foundation', 'Archive'));
    expect(archive).toContain('s3:ReplicateObject');
  });

  it('deploys the packs after the recorder and its channel', () => {
    const [[recorder = ''] = []] = inAudit('sandbox', RECORDER);
    const [[channel = ''] = []] = inAudit('sandbox', CHANNEL);
    const ids = [recorder, channel].map((name) => name.replace('sandbox/Audit/', ''));
    const packs = inAudit('sandbox', PACK);
    expect(packs.length).toBeGreaterThan(8);
    for (const [, pack] of packs) expect(pack).toMatchObject({ DependsOn: expect.arrayContaining(ids) });
  });

  it('leaves what the account records to its owner, and deploys the rules alone', () => {
    for (const type of [RECORDER, CHANNEL, 'AWS::IAM::ServiceLinkedRole', 'AWS::S3::Bucket']) {
      expect(inAudit('adopting', type)).toEqual([]);
    }
    const packs = inAudit('adopting', PACK);
    expect(packs.length).toBeGreaterThan(7);
    for (const [, pack] of packs) expect(pack).not.toHaveProperty('DependsOn');
  });

  it('deploys no packs where the account and region has them', () => {
    const environment = shippedEnvironment('sandbox');
    const singletons = { ...environment.singletons, conformancePacks: 'adopt' as const };
    const second = synthesizeStacks([{ ...environment, singletons }]).filter(
      ({ name }) => name === 'sandbox/Audit',
    );
    expect(resourcesOf(second, PACK)).toEqual([]);
    expect(resourcesOf(second, RECORDER)).toHaveLength(1);
    expect(resourcesOf(second, 'AWS::Config::ConfigRule')).toHaveLength(4);
  });

  it('says in the template which rules an environment goes without', () => {
    const deployed = (environment: string) => deployedConfigRules([auditTemplate(environment)]);
    const excluded = (environment: string) => [
      ...readExcludedConfigRules([auditTemplate(environment)]).keys(),
    ];
    // AWS's 146 and those of ours, in packs and beside them.
    expect(deployed('production').size).toBe(151);
    expect(excluded('production')).toEqual([]);
    expect(excluded('sandbox')).toEqual(['s3-bucket-replication-enabled']);
    expect(deployed('sandbox').size).toBe(150);
    expect(excluded('adopting')).toEqual(
      expect.arrayContaining(['s3-bucket-replication-enabled', 'root-account-mfa-enabled']),
    );
    expect(deployed('adopting').size + excluded('adopting').length).toBe(151);
  });

  it('lets the VPC of an environment with NAT gateways have its internet gateway, and no other', () => {
    const parameters = (environment: string) =>
      inAudit(environment, PACK).flatMap(
        ([, { Properties }]) => Properties?.ConformancePackInputParameters ?? [],
      );
    expect(parameters('sandbox')).toEqual([]);
    expect(JSON.stringify(parameters('adopting'))).toContain('adopting-Network');
  });
});
