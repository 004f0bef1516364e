import { ConfigurationError } from '../../lib/config/configuration-error';
import { loadEnvironments } from '../../lib/config/load';
import type { LoadRequest } from '../../lib/config/load-request';
import type { EnvironmentInput } from '../../lib/config/schema';
import { configOf, minimalProduction, minimalSandbox } from './minimal-environment';

const HERE = { account: '123456789012', region: 'us-east-1' } as const;
/** Leaves the one singleton that the rows are about. */
const OTHERS = Object.fromEntries(
  Object.keys(configOf(minimalSandbox()).singletons)
    .filter((name) => name !== 'rdsOsMetricsLogGroup')
    .map((name) => [name, 'adopt' as const]),
);
const ADOPT = { singletons: { ...OTHERS, rdsOsMetricsLogGroup: 'adopt' } } as const;
const SECOND =
  "'production.singletons.rdsOsMetricsLogGroup' must be 'adopt', because 'sandbox' manages it in the same account and region, got: 'manage'";

function problemsOf(environments: readonly EnvironmentInput[], request: Partial<LoadRequest> = {}) {
  try {
    loadEnvironments({ context: {}, environments, ...request });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

/** A sandbox and a production, what the run gives them, and whether both would make the same resource. */
const ROWS: readonly (readonly [
  name: string,
  sandbox: Partial<EnvironmentInput>,
  production: Partial<EnvironmentInput>,
  run: Partial<LoadRequest>,
  refused: boolean,
])[] = [
  ['in the same account and region', HERE, HERE, {}, true],
  ['in the same region by default', { account: HERE.account }, HERE, {}, true],
  ['in the same region as the CDK has it', { account: HERE.account }, HERE, { region: 'us-east-1' }, true],
  ['in another region as the CDK has it', { account: HERE.account }, HERE, { region: 'eu-west-1' }, false],
  ['in another region', { ...HERE, region: 'us-east-2' }, HERE, {}, false],
  ['in the second region of the other', { ...HERE, region: 'us-west-2' }, HERE, {}, false],
  ['in another account', { ...HERE, account: '999999999999' }, HERE, {}, false],
  ['where one account is that of the credentials', {}, HERE, { account: HERE.account }, false],
  ['where no account is known', {}, {}, {}, false],
  ['where both accounts are those of the credentials', {}, {}, { account: HERE.account }, false],
  ['where the second adopts', HERE, { ...HERE, ...ADOPT }, {}, false],
  ['where the first adopts', { ...HERE, ...ADOPT }, HERE, {}, false],
  ['where both adopt', { ...HERE, ...ADOPT }, { ...HERE, ...ADOPT }, {}, false],
  ['where one alone is asked for', HERE, HERE, { context: { environment: 'production' } }, false],
];

describe('two environments', () => {
  it.each(ROWS)('%s are judged', (_name, sandbox, production, run, refused) => {
    const singletons = { singletons: OTHERS };
    const environments = [
      minimalSandbox({ ...singletons, ...sandbox }),
      minimalProduction({ ...singletons, ...production }),
    ];
    const problems = problemsOf(environments, run);
    expect(problems).toEqual(refused ? [SECOND] : []);
  });

  it('are told of it beside their other problems', () => {
    const problems = problemsOf([
      minimalSandbox(HERE),
      minimalProduction({ ...HERE, singletons: OTHERS, lockMode: 'GOVERNANCE' }),
    ]);
    expect(problems).toEqual([
      "'production.lockMode' must be 'COMPLIANCE' in production, got: 'GOVERNANCE'",
      SECOND,
    ]);
  });

  it.each<[string, Partial<EnvironmentInput>]>([
    ['account', { account: '12' }],
    ['region', { region: 'moon-1' }],
    ['singletons', { singletons: 7 as never }],
  ])('are not judged by a malformed %s', (field, malformed) => {
    const problems = problemsOf([minimalSandbox(HERE), minimalProduction({ ...HERE, ...malformed })]);
    expect(problems).toEqual([expect.stringMatching(`^'production.${field}' must be `)]);
  });

  it('are each told where a third made it first', () => {
    const problems = problemsOf([
      minimalSandbox({ ...HERE, name: 'first' }),
      minimalSandbox({ ...HERE, name: 'second', singletons: OTHERS }),
      minimalSandbox({ ...HERE, name: 'third', singletons: OTHERS }),
    ]);
    expect(problems.map((problem) => problem.replace(/ got: .*/, ''))).toEqual([
      "'second.singletons.rdsOsMetricsLogGroup' must be 'adopt', because 'first' manages it in the same account and region,",
      "'third.singletons.rdsOsMetricsLogGroup' must be 'adopt', because 'first' manages it in the same account and region,",
    ]);
  });

  it.each<[string, Partial<EnvironmentInput>, readonly string[]]>([
    [
      'in the same region',
      HERE,
      ['configRecorder', 'configGlobalTypes', 'configServiceRole', 'conformancePacks'],
    ],
    ['in two regions', { ...HERE, region: 'us-east-2' }, ['configGlobalTypes', 'configServiceRole']],
    ['in two accounts', { ...HERE, account: '999999999999' }, []],
    [
      'where an adopted recorder needs no role',
      { ...HERE, region: 'us-east-2', singletons: { configRecorder: 'adopt' } },
      ['configGlobalTypes'],
    ],
  ])('%s record with AWS Config what each account and region has once', (_name, second, refused) => {
    const problems = problemsOf([minimalSandbox(HERE), minimalProduction(second)]);
    const named = problems.flatMap((problem) => /singletons\.(conf\w+)'/.exec(problem)?.[1] ?? []);
    expect(named).toEqual(refused);
    for (const problem of problems.filter((text) => /configGlobalTypes|configServiceRole/.test(text))) {
      expect(problem).toContain("manages it in the same account, got: 'manage'");
    }
  });

  it('that ship stand in nobody’s way, whatever account the CDK has', () => {
    expect(loadEnvironments({ context: {}, account: '111122223333', region: 'us-east-1' })).toHaveLength(2);
  });
});
