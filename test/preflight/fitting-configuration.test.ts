import { ENVIRONMENTS } from '../../lib/config/environments';
import { validateEnvironment } from '../../lib/config/validate';
import { fittingConfiguration } from '../../lib/preflight/fitting-configuration';
import { objectLiteral } from '../../lib/preflight/object-literal';
import { verdictOf } from '../../lib/preflight/preflight';
import { EMPTY, endpointServices, FULL } from './answers';
import { ACCOUNT, type Answers, restoreAws } from './fake-account';
import { planFor, surveyOf } from './run-survey';

afterEach(restoreAws);

/** Nothing fits at the first try: everything runs already, zones lack endpoints, functions can reserve nothing. */
const CROWDED: Answers = {
  ...FULL,
  DescribeVpcEndpointServicesCommand: () => ({
    ServiceDetails: endpointServices({ logs: ['us-east-1b', 'us-east-1c'] }),
  }),
  GetAccountSettingsCommand: () => ({
    AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 },
  }),
};

async function fitOf(answers: Answers, plan = planFor()) {
  const { rows } = await surveyOf(answers, plan);
  return fittingConfiguration(
    plan,
    rows.flatMap(({ findings }) => findings),
  );
}

describe('the configuration that fits', () => {
  it.each([
    ['an empty account', EMPTY],
    ['a full account', FULL],
    ['a crowded account', CROWDED],
    ['an account that says nothing', {}],
  ])('%s is valid, and once it is taken nothing is left to change', async (_what, answers) => {
    const { environment } = await fitOf(answers);
    const validation = validateEnvironment(environment);
    expect(validation).toMatchObject({ valid: true });
    if (!validation.valid) return;
    const again = { ...planFor(), config: validation.config };
    expect((await fitOf(answers, again)).changes).toEqual([]);
    const { rows } = await surveyOf(answers, again);
    expect(verdictOf(rows)).not.toBe('blocked');
  });

  it('names the account, the region and every choice for a new environment', async () => {
    const { environment } = await fitOf(CROWDED);
    expect(environment).toMatchObject({
      account: ACCOUNT,
      region: 'us-east-1',
      network: { zones: ['us-east-1b', 'us-east-1c'] },
      functions: { concurrency: 'share' },
      singletons: { guardDuty: 'adopt', configRecorder: 'adopt', publicAccessBlock: 'manage' },
    });
  });

  it('changes a named environment only where it has to', async () => {
    const [sandbox] = ENVIRONMENTS;
    if (sandbox === undefined) throw new Error('there must be an environment');
    const plan = planFor({ ...sandbox, singletons: { macie: 'adopt' } }, { named: true });
    const { environment, changes } = await fitOf(
      {
        ...EMPTY,
        ListDetectorsCommand: FULL.ListDetectorsCommand ?? (() => ({})),
        GetDetectorCommand: () => ({}),
      },
      plan,
    );
    expect(changes).toEqual([
      { field: 'singletons.guardDuty', from: 'manage', to: 'adopt' },
      { field: 'singletons.macie', from: 'adopt', to: 'manage' },
    ]);
    expect(environment).toEqual({ ...sandbox, singletons: { guardDuty: 'adopt', macie: 'manage' } });
  });

  it('can be pasted as TypeScript', async () => {
    const { environment } = await fitOf(CROWDED);
    expect(new Function(`return (${objectLiteral(environment)})`)()).toEqual(environment);
  });
});
