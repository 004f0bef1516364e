import { environmentSchema } from '../../lib/config/schema';
import { statusOf, verdictOf } from '../../lib/preflight/preflight';
import { analyzer, EMPTY, FULL } from './answers';
import { ACCOUNT, awsError, restoreAws } from './fake-account';
import { planFor, surveyOf } from './run-survey';

const SINGLETONS = [
  'config-recorder',
  'config-service-role',
  'guardduty',
  'security-hub',
  'macie',
  'access-analyzer',
  'rds-os-metrics',
];

/** Nobody can tell from one region's answers whether another one records the types of IAM. */
const NOT_PROBED = ['configGlobalTypes'];

afterEach(restoreAws);

describe('a survey of an account with nothing', () => {
  it('finds nothing that stops a deployment', async () => {
    const { rows } = await surveyOf(EMPTY);
    expect(rows.filter(({ findings }) => statusOf(findings) !== 'ok')).toEqual([]);
    expect(verdictOf(rows)).toBe('fits');
  });

  it('lets the deployment manage every singleton', async () => {
    const { findings } = await surveyOf(EMPTY);
    for (const id of SINGLETONS) {
      for (const { status, text } of findings(id)) {
        expect([id, status, text]).toEqual([id, 'ok', expect.stringContaining('There is none yet')]);
      }
      expect(findings(id)).not.toEqual([]);
    }
  });

  it('refuses to adopt what is not there, where a deployment would fail on it', async () => {
    const plan = planFor({ singletons: { configRecorder: 'adopt', rdsOsMetricsLogGroup: 'adopt' } });
    const { findings } = await surveyOf(EMPTY, plan);
    expect(findings('config-recorder')).toEqual([
      expect.objectContaining({
        status: 'blocks',
        setting: { path: ['singletons', 'configRecorder'], value: 'manage' },
      }),
    ]);
    expect(findings('rds-os-metrics')).toEqual([expect.objectContaining({ status: 'attention' })]);
  });
});

describe('a survey of an account with everything', () => {
  it('says of every singleton that a second one fails, and adopts it', async () => {
    const { findings, rows } = await surveyOf(FULL);
    for (const id of SINGLETONS) {
      expect(findings(id)).not.toEqual([]);
      for (const { status, setting } of findings(id)) {
        expect([id, status, setting?.value]).toEqual([id, 'blocks', 'adopt']);
      }
    }
    expect(verdictOf(rows)).toBe('blocked');
  });

  it('is content where the configuration adopts it', async () => {
    const { region, singletons } = planFor().config;
    const adopted = Object.fromEntries(Object.keys(singletons).map((field) => [field, 'adopt']));
    const { rows } = await surveyOf(FULL, planFor({ region, singletons: adopted }));
    expect(rows.filter(({ findings }) => statusOf(findings) === 'blocks')).toEqual([]);
    expect(verdictOf(rows)).toBe('fits');
  });

  it('looks at every singleton that the configuration has', async () => {
    const { rows } = await surveyOf(FULL);
    const fields = rows
      .flatMap(({ findings }) => findings.flatMap(({ setting }) => setting ?? []))
      .flatMap(({ path: [section, field] }) => (section === 'singletons' ? [field] : []));
    const { singletons } = environmentSchema.parse(planFor().input);
    expect(fields.sort()).toEqual(
      Object.keys(singletons)
        .filter((field) => !NOT_PROBED.includes(field))
        .sort(),
    );
  });

  it('knows what the environment has made itself', async () => {
    const owned = [
      ['AWS::Config::ConfigurationRecorder', 'default'],
      ['AWS::Config::DeliveryChannel', 'default'],
      ['AWS::GuardDuty::Detector', 'd1'],
      ['AWS::SecurityHub::Hub', `arn:aws:securityhub:us-east-1:${ACCOUNT}:hub/default`],
      ['AWS::Macie::Session', ACCOUNT],
      ['AWS::IAM::ServiceLinkedRole', 'AWSServiceRoleForConfig'],
      ['AWS::AccessAnalyzer::Analyzer', analyzer('ACCOUNT').arn],
      ['AWS::AccessAnalyzer::Analyzer', analyzer('ACCOUNT_UNUSED_ACCESS').arn],
      ['AWS::Logs::LogGroup', 'RDSOSMetrics'],
    ].map(([ResourceType, PhysicalResourceId]) => ({ ResourceType, PhysicalResourceId }));
    const deployed = {
      ...FULL,
      ListStacksCommand: () => ({
        StackSummaries: [
          { StackName: 'sandbox-Audit', StackStatus: 'UPDATE_COMPLETE' },
          { StackName: 'sandbox-eu-Audit', StackStatus: 'UPDATE_COMPLETE' },
        ],
      }),
      ListStackResourcesCommand: ({ StackName }: { StackName: string }) => ({
        StackResourceSummaries: StackName === 'sandbox-Audit' ? owned : [],
      }),
    };
    const { status, findings, sent } = await surveyOf(deployed, planFor({}, { named: true }));
    for (const id of SINGLETONS) expect([id, new Set(status(id))]).toEqual([id, new Set(['ok'])]);
    expect(findings('deployed-stacks')[0]?.text).toContain('has 1 stack of');
    expect(sent.filter(({ name }) => name === 'ListStackResourcesCommand')).toHaveLength(1);
  });

  it('cannot tell its own from others where it may not read the stacks, and proposes nothing then', async () => {
    const { ListStacksCommand: _, ...others } = FULL;
    const { findings, rows } = await surveyOf(others, planFor({}, { named: true }));
    for (const id of SINGLETONS) {
      expect([id, findings(id)[0]?.status, findings(id)[0]?.setting]).toEqual([id, 'unknown', undefined]);
    }
    expect(rows.find(({ id }) => id === 'deployed-stacks')?.missingAction).toBe('cloudformation:ListStacks');
  });
});

describe('a survey of an account with half of it', () => {
  it('refuses settings that are adopted and too weak', async () => {
    const adopts = { passwordPolicy: 'adopt', publicAccessBlock: 'adopt', ebsEncryption: 'adopt' } as const;
    const half = {
      ...EMPTY,
      GetPublicAccessBlockCommand: () => ({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
    };
    const { findings } = await surveyOf(half, planFor({ singletons: adopts }));
    for (const id of ['password-policy', 'public-access-block', 'ebs-encryption']) {
      expect([id, findings(id)[0]?.status, findings(id)[0]?.setting?.value]).toEqual([
        id,
        'blocks',
        'manage',
      ]);
    }
    expect(findings('public-access-block')[0]?.text).toContain(
      'it lacks IgnorePublicAcls, it lacks BlockPublicPolicy, it lacks RestrictPublicBuckets.',
    );
  });

  it('sees a recorder that is stopped and a channel that has none', async () => {
    const stopped = await surveyOf({ ...FULL, DescribeConfigurationRecorderStatusCommand: () => ({}) });
    expect(stopped.findings('config-recorder')[0]?.text).toContain('The recorder is stopped');
    const orphan = await surveyOf({ ...FULL, DescribeConfigurationRecordersCommand: () => ({}) });
    expect(orphan.findings('config-recorder')[0]).toMatchObject({
      status: 'blocks',
      text: expect.stringContaining('delivery channel of AWS Config without a recorder'),
    });
  });

  it('sees a detector that is suspended and a session that is paused, where they are adopted', async () => {
    const paused = {
      ...FULL,
      GetDetectorCommand: () => ({ Status: 'DISABLED' }),
      GetMacieSessionCommand: () => ({ status: 'PAUSED' }),
    };
    const plan = planFor({ singletons: { guardDuty: 'adopt', macie: 'adopt' } });
    const { findings } = await surveyOf(paused, plan);
    expect(findings('guardduty')[0]).toMatchObject({
      status: 'attention',
      text: expect.stringContaining('suspended'),
    });
    expect(findings('macie')[0]).toMatchObject({
      status: 'attention',
      text: expect.stringContaining('paused'),
    });
  });

  it('leaves an analyzer of the organization out of the count', async () => {
    const { status } = await surveyOf({
      ...EMPTY,
      ListAnalyzersCommand: () => ({ analyzers: [{ name: 'o', arn: 'arn:o', type: 'ORGANIZATION' }] }),
    });
    expect(status('access-analyzer')).toEqual(['ok', 'ok']);
  });

  it('goes on where some permissions are missing, and names each', async () => {
    const {
      DescribeDeliveryChannelsCommand: _,
      GetServiceQuotaCommand: __,
      ListCustomerAgreements: ___,
      ...allowed
    } = EMPTY;
    const { rows } = await surveyOf({
      ...allowed,
      // Macie refuses in the same words whether it is off or one may not ask.
      GetMacieSessionCommand: () =>
        awsError('AccessDeniedException', 'User is not authorized to perform this'),
      DescribeHubCommand: () => awsError('AccessDeniedException'),
      DescribeVpcsCommand: () => awsError('UnauthorizedOperation'),
    });
    const missing = rows.flatMap(({ id, missingAction }) =>
      missingAction === null ? [] : [[id, missingAction]],
    );
    expect(missing).toEqual([
      ['baa', 'artifact:ListCustomerAgreements'],
      ['config-recorder', 'config:DescribeDeliveryChannels'],
      ['security-hub', 'securityhub:DescribeHub'],
      ['macie', 'macie2:GetMacieSession'],
      ['quota-vpcs', 'servicequotas:GetServiceQuota'],
      ['quota-gateway-endpoints', 'servicequotas:GetServiceQuota'],
      ['quota-interface-endpoints', 'servicequotas:GetServiceQuota'],
      ['quota-elastic-ips', 'servicequotas:GetServiceQuota'],
      ['quota-internet-gateways', 'servicequotas:GetServiceQuota'],
      ['quota-kms-keys', 'servicequotas:GetServiceQuota'],
      ['quota-db-instances', 'servicequotas:GetServiceQuota'],
      ['quota-s3-buckets', 'servicequotas:GetServiceQuota'],
      ['quota-stacks', 'servicequotas:GetServiceQuota'],
    ]);
    for (const { findings, missingAction } of rows) {
      if (missingAction !== null) expect(findings[0]?.text).toContain(missingAction);
    }
    expect(verdictOf(rows)).toBe('fits');
  });
});

describe('a survey without any permission', () => {
  it('says of every probe which action it needs, and is no good news', async () => {
    const { rows } = await surveyOf(
      {},
      planFor({ keys: { administratorArns: [`arn:aws:iam::${ACCOUNT}:role/R`] } }),
    );
    for (const { id, missingAction, actions, findings } of rows) {
      expect([id, actions.find((action) => action === missingAction)]).toEqual([id, missingAction]);
      expect([id, findings.map(({ status }) => status)]).toEqual([id, ['unknown']]);
    }
    expect(verdictOf(rows)).toBe('not-run');
  });

  it.each([
    ['ThrottlingException', 'takes no more calls'],
    ['ExpiredTokenException', 'did not accept the credentials'],
    ['TimeoutError', 'nothing answered'],
    ['OptInRequired', 'has not got the service'],
    ['InternalFailure', 'ended with InternalFailure'],
  ])('tells %s from a missing permission', async (name, text) => {
    const { rows, findings } = await surveyOf({
      ...EMPTY,
      DescribeTrailsCommand: () => awsError(name, 'secret'),
    });
    expect(findings('trails')[0]).toMatchObject({ status: 'unknown', text: expect.stringContaining(text) });
    expect(rows.find(({ id }) => id === 'trails')?.missingAction).toBeNull();
    expect(JSON.stringify(rows)).not.toContain('secret');
  });
});

describe('a survey of a region', () => {
  it('stops where the region is not enabled: every other answer would mislead', async () => {
    const { rows } = await surveyOf(
      {
        ...EMPTY,
        DescribeRegionsCommand: () => ({
          Regions: [{ RegionName: 'af-south-1', OptInStatus: 'not-opted-in' }],
        }),
      },
      planFor({ region: 'af-south-1' }),
    );
    expect(rows.map(({ id, findings }) => [id, findings[0]?.status])).toEqual([['regions', 'blocks']]);
    expect(verdictOf(rows)).toBe('blocked');
  });

  it('leaves a second region that is not enabled alone, and looks at the first', async () => {
    const regions = [
      { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'ca-west-1', OptInStatus: 'not-opted-in' },
    ];
    const { status, findings, sent } = await surveyOf(
      { ...EMPTY, DescribeRegionsCommand: () => ({ Regions: regions }) },
      planFor({ recoveryRegion: 'ca-west-1' }),
    );
    expect(status('regions')).toEqual(['ok', 'blocks']);
    expect(findings('cdk-bootstrap').map(({ text }) => text)).toEqual([
      'us-east-1 is bootstrapped, version 30.',
    ]);
    expect(sent.filter(({ name }) => name === 'GetParameterCommand')).toHaveLength(1);
  });

  it('says that the partition of the credentials does not have it', async () => {
    const { findings } = await surveyOf({ ...EMPTY, DescribeRegionsCommand: () => ({ Regions: [] }) });
    expect(findings('regions')[0]?.text).toContain('has no region us-east-1');
  });

  it('wants the bootstrap stack in both regions', async () => {
    let calls = 0;
    const { findings } = await surveyOf(
      {
        ...EMPTY,
        GetParameterCommand: () => {
          calls += 1;
          return calls === 1 ? { Parameter: { Value: '5' } } : awsError('ParameterNotFound');
        },
      },
      planFor({ recoveryRegion: 'us-west-2' }),
    );
    expect(findings('cdk-bootstrap')).toEqual([
      expect.objectContaining({
        status: 'blocks',
        text: expect.stringContaining('us-east-1 has a bootstrap stack that is too old'),
      }),
      expect.objectContaining({ status: 'blocks', fix: `Run npx cdk bootstrap aws://${ACCOUNT}/us-west-2.` }),
    ]);
  });
});
