import type { ConfigurationRule } from '../../lib/config/configuration-rule';
import { CONFIGURATION_RULES } from '../../lib/config/rules';
import type { EnvironmentInput } from '../../lib/config/schema';
import { configOf, minimalProduction, minimalSandbox, problemsOf, withField } from './minimal-environment';

const GOV = { region: 'us-gov-west-1' } as const;
const ADMIN = 'arn:aws:iam::123456789012:role/KeyAdministrator';
const GOV_ADMIN = 'arn:aws-us-gov:iam::123456789012:role/KeyAdministrator';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
/** As a message shows it. */
const SHOWN = `${CERTIFICATE.slice(0, 60)}…' (83 characters)`;
const NAMED = { domainName: 'records.clinic.org', hostedZoneId: 'Z0123456789ABCDEFGHIJ' } as const;

const SMART = {
  access: 'smart-on-fhir',
  authorizationEndpoint: 'https://sign-in.clinic.org/authorize',
  tokenEndpoint: 'https://sign-in.clinic.org/token',
  tokenFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:tokens',
} as const;

/** The one problem of each environment; without its rule, the environment would load. */
const REFUSED: readonly (readonly [name: string, input: EnvironmentInput, problem: string])[] = [
  [
    'a name that AWS keeps for its own load balancers',
    { ...minimalSandbox(), name: 'internal' },
    "'internal.name' must not begin with 'internal': a load balancer is called by it, and AWS keeps that word, got: 'internal'",
  ],
  [
    'production without a name for the access service',
    minimalProduction({ records: {} }),
    "'production.records.domainName' must be set in production: nobody can tell a self-made certificate from an attack, got: nothing",
  ],
  [
    'a FHIR store where HealthLake is not',
    minimalSandbox({ region: 'us-west-1', fhirStore: { access: 'iam' } }),
    "'sandbox.fhirStore.access' must be 'off' in us-west-1: HealthLake is in us-east-1, us-east-2, us-west-2, ap-south-1, ap-southeast-2, eu-west-1, eu-west-2, got: 'iam'",
  ],
  [
    'a FHIR store that takes tokens of nobody',
    minimalSandbox({ fhirStore: { ...SMART, tokenEndpoint: undefined } }),
    "'sandbox.fhirStore.tokenEndpoint' must be set where fhirStore.access is 'smart-on-fhir', got: nothing",
  ],
  [
    'a FHIR store without the page to sign in',
    minimalSandbox({ fhirStore: { ...SMART, authorizationEndpoint: undefined } }),
    "'sandbox.fhirStore.authorizationEndpoint' must be set where fhirStore.access is 'smart-on-fhir', got: nothing",
  ],
  [
    'a FHIR store whose tokens nobody verifies',
    minimalSandbox({ fhirStore: { ...SMART, tokenFunctionArn: undefined } }),
    "'sandbox.fhirStore.tokenFunctionArn' must be set where fhirStore.access is 'smart-on-fhir', got: nothing",
  ],
  [
    'an authorization server for a FHIR store that asks IAM',
    minimalSandbox({ fhirStore: { access: 'iam', tokenEndpoint: SMART.tokenEndpoint } }),
    "'sandbox.fhirStore.tokenEndpoint' must be left out unless fhirStore.access is 'smart-on-fhir', got: 'https://sign-in.clinic.org/token'",
  ],
  [
    'a function for tokens in another region',
    minimalSandbox({ region: 'us-west-2', fhirStore: SMART }),
    "'sandbox.fhirStore.tokenFunctionArn' must be of region (us-west-2): HealthLake calls no other, got: 'arn:aws:lambda:us-east-1:123456789012:function:tokens'",
  ],
  [
    'a function for tokens in another account',
    minimalSandbox({ account: '123456789013', fhirStore: SMART }),
    "'sandbox.fhirStore.tokenFunctionArn' must be of account (123456789013): another one would decide who reads, got: 'arn:aws:lambda:us-east-1:123456789012:function:tokens'",
  ],
  [
    'a certificate without the name that it is for',
    minimalSandbox({ records: { certificateArn: CERTIFICATE } }),
    "'sandbox.records.domainName' must be set where records.certificateArn or records.hostedZoneId is, got: nothing",
  ],
  [
    'a name that nobody proves',
    minimalSandbox({ records: { domainName: 'records.clinic.org' } }),
    "'sandbox.records.certificateArn' must be set where records.domainName is, unless records.hostedZoneId is: somebody must prove the name, got: nothing",
  ],
  [
    'a certificate of another region',
    minimalSandbox({ region: 'eu-west-1', records: { ...NAMED, certificateArn: CERTIFICATE } }),
    `'sandbox.records.certificateArn' must be of region (eu-west-1): a load balancer takes no other, got: '${SHOWN}`,
  ],
  [
    'a certificate of another account',
    minimalSandbox({ account: '123456789013', records: { ...NAMED, certificateArn: CERTIFICATE } }),
    `'sandbox.records.certificateArn' must be of account 123456789013, got: '${SHOWN}`,
  ],
  [
    'a service on the Internet without a name',
    minimalSandbox({ records: { exposure: 'internet' } }),
    "'sandbox.records.exposure' must be 'internal' without records.domainName: the public trusts no self-made certificate, got: 'internet'",
  ],
  [
    "preloading a name that is AWS's",
    minimalSandbox({ records: { hsts: 'preload' } }),
    "'sandbox.records.hsts' must be 'subdomains' without records.domainName: a name of AWS is not ours to preload, got: 'preload'",
  ],
  [
    'functions without a way to what they call',
    minimalSandbox({
      network: { interfaceEndpoints: ['events', 'kms', 'logs', 'rds', 'secretsmanager', 'sns', 'ssm'] },
    }),
    "'sandbox.network.interfaceEndpoints' must hold 'kinesis-firehose' (every access is audited), got: ['events', 'kms', 'logs', 4 more]",
  ],
  [
    'production without COMPLIANCE locks',
    minimalProduction({ lockMode: 'GOVERNANCE' }),
    "'production.lockMode' must be 'COMPLIANCE' in production, got: 'GOVERNANCE'",
  ],
  [
    'production in one region',
    minimalProduction({ recoveryRegion: undefined }),
    "'production.recoveryRegion' must be set in production: replicas and backups need a second region, got: nothing",
  ],
  [
    'production that alerts nobody',
    minimalProduction({ alertEmail: undefined }),
    "'production.alertEmail' must be set in production: an alert that reaches nobody is none, got: nothing",
  ],
  [
    'production that destroys its data',
    minimalProduction({ removal: 'destroy' }),
    "'production.removal' must be 'retain' in production, got: 'destroy'",
  ],
  [
    'production with endpoints in one zone',
    minimalProduction({ network: { endpointZones: 'one' } }),
    "'production.network.endpointZones' must be 'all' in production, got: 'one'",
  ],
  [
    'recovery in the same region',
    minimalProduction({ recoveryRegion: 'us-east-1' }),
    "'production.recoveryRegion' must differ from region, got: 'us-east-1'",
  ],
  [
    'recovery in the region that is the default',
    minimalSandbox({ recoveryRegion: 'us-east-1' }),
    "'sandbox.recoveryRegion' must differ from region, got: 'us-east-1'",
  ],
  [
    'recovery out of GovCloud',
    minimalProduction({ ...GOV, recoveryRegion: 'us-east-1' }),
    "'production.recoveryRegion' must be in the partition of region (aws-us-gov), got: 'us-east-1'",
  ],
  [
    'recovery into GovCloud',
    minimalSandbox({ recoveryRegion: 'us-gov-east-1' }),
    "'sandbox.recoveryRegion' must be in the partition of region (aws), got: 'us-gov-east-1'",
  ],
  [
    'an administrator from another partition',
    minimalSandbox({ ...GOV, keys: { administratorArns: [GOV_ADMIN, ADMIN] } }),
    `'sandbox.keys.administratorArns' must be in the partition of region (aws-us-gov), got: ['${GOV_ADMIN}', '${ADMIN}']`,
  ],
  [
    'an administrator from another account',
    minimalSandbox({ account: '123456789013', keys: { administratorArns: [ADMIN] } }),
    `'sandbox.keys.administratorArns' must be of account 123456789013: a key obeys nobody outside its own, got: ['${ADMIN}']`,
  ],
  [
    'an administrator from another account beside one of its own',
    minimalSandbox({
      account: '123456789012',
      keys: { administratorArns: [ADMIN, 'arn:aws:iam::999999999999:role/Vendor'] },
    }),
    `'sandbox.keys.administratorArns' must be of account 123456789012: a key obeys nobody outside its own, got: ['${ADMIN}', 'arn:aws:iam::999999999999:role/Vendor']`,
  ],
  [
    'functions that cannot reach the parameters they judge',
    minimalSandbox({
      network: {
        interfaceEndpoints: ['events', 'kinesis-firehose', 'kms', 'logs', 'secretsmanager', 'sns', 'ssm'],
      },
    }),
    "'sandbox.network.interfaceEndpoints' must hold 'rds' (parameters of databases are judged), got: ['events', 'kinesis-firehose', 'kms', 4 more]",
  ],
  [
    'IAM where AWS Config does not record it',
    minimalSandbox({ region: 'me-central-1' }),
    "'sandbox.singletons.configGlobalTypes' must be 'adopt' in me-central-1: AWS Config records IAM in older regions only, got: 'manage'",
  ],
  [
    'fewer zones by name than by number',
    minimalSandbox({ network: { zones: ['us-east-1a', 'us-east-1b'], availabilityZones: 3 } }),
    "'sandbox.network.zones' must be 3 zones, as many as network.availabilityZones, got: ['us-east-1a', 'us-east-1b']",
  ],
  [
    'more zones by name than by number',
    minimalSandbox({ network: { zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'] } }),
    "'sandbox.network.zones' must be 2 zones, as many as network.availabilityZones, got: ['us-east-1a', 'us-east-1b', 'us-east-1c']",
  ],
  [
    'no zones by name',
    minimalSandbox({ network: { zones: [] } }),
    "'sandbox.network.zones' must be 2 zones, as many as network.availabilityZones, got: []",
  ],
  [
    'a zone of another region',
    minimalSandbox({ region: 'us-west-2', network: { zones: ['us-west-2a', 'us-east-1b'] } }),
    "'sandbox.network.zones' must be zones of region (us-west-2), got: ['us-west-2a', 'us-east-1b']",
  ],
  [
    'a zone of a region whose name begins like ours',
    minimalSandbox({ region: 'us-west-2', network: { zones: ['us-west-2a', 'us-west-1b'] } }),
    "'sandbox.network.zones' must be zones of region (us-west-2), got: ['us-west-2a', 'us-west-1b']",
  ],
  [
    'a sandbox whose locks outlive its removal',
    minimalSandbox({ lockMode: 'COMPLIANCE', removal: 'destroy' }),
    "'sandbox.removal' must be 'retain' where lockMode is 'COMPLIANCE': nobody can delete what that locks, got: 'destroy'",
  ],
  [
    'more NAT gateways than zones',
    minimalSandbox({ network: { natGateways: 3, availabilityZones: 2 } }),
    "'sandbox.network.natGateways' must be at most 2, one for each of network.availabilityZones, got: 3",
  ],
  [
    'storage without room to grow by a tenth',
    minimalSandbox({ database: { allocatedStorageGiB: 1000, maxAllocatedStorageGiB: 1099 } }),
    "'sandbox.database.maxAllocatedStorageGiB' must be at least 1100 GiB, a tenth above database.allocatedStorageGiB (RDS refuses less), got: 1099",
  ],
  [
    'storage above the default maximum',
    minimalSandbox({ database: { allocatedStorageGiB: 91 } }),
    "'sandbox.database.maxAllocatedStorageGiB' must be at least 101 GiB, a tenth above database.allocatedStorageGiB (RDS refuses less), got: 100",
  ],
  [
    'archive that moves on the day it ends',
    minimalSandbox({ retention: { archiveTransitionDays: 2192 } }),
    "'sandbox.retention.archiveTransitionDays' must be less than retention.auditDays (2192 days), got: 2192",
  ],
];

/** Environments at the edge of a rule that load. */
const ACCEPTED: readonly (readonly [name: string, input: EnvironmentInput])[] = [
  [
    'a service on the Internet with a certificate of its own',
    minimalSandbox({
      account: '123456789012',
      records: {
        domainName: 'records.clinic.org',
        certificateArn: CERTIFICATE,
        exposure: 'internet',
        http: 'redirect',
        hsts: 'preload',
      },
    }),
  ],
  ['a FHIR store that takes tokens', minimalSandbox({ account: '123456789012', fhirStore: SMART })],
  ['a FHIR store that asks IAM', minimalSandbox({ fhirStore: { access: 'iam' } })],
  ['the least production', minimalProduction()],
  ['the least sandbox', minimalSandbox()],
  ['production in GovCloud', minimalProduction({ ...GOV, recoveryRegion: 'us-gov-east-1' })],
  [
    'an administrator of its own partition',
    minimalSandbox({ ...GOV, keys: { administratorArns: [GOV_ADMIN] } }),
  ],
  [
    'an administrator of its own account',
    minimalSandbox({ account: '123456789012', keys: { administratorArns: [ADMIN] } }),
  ],
  ['an administrator where no account is known', minimalSandbox({ keys: { administratorArns: [ADMIN] } })],
  ['an account without named administrators', minimalSandbox({ account: '123456789012' })],
  ['two zones by name', minimalSandbox({ network: { zones: ['us-east-1c', 'us-east-1a'] } })],
  [
    'three zones of GovCloud by name',
    minimalSandbox({
      ...GOV,
      network: { zones: ['us-gov-west-1a', 'us-gov-west-1b', 'us-gov-west-1c'], availabilityZones: 3 },
    }),
  ],
  ['a sandbox with a second region', minimalSandbox({ recoveryRegion: 'us-west-2' })],
  ['a sandbox with COMPLIANCE locks that stays', minimalSandbox({ lockMode: 'COMPLIANCE' })],
  ['a sandbox that is destroyed', minimalSandbox({ removal: 'destroy' })],
  ['a sandbox with endpoints in one zone', minimalSandbox({ network: { endpointZones: 'one' } })],
  [
    'a NAT gateway in each of two zones',
    minimalSandbox({ network: { natGateways: 2, availabilityZones: 2 } }),
  ],
  [
    'a NAT gateway in each of three zones',
    minimalSandbox({ network: { natGateways: 3, availabilityZones: 3 } }),
  ],
  [
    'storage that may grow by a tenth',
    minimalSandbox({ database: { allocatedStorageGiB: 1000, maxAllocatedStorageGiB: 1100 } }),
  ],
  [
    'the least storage that may grow by a tenth',
    minimalSandbox({ database: { allocatedStorageGiB: 20, maxAllocatedStorageGiB: 22 } }),
  ],
  [
    'the most storage that may grow by a tenth',
    minimalSandbox({ database: { allocatedStorageGiB: 59_578, maxAllocatedStorageGiB: 65_536 } }),
  ],
  ['archive that moves a day before it ends', minimalSandbox({ retention: { archiveTransitionDays: 2191 } })],
  [
    'archive that moves late and is kept longer',
    minimalSandbox({ retention: { archiveTransitionDays: 2192, auditDays: 2557 } }),
  ],
];

/** One malformed field each; a rule that looked at what stands in for it would add a second, wrong problem. */
const MALFORMED: readonly (readonly [name: string, input: EnvironmentInput, problem: string])[] = [
  [
    'a lock mode that is none',
    withField(minimalProduction(), 'lockMode', 'NONE'),
    ".lockMode' must be one of",
  ],
  [
    'a second region that is none',
    minimalProduction({ recoveryRegion: 'moon-1' }),
    ".recoveryRegion' must be a region",
  ],
  [
    'an address that is none',
    minimalProduction({ alertEmail: 'nobody' }),
    ".alertEmail' must be an e-mail address",
  ],
  [
    'a region that is none, beside the default as second',
    minimalSandbox({ region: 'moon-1', recoveryRegion: 'us-east-1' }),
    ".region' must be a region",
  ],
  [
    'a first size that is none, beside a small maximum',
    minimalSandbox({ database: { allocatedStorageGiB: 0, maxAllocatedStorageGiB: 21 } }),
    ".allocatedStorageGiB' must be at least 20 GiB",
  ],
  [
    'a first size that leaves no room to grow',
    minimalSandbox({ database: { allocatedStorageGiB: 59_579, maxAllocatedStorageGiB: 65_536 } }),
    ".allocatedStorageGiB' must be at most 59578 GiB",
  ],
  [
    'a number of zones that is none, beside three NAT gateways',
    withField(minimalSandbox(), 'network', { availabilityZones: 4, natGateways: 3 }),
    ".availabilityZones' must be 2 or 3",
  ],
  [
    'an account that is none, beside an administrator',
    minimalSandbox({ account: '12', keys: { administratorArns: [ADMIN] } }),
    ".account' must be a string of 12 digits",
  ],
  [
    'a region that is none, beside zones',
    minimalSandbox({ region: 'moon-1', network: { zones: ['eu-west-1a', 'eu-west-1b'] } }),
    ".region' must be a region",
  ],
  ['a network that is none', withField(minimalProduction(), 'network', 7), ".network' must be an object"],
];

/** The fields that a rule looks at, over environments that take it through every branch. */
function readsOf(rule: ConfigurationRule): string[] {
  const reads = new Set<string>();
  const watch = <Data extends object>(data: Data, path: string): Data =>
    new Proxy(data, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        const field = `${path}${String(key)}`;
        if (typeof value === 'object' && value !== null && path === '') {
          return watch(value, `${field}.`);
        }
        reads.add(field);
        return value;
      },
    });
  for (const [, input] of [...REFUSED, ...ACCEPTED]) {
    // A copy, because a proxy of a frozen object may not answer with proxies.
    const config = configOf(input);
    rule.demand(watch(structuredClone(config), ''));
  }
  return [...reads].sort();
}

describe('a rule between fields', () => {
  it.each(REFUSED)('refuses %s', (_name, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it.each(MALFORMED)('is not asked about %s', (_name, input, problem) => {
    expect(problemsOf(input)).toEqual([expect.stringContaining(problem)]);
  });

  it('is asked about an option without a default, whatever else is malformed', () => {
    const problems = problemsOf(
      minimalSandbox({ account: '12', network: { zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'] } }),
    );
    expect(problems).toEqual([
      expect.stringContaining(".account' must be a string of 12 digits"),
      expect.stringContaining(".network.zones' must be 2 zones"),
    ]);
  });

  it.each(ACCEPTED)('accepts %s', (_name, input) => {
    expect(problemsOf(input)).toEqual([]);
  });

  it.each(CONFIGURATION_RULES.map((rule, index) => [`${index} (${rule.field})`, rule] as const))(
    '%s is seen to refuse something',
    (_name, rule) => {
      expect(REFUSED.filter(([, input]) => rule.demand(configOf(input)) !== undefined)).not.toEqual([]);
    },
  );

  it.each(CONFIGURATION_RULES.map((rule, index) => [`${index} (${rule.field})`, rule] as const))(
    '%s names every field that it reads and no other',
    (_name, rule) => {
      expect(readsOf(rule)).toEqual([...rule.reads].sort());
    },
  );

  it.each(CONFIGURATION_RULES.map((rule, index) => [`${index} (${rule.field})`, rule] as const))(
    '%s reads the field that it names in its message',
    (_name, rule) => {
      expect(rule.reads).toContain(rule.field);
    },
  );
});
