import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { environmentSchema } from '../../lib/config/schema';
import { configOf, minimalSandbox, problemsOf, withField } from './minimal-environment';
import { fieldsOf } from './schema-fields';

const FIELDS = fieldsOf(environmentSchema);

/**
 * Every field with a choice, and what may be chosen. None of these is a switch for encryption, TLS, audit or retention;
 * a choice that is added here needs the same argument.
 */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  profile: ['sandbox', 'production'],
  lockMode: ['GOVERNANCE', 'COMPLIANCE'],
  'retention.auditDays': [2192, 2557, 2922, 3288, 3653],
  'retention.databaseLogDays': [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
  'retention.flowLogDays': [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
  'retention.applicationLogDays': [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
  'network.availabilityZones': [2, 3],
  'network.endpointZones': ['one', 'all'],
  'database.engineVersion': ['15', '16', '17', '18'],
  'keys.deletionWindowDays': [30],
  'fhirStore.access': ['off', 'iam', 'smart-on-fhir'],
  'records.exposure': ['internal', 'internet'],
  'records.http': ['closed', 'redirect'],
  'records.hsts': ['subdomains', 'preload'],
  'response.role': ['covered-entity', 'business-associate'],
  'functions.concurrency': ['reserve', 'share'],
  'singletons.rdsOsMetricsLogGroup': ['manage', 'adopt'],
  'singletons.configRecorder': ['manage', 'adopt'],
  'singletons.configGlobalTypes': ['manage', 'adopt'],
  'singletons.configServiceRole': ['manage', 'adopt'],
  'singletons.conformancePacks': ['manage', 'adopt'],
  'singletons.guardDuty': ['manage', 'adopt'],
  'singletons.macie': ['manage', 'adopt'],
  'singletons.securityHub': ['manage', 'adopt'],
  'singletons.accessAnalyzer': ['manage', 'adopt'],
  'singletons.unusedAccessAnalyzer': ['manage', 'adopt'],
  'singletons.passwordPolicy': ['manage', 'adopt'],
  'singletons.publicAccessBlock': ['manage', 'adopt'],
  'singletons.ebsEncryption': ['manage', 'adopt'],
  'detection.macieSchedule': ['daily', 'weekly', 'monthly'],
  'detection.findingAggregation': ['one-region', 'all-regions'],
  removal: ['retain', 'destroy'],
};

function choicesOf(kind: z.core.$ZodType): unknown[] | undefined {
  if (kind instanceof z.ZodEnum) {
    return kind.options;
  }
  return kind instanceof z.ZodLiteral ? [...kind.values] : undefined;
}

/** Fields that could be a switch: anything but text, a number, a list, or a choice that is argued above. */
function switchesOf(schema: z.core.$ZodType): string[] {
  return fieldsOf(schema)
    .filter(({ kind, list }) => !list && !(kind instanceof z.ZodString) && !(kind instanceof z.ZodNumber))
    .filter(({ path, kind }) => !isArgued(path, choicesOf(kind)))
    .map(({ path }) => path);
}

function isArgued(path: string, choices: unknown[] | undefined): boolean {
  const argued = CHOICES[path];
  return choices !== undefined && argued !== undefined && isDeepStrictEqual(choices, argued);
}

function isDeeplyFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen))
  );
}

describe('a safeguard', () => {
  it('has no switch in the configuration', () => {
    expect(switchesOf(environmentSchema)).toEqual([]);
  });

  it.each([
    ['a boolean', z.strictObject({ encryption: z.boolean() })],
    [
      'a boolean with a default, in a section',
      z.strictObject({ trail: z.object({ insights: z.boolean().default(true) }) }),
    ],
    ['a choice that nobody argued', z.strictObject({ tls: z.enum(['on', 'off']) })],
    ['a choice that grew', z.strictObject({ lockMode: z.enum(['GOVERNANCE', 'COMPLIANCE', 'NONE']) })],
    ['an optional boolean', z.strictObject({ rotation: z.boolean().optional() })],
    ['a union', z.strictObject({ audit: z.union([z.string(), z.literal(false)]) })],
  ])('would be seen to get one as %s', (_form, schema) => {
    expect(switchesOf(schema)).toHaveLength(1);
  });

  it('has no list that can be emptied except administrators, exclusions and second opinions', () => {
    const lists = FIELDS.filter(({ list }) => list).map(({ path }) => path);
    expect(lists).toEqual([
      'network.zones',
      'network.interfaceEndpoints',
      'keys.administratorArns',
      'conformance.excludedRules',
      'records.clientRanges',
      'detection.guardDutyPlans',
      'detection.securityHubStandards',
      'response.trustedAccounts',
      'response.trustedOrganizations',
      'response.containment',
    ]);
    const emptied = lists.filter((path) => problemsOf(withField(minimalSandbox(), path, [])).length === 0);
    expect(emptied).toEqual([
      'keys.administratorArns',
      'conformance.excludedRules',
      'detection.securityHubStandards',
      // Empty is the strictest: nobody else is trusted, nothing is contained without a person.
      'response.trustedAccounts',
      'response.trustedOrganizations',
      'response.containment',
    ]);
  });

  it('can be left out nowhere: only these fields have neither a value nor a default', () => {
    expect(FIELDS.filter(({ optional }) => optional).map(({ path }) => path)).toEqual([
      'account',
      'recoveryRegion',
      'alertEmail',
      'network.zones',
      'fhirStore.authorizationEndpoint',
      'fhirStore.tokenEndpoint',
      'fhirStore.tokenFunctionArn',
      'records.domainName',
      'records.certificateArn',
      'records.hostedZoneId',
      'records.clientRanges',
      'records.firstAdministrator',
      'response.escalationEmail',
      'attestations.demandedFrom',
    ]);
  });

  it.each(FIELDS.map(({ path }) => path))('is not turned off by nothing-like values at %s', (path) => {
    for (const value of [false, null, -1, 0, '', Number.NaN, {}]) {
      const accepted = path === 'network.natGateways' && value === 0;
      expect({ value, accepted: problemsOf(withField(minimalSandbox(), path, value)).length === 0 }).toEqual({
        value,
        accepted,
      });
    }
  });
});

describe('an environment', () => {
  it('needs three decisions and no more', () => {
    const required = FIELDS.filter(({ optional, preset }) => !optional && preset === undefined);
    expect(required.map(({ path }) => path)).toEqual(['name', 'profile', 'lockMode']);
    expect(problemsOf(minimalSandbox())).toEqual([]);
  });

  it('cannot be changed once it is loaded', () => {
    expect(isDeeplyFrozen(configOf(minimalSandbox()))).toBe(true);
    expect(isDeeplyFrozen(configOf(minimalSandbox({ network: { interfaceEndpoints: ['kms'] } })))).toBe(true);
  });

  it.each([
    ['ab', true],
    ['a2345678901234567890', true],
    ['a23456789012345678901', false],
    ['a', false],
    ['2b', false],
    ['-b', false],
    ['Prod', false],
    ['a_b', false],
    ['ab\n', false],
  ])('is named %j: %s', (name, accepted) => {
    expect(problemsOf(minimalSandbox({ name })).length === 0).toBe(accepted);
  });

  it.each(['lockMod', 'encryption', 'network.flowLogs', 'database.multiAz', 'retention.auditdays', 'trail'])(
    'has no option %s',
    (field) => {
      expect(problemsOf(withField(minimalSandbox(), field, false))).toEqual([
        `'sandbox.${field}' must be left out, there is no such option, got: false`,
      ]);
    },
  );

  it('names the first unknown options and counts the others', () => {
    const extra = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`extra${index}`, index]));
    const problems = problemsOf({ ...minimalSandbox(), ...extra });
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toBe("'sandbox' must have known options only, got: 995 more unknown");
  });
});
