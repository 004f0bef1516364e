import { ConfigurationError } from '../../lib/config/configuration-error';
import { loadEnvironments } from '../../lib/config/load';
import type { LoadRequest } from '../../lib/config/load-request';
import type { EnvironmentConfig, EnvironmentInput } from '../../lib/config/schema';
import { environmentSchema } from '../../lib/config/schema';
import { minimalProduction, minimalSandbox, problemsOf, withField } from './minimal-environment';
import { fieldsOf } from './schema-fields';

const TABLE: readonly EnvironmentInput[] = [
  minimalSandbox({ region: undefined }),
  minimalProduction({ account: '999999999999' }),
];

function load(request: Partial<LoadRequest>): EnvironmentConfig[] {
  return loadEnvironments({ context: {}, environments: TABLE, ...request });
}

function refusal(request: Partial<LoadRequest>): ConfigurationError {
  try {
    load(request);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error;
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('the environment that is asked for', () => {
  it('is every environment, in the order of the table, when none is named', () => {
    expect(load({}).map(({ name }) => name)).toEqual(['sandbox', 'production']);
  });

  it('is the named one alone', () => {
    expect(load({ context: { environment: 'production' } }).map(({ name }) => name)).toEqual(['production']);
  });

  it.each([
    ['staging', "'staging'"],
    ['', "''"],
    ['Sandbox', "'Sandbox'"],
    ['__proto__', "'__proto__'"],
    ['constructor', "'constructor'"],
    [7, '7'],
    [null, 'null'],
    [['sandbox'], "['sandbox']"],
    ['\u001b]0;x\u0007', "'\\u{1b}]0;x\\u{7}'"],
  ])('is refused with the known names when it is %j', (environment, got) => {
    expect(refusal({ context: { environment } }).problems).toEqual([
      `'environment' must be one of 'sandbox', 'production', got: ${got}`,
    ]);
  });

  it('is judged alone: a broken production does not block a sandbox', () => {
    const environments = [minimalSandbox(), minimalProduction({ lockMode: 'GOVERNANCE' })];
    expect(load({ environments, context: { environment: 'sandbox' } })).toHaveLength(1);
    expect(refusal({ environments }).problems).toHaveLength(1);
  });
});

describe('the account', () => {
  it('comes from the CDK where an environment names none', () => {
    expect(load({ account: '123456789012' }).map(({ account }) => account)).toEqual([
      '123456789012',
      '999999999999',
    ]);
  });

  it.each([undefined, ''])('stays open where neither says (%p)', (account) => {
    expect(load({ account })[0]).not.toHaveProperty('account');
  });

  it.each(['12345678901', '1234567890123', 'abc', ' ', '123456789012\n'])(
    'is refused once when the CDK gives %j',
    (account) => {
      const environments = [minimalSandbox(), minimalProduction()];
      expect(refusal({ account, environments }).problems).toEqual([
        expect.stringMatching(/^'CDK_DEFAULT_ACCOUNT' must be a string of 12 digits, got: '/),
      ]);
    },
  );

  it('binds key administrators, from the CDK too', () => {
    const environments = [
      minimalSandbox({ keys: { administratorArns: ['arn:aws:iam::123456789012:role/KeyAdministrator'] } }),
    ];
    expect(load({ environments, account: '123456789012' })).toHaveLength(1);
    expect(load({ environments })).toHaveLength(1);
    expect(refusal({ environments, account: '999999999999' }).problems).toEqual([
      expect.stringMatching(/^'sandbox\.keys\.administratorArns' must be of account 999999999999: /),
    ]);
  });

  it('is refused from the CDK even where the environment names its own', () => {
    expect(refusal({ account: '12', context: { environment: 'production' } }).problems).toEqual([
      "'CDK_DEFAULT_ACCOUNT' must be a string of 12 digits, got: '12'",
    ]);
  });
});

describe('the region', () => {
  it('comes from the CDK where an environment names none, and production keeps its own', () => {
    expect(load({ region: 'eu-west-1' }).map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
  });

  it.each([undefined, ''])('is us-east-1 where neither says (%p)', (region) => {
    expect(load({ region }).map((config) => config.region)).toEqual(['us-east-1', 'us-east-1']);
  });

  it('is refused from the CDK by the name of its variable', () => {
    expect(refusal({ region: 'moon-1' }).problems).toEqual([
      "'CDK_DEFAULT_REGION' must be a region of the partition aws or aws-us-gov, like 'us-east-1', got: 'moon-1'",
    ]);
  });

  it('binds zones that are named, from the CDK too', () => {
    const environments = [
      minimalSandbox({ region: undefined, network: { zones: ['us-west-2a', 'us-west-2b'] } }),
    ];
    expect(load({ environments, region: 'us-west-2' })).toHaveLength(1);
    expect(refusal({ environments }).problems).toEqual([
      expect.stringMatching(/^'sandbox\.network\.zones' must be zones of region \(us-east-1\), /),
    ]);
  });

  it('from the CDK does not matter to an environment that names its own', () => {
    expect(load({ region: 'cn-north-1', context: { environment: 'production' } })).toHaveLength(1);
  });
});

describe('the alert address on the command line', () => {
  const alertEmail = 'on-call@clinic.org';

  it('goes to sandboxes where no environment is named', () => {
    expect(load({ context: { alertEmail } }).map((config) => config.alertEmail)).toEqual([
      alertEmail,
      'security@clinic.org',
    ]);
  });

  it('goes to the environment that is named', () => {
    expect(load({ context: { alertEmail, environment: 'production' } })[0]?.alertEmail).toBe(alertEmail);
  });

  it('makes up for an address that production lacks', () => {
    const environments = [minimalProduction({ alertEmail: undefined })];
    expect(load({ environments, context: { alertEmail, environment: 'production' } })).toHaveLength(1);
  });

  it('is refused where nobody takes it', () => {
    expect(refusal({ context: { alertEmail }, environments: [minimalProduction()] }).problems).toEqual([
      "'alertEmail' must come with an environment that takes it, got: 'on-call@clinic.org'",
    ]);
  });

  it.each([
    ['nobody', "'nobody'"],
    ['', "''"],
    [true, 'true'],
    [{ at: 'clinic.org' }, 'an object'],
    [null, 'null'],
  ])('is refused when it is %j', (address, got) => {
    expect(refusal({ context: { alertEmail: address } }).problems).toEqual([
      `'alertEmail' must be an e-mail address, got: ${got}`,
    ]);
  });
});

describe('a wrong configuration', () => {
  it('is refused with all problems of all environments at once', () => {
    const { problems, message } = refusal({
      account: '12',
      environments: [
        minimalSandbox({ removal: 'destroy', lockMode: 'COMPLIANCE', database: { port: 5432 } }),
        {
          ...minimalProduction({ alertEmail: undefined, database: { allocatedStorageGiB: 500 } }),
          tls: false,
        } as EnvironmentInput,
      ],
    });
    expect(problems).toEqual([
      "'CDK_DEFAULT_ACCOUNT' must be a string of 12 digits, got: '12'",
      "'sandbox.database.port' must not be a well-known port (1433, 1521, 3306, 3309, 3389, 4333, 5432), got: 5432",
      "'sandbox.removal' must be 'retain' where lockMode is 'COMPLIANCE': nobody can delete what that locks, got: 'destroy'",
      "'production.tls' must be left out, there is no such option, got: false",
      "'production.alertEmail' must be set in production: an alert that reaches nobody is none, got: nothing",
      "'production.database.maxAllocatedStorageGiB' must be at least 550 GiB, a tenth above database.allocatedStorageGiB (RDS refuses less), got: 100",
    ]);
    expect(message).toBe(['The configuration has 6 problems:', ...problems].join('\n  '));
  });

  it('counts a single problem as one', () => {
    expect(refusal({ context: { environment: 'x' } }).message).toMatch(
      /^The configuration has 1 problem:\n {2}'environment' /,
    );
  });

  it('lists the first hundred problems and counts the others', () => {
    const { message, problems } = new ConfigurationError(
      Array.from({ length: 10_000 }, (_, index) => `problem ${index}`),
    );
    expect(problems).toHaveLength(10_000);
    expect(message.split('\n')).toHaveLength(102);
    expect(message).toMatch(
      /^The configuration has 10000 problems:\n {2}problem 0\n.*\n {2}problem 99\n {2}… and 9900 more$/s,
    );
  });

  it('lists exactly a hundred problems without a remainder', () => {
    const { message } = new ConfigurationError(Array.from({ length: 100 }, () => 'problem'));
    expect(message.split('\n')).toHaveLength(101);
  });

  it('shows no stack trace', () => {
    const error = refusal({ account: '12' });
    expect(error.stack).toBe(`ConfigurationError: ${error.message}`);
  });

  it('is refused by its place where it has no usable name', () => {
    expect(problemsOf(minimalSandbox(), minimalSandbox({ name: 'Not A Name\n' }))).toEqual([
      expect.stringMatching(/^'environments\[1\]\.name' must be 2 to 20 .*, got: 'Not A Name\\u\{a\}'$/),
    ]);
  });

  it('is refused when two environments share a name', () => {
    expect(problemsOf(minimalSandbox(), minimalSandbox())).toEqual([
      "'environments' must each have their own name, got: 'sandbox' twice",
    ]);
  });

  it('is refused when there are no environments', () => {
    expect(problemsOf()).toEqual(["'environments' must have at least one entry, got: []"]);
  });

  it.each([
    [null, 'null'],
    [5, '5'],
    ['sandbox', "'sandbox'"],
    [[], '[]'],
    [undefined, 'nothing'],
  ])('is refused when an environment is %j', (entry, got) => {
    expect(problemsOf(entry as unknown as EnvironmentInput)).toEqual([
      `'environments[0]' must be an object, got: ${got}`,
    ]);
  });

  it('is refused when a section is none, without hiding the other fields', () => {
    expect(problemsOf(withField(minimalProduction({ lockMode: 'GOVERNANCE' }), 'network', 7))).toEqual([
      "'production.network' must be an object, got: 7",
      "'production.lockMode' must be 'COMPLIANCE' in production, got: 'GOVERNANCE'",
    ]);
  });
});

describe('whatever stands in a field', () => {
  const NAME = 'a2345678901234567890';
  const GARBAGE: readonly unknown[] = [
    null,
    false,
    true,
    -1,
    0,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n ** 400n,
    Symbol('s'),
    () => 1,
    '',
    ' ',
    "'",
    '\u0000',
    '\u001b[2J\n\r\u2028\u202e'.repeat(20_000),
    'a@'.repeat(50_000),
    '1'.repeat(100_000),
    [],
    [[]],
    [null],
    Array.from({ length: 10_000 }, () => 'x'.repeat(100)),
    {},
    { a: { b: {} } },
    new Date(0),
    new Map(),
  ];

  it.each(
    fieldsOf(environmentSchema)
      .map(({ path }) => path)
      .filter((path) => path !== 'name'),
  )('%s is answered with short, printable lines or accepted', (path) => {
    for (const value of GARBAGE) {
      const problems = problemsOf(withField(minimalSandbox({ name: NAME }), path, value));
      expect(problems.filter((problem) => !isPresentable(problem))).toEqual([]);
      expect(problems.filter((problem) => !problem.startsWith(`'${NAME}.${path.split('.')[0]}`))).toEqual([]);
      expect(problems.filter((problem) => /^'[^']*…/.test(problem))).toEqual([]);
    }
  });

  function isPresentable(problem: string): boolean {
    return (
      problem.length < 1000 &&
      /^'[^'\p{C}]+' must [^\p{C}\u2028\u2029]+, got: [^\p{C}\u2028\u2029]+$/u.test(problem)
    );
  }
});
