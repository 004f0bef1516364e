import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { verdictOf } from '../../lib/preflight/preflight';
import { MIN_BOOTSTRAP_VERSION } from '../../lib/preflight/probes/bootstrap';
import { databaseIdentifier } from '../../lib/preflight/probes/leftovers';
import { EMPTY, endpointServices, packedRules } from './answers';
import { ACCOUNT, type Answers, restoreAws } from './fake-account';
import { planFor, surveyOf } from './run-survey';

afterEach(restoreAws);

const ZONES = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

describe('the business associate addendum', () => {
  const agreement = (name: string, state: string, organizationArn?: string) => ({
    name,
    state,
    organizationArn,
  });

  it.each([
    ['of the account', [agreement('AWS Business Associate Addendum', 'ACTIVE')], 'ok', 'for this account'],
    [
      'of the organization',
      [
        agreement(
          'AWS Organizations Business Associate Addendum',
          'ACTIVE',
          'arn:aws:organizations::1:organization/o',
        ),
      ],
      'ok',
      'for the organization',
    ],
    [
      'terminated',
      [agreement('AWS Business Associate Addendum', 'CUSTOMER_TERMINATED')],
      'attention',
      'was terminated',
    ],
    [
      'terminated by AWS and accepted again',
      [agreement('AWS BAA', 'AWS_TERMINATED'), agreement('AWS BAA', 'ACTIVE')],
      'ok',
      'in force',
    ],
    [
      'absent beside another',
      [agreement('AWS Nondisclosure Agreement', 'ACTIVE')],
      'attention',
      'is not accepted',
    ],
    ['absent', [], 'attention', 'no PHI may be put'],
  ])('%s is told', async (_what, customerAgreements, status, text) => {
    const { findings, rows } = await surveyOf({
      ...EMPTY,
      ListCustomerAgreements: () => ({ customerAgreements }),
    });
    expect(findings('baa')).toEqual([
      expect.objectContaining({ status, text: expect.stringContaining(text) }),
    ]);
    expect(verdictOf(rows)).toBe('fits');
  });

  it('is looked for on every page', async () => {
    const { findings, sent } = await surveyOf({
      ...EMPTY,
      ListCustomerAgreements: ({ nextToken }: { nextToken?: string }) =>
        nextToken === 'two +/='
          ? { customerAgreements: [agreement('AWS Business Associate Addendum', 'ACTIVE')] }
          : { customerAgreements: [], nextToken: 'two +/=' },
    });
    expect(findings('baa')[0]?.status).toBe('ok');
    expect(sent.filter(({ name }) => name === 'ListCustomerAgreements')).toHaveLength(2);
  });

  it('is not guessed from an answer that is none', async () => {
    const { findings } = await surveyOf({ ...EMPTY, ListCustomerAgreements: () => ({ agreements: [] }) });
    expect(findings('baa')[0]).toMatchObject({ status: 'unknown' });
  });
});

describe('zones and endpoints', () => {
  const withServices = (zonesOf: Readonly<Record<string, readonly string[]>>): Answers => ({
    ...EMPTY,
    DescribeVpcEndpointServicesCommand: () => ({ ServiceDetails: endpointServices(zonesOf) }),
  });

  it('names the zones in which every endpoint can stand', async () => {
    const { findings } = await surveyOf(withServices({ kms: ['us-east-1b', 'us-east-1c'] }));
    expect(findings('endpoint-services')).toEqual([
      expect.objectContaining({
        status: 'blocks',
        text: 'Not all of us-east-1a, us-east-1b offer an interface endpoint for: kms.',
        setting: { path: ['network', 'zones'], value: ['us-east-1b', 'us-east-1c'] },
      }),
    ]);
  });

  it('asks it of the first zone only, where endpoints stand in one', async () => {
    const plan = planFor({ network: { endpointZones: 'one' } });
    const first = await surveyOf(withServices({ kms: ['us-east-1a'] }), plan);
    expect(first.status('endpoint-services')).toEqual(['ok']);
    const second = await surveyOf(withServices({ kms: ['us-east-1b'] }), plan);
    expect(second.findings('endpoint-services')[0]?.setting?.value).toEqual(['us-east-1b', 'us-east-1a']);
  });

  it('has no advice where too few zones offer all', async () => {
    const { findings } = await surveyOf(withServices({ kms: ['us-east-1a'] }));
    expect(findings('endpoint-services')[0]).toMatchObject({ status: 'blocks' });
    expect(findings('endpoint-services')[0]?.setting).toBeUndefined();
  });

  it('names a service without an endpoint, and takes no gateway for one', async () => {
    const ServiceDetails = endpointServices().map((service) =>
      service.ServiceName.endsWith('.kms')
        ? { ...service, ServiceType: [{ ServiceType: 'Gateway' }] }
        : service,
    );
    const { findings } = await surveyOf({
      ...EMPTY,
      DescribeVpcEndpointServicesCommand: () => ({ ServiceDetails }),
    });
    expect(findings('endpoint-services')[0]?.text).toBe(
      "There is no interface endpoint for 'kms' in us-east-1.",
    );
  });

  it.each([
    ['two of three zones', [ZONES[0], ZONES[1]], 'Set network.availabilityZones to 2.'],
    ['one zone', [ZONES[0]], 'Choose another region.'],
  ])('says that the account has only %s', async (_what, zones, fix) => {
    const AvailabilityZones = [
      ...zones.map((ZoneName) => ({ ZoneName, State: 'available' })),
      { ZoneName: 'us-east-1-bos-1a', State: 'available', ZoneType: 'local-zone' },
      { ZoneName: 'us-east-1z', State: 'unavailable' },
    ];
    const plan = planFor({ network: { availabilityZones: 3 } });
    const { findings } = await surveyOf(
      { ...EMPTY, DescribeAvailabilityZonesCommand: () => ({ AvailabilityZones }) },
      plan,
    );
    expect(findings('endpoint-services')[0]).toMatchObject({ status: 'blocks', fix });
  });

  it('refuses a zone that the account has not got', async () => {
    const { findings } = await surveyOf(EMPTY, planFor({ network: { zones: ['us-east-1a', 'us-east-1f'] } }));
    expect(findings('endpoint-services')[0]?.text).toBe(
      'The account has no zone us-east-1f that can be used.',
    );
  });
});

describe('the instance class', () => {
  const offers = (
    ...options: readonly (readonly [version: string, multiAz: boolean, zones: readonly string[]])[]
  ) => ({
    ...EMPTY,
    DescribeOrderableDBInstanceOptionsCommand: () => ({
      OrderableDBInstanceOptions: options.map(([EngineVersion, MultiAZCapable, zones]) => ({
        EngineVersion,
        MultiAZCapable,
        AvailabilityZones: zones.map((Name) => ({ Name })),
      })),
    }),
  });

  it.each([
    ['the right version', offers(['17.6', true, ZONES]), 'ok'],
    ['another major version', offers(['16.10', true, ZONES]), 'blocks'],
    ['one zone at a time', offers(['17.6', false, ZONES]), 'blocks'],
    ['nothing', offers(), 'blocks'],
  ])('offered with %s is judged', async (_what, answers, status) => {
    expect((await surveyOf(answers)).status('instance-class')).toEqual([status]);
  });

  it('has to be in two of the zones that are named', async () => {
    const plan = planFor({ network: { zones: ['us-east-1a', 'us-east-1c'] } });
    const { findings } = await surveyOf(offers(['17.6', true, ['us-east-1a', 'us-east-1b']]), plan);
    expect(findings('instance-class')[0]).toMatchObject({
      status: 'blocks',
      fix: 'Choose two of network.zones among us-east-1a, us-east-1b.',
    });
  });

  it('is found on a later page', async () => {
    const { status } = await surveyOf({
      ...EMPTY,
      DescribeOrderableDBInstanceOptionsCommand: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { OrderableDBInstanceOptions: [], Marker: 'more' }
          : offers(['17.6', true, ZONES]).DescribeOrderableDBInstanceOptionsCommand(),
    });
    expect(status('instance-class')).toEqual(['ok']);
  });
});

describe('Lambda concurrency', () => {
  it.each([
    ['a new account', 10, 10, 'blocks', 0],
    ['a limit just above what Lambda keeps', 150, 150, 'blocks', 50],
    ['the usual limit, reserved by others', 1000, 120, 'blocks', 20],
    ['the usual limit', 1000, 1000, 'ok', 900],
  ])('of %s is judged', async (_what, ConcurrentExecutions, UnreservedConcurrentExecutions, status, free) => {
    const AccountLimit = { ConcurrentExecutions, UnreservedConcurrentExecutions };
    const { findings } = await surveyOf({ ...EMPTY, GetAccountSettingsCommand: () => ({ AccountLimit }) });
    expect(findings('lambda-concurrency')[0]).toMatchObject({
      status,
      text: expect.stringContaining(`can reserve ${free} more`),
      setting: { path: ['functions', 'concurrency'], value: status === 'ok' ? 'reserve' : 'share' },
    });
  });

  it('is enough where nothing is reserved', async () => {
    const AccountLimit = { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 };
    const plan = planFor({ functions: { concurrency: 'share' } });
    const { status } = await surveyOf(
      { ...EMPTY, GetAccountSettingsCommand: () => ({ AccountLimit }) },
      plan,
    );
    expect(status('lambda-concurrency')).toEqual(['ok']);
  });
});

describe('alert subscriptions', () => {
  const topic = (name: string) => `arn:aws:sns:us-east-1:${ACCOUNT}:${name}`;
  const answers = {
    ...EMPTY,
    ListSubscriptionsCommand: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined
        ? { Subscriptions: [{ TopicArn: topic('a'), SubscriptionArn: `${topic('a')}:1` }], NextToken: 'b' }
        : {
            Subscriptions: [
              {
                TopicArn: topic('sandbox-Audit-Alerts'),
                SubscriptionArn: 'PendingConfirmation',
                Endpoint: 'jane@hospital.example',
              },
              { TopicArn: topic('somebody-elses'), SubscriptionArn: 'PendingConfirmation' },
            ],
          },
  };

  it('that nobody confirmed are named by their topic, never by the address', async () => {
    const { findings, rows } = await surveyOf(answers);
    expect(findings('alert-subscriptions')[0]).toMatchObject({
      status: 'attention',
      text: expect.stringContaining(
        'Nobody has confirmed 2 subscriptions, so nobody is paged, on: sandbox-Audit-Alerts, somebody-elses.',
      ),
    });
    expect(JSON.stringify(rows)).not.toContain('jane');
  });

  it('of a named environment are those on its own topics', async () => {
    const { findings } = await surveyOf(
      {
        ...answers,
        ListStacksCommand: () => ({
          StackSummaries: [{ StackName: 'sandbox-Audit', StackStatus: 'CREATE_COMPLETE' }],
        }),
        ListStackResourcesCommand: () => ({
          StackResourceSummaries: [
            { ResourceType: 'AWS::SNS::Topic', PhysicalResourceId: topic('sandbox-Audit-Alerts') },
          ],
        }),
      },
      planFor({}, { named: true }),
    );
    expect(findings('alert-subscriptions')[0]?.text).toContain('confirmed 1 subscription,');
  });
});

describe('trails', () => {
  const trails = (count: number) => ({
    ...EMPTY,
    DescribeTrailsCommand: () => ({
      trailList: Array.from({ length: count }, (_, index) => ({
        TrailARN: `arn:${index}`,
        IsMultiRegionTrail: index === 0,
      })),
    }),
  });

  it.each([
    [0, 'ok', '0 other trails'],
    [1, 'attention', 'bills every further copy'],
    [5, 'blocks', 'no room for ours'],
  ])('%d of others are judged', async (count, status, text) => {
    const { findings } = await surveyOf(trails(count));
    expect(findings('trails')[0]).toMatchObject({ status, text: expect.stringContaining(text) });
  });
});

describe('quotas', () => {
  it.each([
    ['room', 3, 10, 'ok'],
    ['the last one', 4, 5, 'attention'],
    ['none left', 5, 5, 'blocks'],
  ])('of VPCs with %s are judged', async (_what, used, Value, status) => {
    const { findings } = await surveyOf({
      ...EMPTY,
      DescribeVpcsCommand: () => ({ Vpcs: Array.from({ length: used }, () => ({})) }),
      GetServiceQuotaCommand: ({ QuotaCode }: { QuotaCode: string }) => ({
        Quota: { Value: QuotaCode === 'L-F678F1CE' ? Value : 1000 },
      }),
    });
    expect(findings('quota-vpcs')[0]).toMatchObject({
      status,
      text: `${used} of ${Value} VPCs are used, and the deployment makes 1.`,
    });
  });

  it('that were never changed have their default', async () => {
    const { findings } = await surveyOf(EMPTY);
    expect(findings('quota-kms-keys')[0]?.text).toContain('0 of 100000 KMS keys');
  });

  it('without any value are not guessed', async () => {
    const { status } = await surveyOf({ ...EMPTY, GetAWSDefaultServiceQuotaCommand: () => ({}) });
    expect(status('quota-kms-keys')).toEqual(['unknown']);
  });

  it('count every page', async () => {
    const { findings } = await surveyOf({
      ...EMPTY,
      DescribeVpcsCommand: ({ NextToken }: { NextToken?: string }) =>
        NextToken === 'last' ? { Vpcs: [{}] } : { Vpcs: [{}, {}], NextToken: 'last' },
    });
    expect(findings('quota-vpcs')[0]?.text).toContain('3 of 100 VPCs');
  });

  it('give up on a list without an end', async () => {
    const { findings } = await surveyOf({
      ...EMPTY,
      DescribeVpcsCommand: () => ({ Vpcs: [], NextToken: 'again' }),
    });
    expect(findings('quota-vpcs')[0]).toMatchObject({
      status: 'unknown',
      text: expect.stringContaining('RangeError'),
    });
  });

  it('of gateways are asked for only with NAT gateways', async () => {
    const full = {
      ...EMPTY,
      DescribeAddressesCommand: () => ({ Addresses: Array.from({ length: 5 }, () => ({})) }),
      GetServiceQuotaCommand: ({ QuotaCode }: { QuotaCode: string }) => ({
        Quota: { Value: QuotaCode === 'L-0263D0A3' ? 5 : 1000 },
      }),
    };
    expect((await surveyOf(full)).status('quota-elastic-ips')).toEqual(['attention']);
    const plan = planFor({ network: { natGateways: 1 } });
    expect((await surveyOf(full, plan)).status('quota-elastic-ips')).toEqual(['blocks']);
  });

  it('count nothing twice that is deployed already', async () => {
    const { findings } = await surveyOf(
      {
        ...EMPTY,
        ListStacksCommand: () => ({
          StackSummaries: [{ StackName: 'sandbox-Network', StackStatus: 'CREATE_COMPLETE' }],
        }),
        ListStackResourcesCommand: () => ({
          StackResourceSummaries: [{ ResourceType: 'AWS::EC2::VPC', PhysicalResourceId: 'vpc-1' }],
        }),
        DescribeVpcsCommand: () => ({ Vpcs: [{}, {}, {}, {}, {}] }),
        GetServiceQuotaCommand: () => ({ Quota: { Value: 5 } }),
      },
      planFor({}, { named: true }),
    );
    expect(findings('quota-vpcs')[0]).toMatchObject({
      status: 'attention',
      text: expect.stringContaining('makes 0'),
    });
  });
});

describe('what the configuration names', () => {
  it('has to exist: KMS refuses key administrators that do not', async () => {
    const arns = ['KeyAdministrator', 'Nobody'].map((name) => `arn:aws:iam::${ACCOUNT}:role/${name}`);
    const { findings } = await surveyOf(
      EMPTY,
      planFor({ account: ACCOUNT, keys: { administratorArns: arns } }),
    );
    expect(findings('key-administrators')).toEqual([
      expect.objectContaining({
        status: 'blocks',
        text: expect.stringContaining(`no arn:aws:iam::${ACCOUNT}:role/Nobody`),
      }),
    ]);
  });

  it('has to have the very path that it is named with', async () => {
    const arns = [`arn:aws:iam::${ACCOUNT}:role/team/KeyAdministrator`];
    const { status } = await surveyOf(
      EMPTY,
      planFor({ account: ACCOUNT, keys: { administratorArns: arns } }),
    );
    expect(status('key-administrators')).toEqual(['blocks']);
  });
});

describe('stacks of a named environment', () => {
  it.each([
    ['UPDATE_ROLLBACK_FAILED', 'blocks'],
    ['DELETE_FAILED', 'blocks'],
    ['UPDATE_IN_PROGRESS', 'attention'],
    ['REVIEW_IN_PROGRESS', 'ok'],
    ['ROLLBACK_COMPLETE', 'ok'],
    ['UPDATE_COMPLETE', 'ok'],
  ])('in %s are judged', async (StackStatus, status) => {
    const StackSummaries = [{ StackName: 'sandbox-Data', StackStatus }];
    const { findings } = await surveyOf(
      { ...EMPTY, ListStacksCommand: () => ({ StackSummaries }) },
      planFor({}, { named: true }),
    );
    expect(findings('deployed-stacks')[0]?.status).toBe(status);
  });
});

describe('rules in conformance packs', () => {
  const packs = (count: number): Answers => ({
    ...EMPTY,
    DescribeConfigRulesCommand: () => ({ ConfigRules: packedRules(count) }),
  });

  it.each([
    ['fit once', 3, 'manage', 'ok', 'manage'],
    ['do not fit beside others', 4, 'manage', 'blocks', 'adopt'],
    ['are adopted', 147, 'adopt', 'ok', 'adopt'],
    ['are adopted where there are none', 0, 'adopt', 'attention', 'manage'],
  ] as const)('%s', async (_what, count, conformancePacks, status, value) => {
    const { findings } = await surveyOf(packs(count), planFor({ singletons: { conformancePacks } }));
    expect(findings('conformance-packs')).toEqual([
      expect.objectContaining({ status, setting: { path: ['singletons', 'conformancePacks'], value } }),
    ]);
  });

  it('are no obstacle where they are our own, and no one can tell where the stacks cannot be read', async () => {
    const own = {
      ...packs(147),
      ListStacksCommand: () => ({
        StackSummaries: [{ StackName: 'sandbox-Audit', StackStatus: 'CREATE_COMPLETE' }],
      }),
      ListStackResourcesCommand: () => ({
        StackResourceSummaries: [{ ResourceType: 'AWS::Config::ConformancePack', PhysicalResourceId: 'a' }],
      }),
    };
    const plan = planFor({}, { named: true });
    expect((await surveyOf(own, plan)).status('conformance-packs')).toEqual(['ok']);
    const { ListStackResourcesCommand: _, ...unreadable } = own;
    const { findings } = await surveyOf(unreadable, plan);
    expect(findings('conformance-packs')[0]).toMatchObject({ status: 'unknown' });
    expect(findings('conformance-packs')[0]?.setting).toBeUndefined();
  });
});

describe('the names of the database', () => {
  const taken: Answers = {
    ...EMPTY,
    DescribeDBInstancesCommand: () => ({ DBInstances: [{ DBInstanceIdentifier: 'sandbox-phi' }] }),
    DescribeLogGroupsCommand: ({ logGroupNamePrefix }: { logGroupNamePrefix: string }) => ({
      logGroups: logGroupNamePrefix.startsWith('/aws/rds/')
        ? [{ logGroupName: '/aws/rds/instance/sandbox-phi/postgresql' }]
        : [],
    }),
  };
  const stacks = { StackSummaries: [{ StackName: 'sandbox-Data', StackStatus: 'CREATE_COMPLETE' }] };

  it('are free where nothing was left behind', async () => {
    const { status } = await surveyOf({
      ...EMPTY,
      DescribeDBInstancesCommand: () => Object.assign(new Error(), { name: 'DBInstanceNotFoundFault' }),
    });
    expect(status('leftovers')).toEqual(['ok']);
  });

  it('stop a deployment where an earlier one left them', async () => {
    const { findings } = await surveyOf(taken);
    expect(findings('leftovers').map(({ status, text }) => [status, text.split(' ')[0]])).toEqual([
      ['blocks', 'sandbox-phi'],
      ['blocks', '/aws/rds/instance/sandbox-phi/postgresql'],
    ]);
  });

  it('are no obstacle where the environment has them itself', async () => {
    const own = [
      ['AWS::RDS::DBInstance', 'sandbox-phi'],
      ['AWS::Logs::LogGroup', '/aws/rds/instance/sandbox-phi/postgresql'],
    ].map(([ResourceType, PhysicalResourceId]) => ({ ResourceType, PhysicalResourceId }));
    const { status } = await surveyOf(
      {
        ...taken,
        ListStacksCommand: () => stacks,
        ListStackResourcesCommand: () => ({ StackResourceSummaries: own }),
      },
      planFor({}, { named: true }),
    );
    expect(status('leftovers')).toEqual(['ok']);
  });

  it('are those that the data stack gives', () => {
    const source = readFileSync(path.join(__dirname, '..', '..', 'lib', 'stacks', 'data-stack.ts'), 'utf8');
    const name = ['$', '{environment.name}'].join('');
    expect(source).toContain(`\`${databaseIdentifier(name)}\``);
  });
});

describe('the CDK', () => {
  it('demands the version of the bootstrap stack that is looked for', () => {
    const app = new App({ builtinCloudFormationValidation: false });
    const { artifactId } = new Stack(app, 'Any');
    expect(app.synth().getStackArtifact(artifactId).requiresBootstrapStackVersion).toBe(
      MIN_BOOTSTRAP_VERSION,
    );
  });
});

describe('a service that does not answer', () => {
  it('leaves the rest alone', async () => {
    const { rows } = await surveyOf({
      ...EMPTY,
      GetParameterCommand: () => Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
    });
    expect(rows.find(({ id }) => id === 'cdk-bootstrap')?.findings[0]).toMatchObject({
      status: 'unknown',
      text: 'Not looked at: nothing answered ssm:GetParameter in time.',
    });
    expect(verdictOf(rows)).toBe('fits');
  });
});
