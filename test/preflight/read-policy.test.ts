import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readActions, readPolicy } from '../../lib/preflight/read-policy';
import { EMPTY, FULL } from './answers';
import { ACCOUNT, restoreAws } from './fake-account';
import { planFor, surveyOf } from './run-survey';

afterEach(restoreAws);

/** The prefix of IAM for each package of the SDK, where it is another. */
const PREFIXES: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  'cloudwatch-logs': 'logs',
  'config-service': 'config',
  's3-control': 's3',
  'service-quotas': 'servicequotas',
};

/** Calls whose action IAM names otherwise, or for which it wants none. */
const OTHER_ACTIONS: Readonly<Record<string, string | null>> = {
  'sts:GetCallerIdentity': null,
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
};

const SOURCES = path.join(__dirname, '..', '..', 'lib', 'preflight');

/** Every command class that the sources import, as the action that it needs. */
function importedCalls(): readonly { readonly call: string; readonly command: string }[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(SOURCES, file), 'utf8');
      return [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)];
    })
    .flatMap(([, names = '', client = '']) =>
      [...names.matchAll(/\b(\w+)Command\b/g)].map(([, command = '']) => ({
        command,
        call: `${PREFIXES[client] ?? client}:${command}`,
      })),
    );
}

describe('the policy of preflight', () => {
  it('has exactly the actions of the commands in its sources', () => {
    const actions = importedCalls().flatMap(({ call }) => {
      const other = OTHER_ACTIONS[call];
      return other === null ? [] : [other ?? call];
    });
    // AWS Artifact is asked without a client of the SDK.
    expect([...new Set([...actions, 'artifact:ListCustomerAgreements'])].sort()).toEqual(readActions());
  });

  it('is used to its last action by an account with everything', async () => {
    const administratorArns = ['role/KeyAdministrator', 'user/key-administrator'].map(
      (name) => `arn:aws:iam::${ACCOUNT}:${name}`,
    );
    const stacks = { StackSummaries: [{ StackName: 'sandbox-Audit', StackStatus: 'CREATE_COMPLETE' }] };
    const { sent, rows } = await surveyOf(
      { ...FULL, ListStacksCommand: () => stacks },
      planFor({ account: ACCOUNT, keys: { administratorArns } }, { named: true }),
    );
    expect(rows.filter(({ missingAction }) => missingAction !== null)).toEqual([]);
    const called = new Set(sent.map(({ name }) => name.replace(/Command$/, '')));
    const unused = readActions().filter((action) => {
      const call = Object.keys(OTHER_ACTIONS).find((key) => OTHER_ACTIONS[key] === action) ?? action;
      return !called.has(call.split(':')[1] ?? '');
    });
    expect(unused).toEqual([]);
  });

  it('allows nothing but reading', () => {
    const actions = readPolicy().Statement.flatMap(({ Action }) => Action);
    expect(
      actions.filter((action) => !/^[a-z0-9-]+:(Get|List|Describe|Lookup)[A-Za-z]+$/.test(action)),
    ).toEqual([]);
    expect(actions.sort()).toEqual(readActions());
    expect(readPolicy().Statement.map(({ Effect }) => Effect)).toEqual(['Allow', 'Allow']);
  });

  it('opens no parameter but that of the bootstrap stack', () => {
    const scoped = readPolicy().Statement.filter(({ Action }) => Action.includes('ssm:GetParameter'));
    expect(scoped.map(({ Resource }) => Resource)).toEqual([
      ['arn:aws:ssm:*:*:parameter/cdk-bootstrap/*', 'arn:aws-us-gov:ssm:*:*:parameter/cdk-bootstrap/*'],
    ]);
  });
});

describe('the sources of preflight', () => {
  it('import no command that does more than read', () => {
    const commands = importedCalls().map(({ command }) => command);
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.filter((command) => !/^(Get|List|Describe|Lookup)[A-Z]/.test(command))).toEqual([]);
  });

  it('send nothing but reads to an account', async () => {
    const { sent } = await surveyOf(EMPTY);
    expect(
      sent.map(({ name }) => name).filter((name) => !/^(Get|List|Describe|Lookup)[A-Z]/.test(name)),
    ).toEqual([]);
  });
});
