import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AccountSettings } from '../../lib/constructs/account-settings';
import { MacieDiscovery } from '../../lib/constructs/macie-discovery';
import { MACIE_IDENTIFIERS } from '../../lib/constructs/macie-identifiers';
import { neighbours, testStack } from '../support/test-stack';

function macieTemplate(session: 'manage' | 'adopt') {
  const stack = testStack();
  const settings = new AccountSettings(stack, 'Settings', {
    environmentName: 'sandbox',
    logKey: neighbours(stack).key,
    logRetentionDays: 365,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new MacieDiscovery(stack, 'Macie', {
    session,
    settings,
    buckets: [Bucket.fromBucketName(stack, 'Phi', 'some-phi-bucket')],
    schedule: 'daily',
    samplePercent: 25,
  });
  return Template.fromStack(stack);
}

const managed = macieTemplate('manage');
const adopted = macieTemplate('adopt');

function settingOf(template: Template, setting: string) {
  const found = Object.entries(template.findResources('Custom::AccountSetting')).find(
    ([, resource]) => resource.Properties.Setting === setting,
  );
  if (found === undefined) throw new Error(`'setting' must be in the template, got: ${setting}`);
  return { id: found[0], ...found[1] } as {
    id: string;
    Properties: Record<string, unknown>;
    DependsOn?: string[];
  };
}

describe('Macie', () => {
  it('is turned on, or left to whoever turned it on', () => {
    managed.hasResourceProperties('AWS::Macie::Session', {
      Status: 'ENABLED',
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
    });
    adopted.resourceCountIs('AWS::Macie::Session', 0);
  });

  it.each([
    ['managed', managed, 'manage'],
    ['adopted', adopted, 'adopt'],
  ])(
    '%s searches the PHI buckets with every identifier of ours, and shows no samples',
    (_how, template, mode) => {
      const identifiers = Object.keys(template.findResources('AWS::Macie::CustomDataIdentifier'));
      expect(identifiers).toHaveLength(MACIE_IDENTIFIERS.length);
      expect(settingOf(template, 'macie-job').Properties).toMatchObject({
        Mode: 'manage',
        Wanted: {
          Name: 'Test-phi',
          AccountId: '111122223333',
          Buckets: ['some-phi-bucket'],
          CustomDataIdentifierIds: identifiers.map((id) => ({ 'Fn::GetAtt': [id, 'Id'] })),
          Schedule: 'daily',
          SamplingPercentage: '25',
        },
      });
      expect(settingOf(template, 'macie-samples').Properties).toMatchObject({
        Mode: mode,
        Wanted: { Samples: 'DISABLED' },
      });
    },
  );

  it('reads nothing before it is on and shows no samples', () => {
    const [session] = Object.keys(managed.findResources('AWS::Macie::Session'));
    const samples = settingOf(managed, 'macie-samples');
    expect(samples.DependsOn).toContain(session);
    expect(settingOf(managed, 'macie-job').DependsOn).toContain(samples.id);
    for (const identifier of Object.values(managed.findResources('AWS::Macie::CustomDataIdentifier')))
      expect(identifier.DependsOn).toEqual([session]);
  });
});

/** What an identifier must find beside its keyword, and what it must not. */
const TEXTS: Readonly<Record<string, { found: readonly string[]; passedOver: readonly string[] }>> = {
  'medical-record-number': { found: ['00123456', 'MRN-884213', '12-34-567'], passedOver: ['123', 'ABCDEF'] },
  'health-plan-number': { found: ['XYZ123456789', 'W12345-6789'], passedOver: ['plan', '42'] },
  'encounter-number': { found: ['20260114093', 'V-1234567'], passedOver: ['12', 'visit'] },
  'prescription-number': { found: ['1234567', 'RX-7654321'], passedOver: ['12345', 'refill'] },
  'device-serial-number': { found: ['PJN12345678', 'SN-0042A7'], passedOver: ['pacemaker', '1234'] },
};

describe('the identifiers of our own', () => {
  it.each(MACIE_IDENTIFIERS)('find $what and pass over other text', ({ name, regex }) => {
    const { found, passedOver } = TEXTS[name] ?? { found: [], passedOver: [] };
    const whole = new RegExp(`^(?:${regex})$`);
    expect(found.filter((text) => whole.test(text))).toEqual(found);
    expect(found.length).toBeGreaterThan(1);
    expect(passedOver.filter((text) => new RegExp(regex).test(text))).toEqual([]);
    expect(passedOver.length).toBeGreaterThan(1);
  });

  it.each(MACIE_IDENTIFIERS)('keep within what Macie takes: $name', ({ name, regex, keywords, distance }) => {
    expect(name).toMatch(/^[a-z-]{1,60}$/);
    expect(regex.length).toBeLessThanOrEqual(512);
    // No groups at all: Macie knows none that capture, and neither looking around nor back.
    expect(regex).not.toMatch(/[()]|\\\d/);
    expect(keywords.length).toBeLessThanOrEqual(50);
    expect(keywords.filter((word) => word.length < 3 || word.length > 90)).toEqual([]);
    expect(distance).toBeGreaterThanOrEqual(1);
    expect(distance).toBeLessThanOrEqual(300);
  });
});
