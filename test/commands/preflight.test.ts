import { Readable } from 'node:stream';
import type { Surroundings } from '../../lib/commands/command';
import { preflightCommand } from '../../lib/commands/preflight';
import { EMPTY, FULL } from '../preflight/answers';
import { ACCOUNT, type Answers, awsError, fakeAccount, restoreAws } from '../preflight/fake-account';
import { hipaa } from '../support/run-command';

const DEPLOYABLE = ['--environment', 'sandbox', '-c', 'alertEmail=security@clinic.org'];

/** Every client takes its credentials from the chain of the SDK: here, from the environment. */
const SETTINGS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'a-secret-that-shows-nowhere',
  AWS_REGION: 'us-east-1',
};

/** A machine that knows of no account. */
const NOBODY: Surroundings = {
  account: undefined,
  region: '',
  today: '2026-11-21',
  projectRoot: __dirname,
  cdkContext: {},
  version: '1.2.3',
  layout: { columns: null, color: false },
  stdin: Readable.from([]),
  stdout: () => undefined,
  stderr: () => undefined,
};

async function preflight(answers: Answers, args: readonly string[] = []) {
  const sent = fakeAccount(answers);
  const run = await hipaa(['preflight', ...args]);
  return { ...run, sent };
}

describe('hipaa preflight', () => {
  const before = { ...process.env };
  beforeEach(() => Object.assign(process.env, SETTINGS));
  afterEach(() => {
    process.env = { ...before };
    restoreAws();
  });

  it('is done with 0 where nothing stops a deployment, and prints the configuration', async () => {
    const { exitCode, stdout, stderr } = await preflight(EMPTY);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Account ${ACCOUNT}, us-east-1, a new environment`);
    expect(stdout).toContain(`  account: '${ACCOUNT}',\n  region: 'us-east-1',`);
    expect(stdout).toContain('Nothing that was seen stops a deployment: 0 to repair');
    expect(stdout).toContain('it is no proof of compliance');
  });

  it('ends with 1 where a deployment would fail, and says on what and what to do', async () => {
    const { exitCode, stdout } = await preflight(FULL);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'GuardDuty [guardduty]: The account has a GuardDuty detector in us-east-1 already; making a second one fails.',
    );
    expect(stdout).toContain("→ Set singletons.guardDuty to 'adopt'.");
    expect(stdout).toContain("singletons.guardDuty: 'manage' → 'adopt'");
    expect(stdout).toContain("    guardDuty: 'adopt',");
  });

  it('judges an environment by name, without its complaints once it is complete', async () => {
    const missing = await preflight(EMPTY, ['-e', 'sandbox']);
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout).toContain("To deploy 'sandbox', set alertEmail");
    const complete = await preflight(EMPTY, DEPLOYABLE);
    expect(complete.exitCode).toBe(0);
    expect(complete.stdout).toContain("Nothing in the configuration of 'sandbox' has to change");
  });

  it('says that the example of production is one', async () => {
    const { exitCode, stdout } = await preflight(EMPTY, ['-e', 'production']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("To deploy 'production', set account");
  });

  it('is no good news where nothing may be read: 3', async () => {
    const { exitCode, stdout } = await preflight({ GetCallerIdentityCommand: () => ({ Account: ACCOUNT }) });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Nothing of the account could be read');
    expect(stdout).toContain('Missing actions (hipaa preflight --print-policy prints the policy with all): ');
    expect(stdout).toContain('macie2:GetMacieSession');
  });

  it('prints one JSON document when asked', async () => {
    const { exitCode, stdout } = await preflight(FULL, [...DEPLOYABLE, '--format', 'json']);
    const document = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(document).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-11-21',
      account: ACCOUNT,
      region: 'us-east-1',
      recoveryRegion: null,
      environment: 'sandbox',
      verdict: 'blocked',
      changes: expect.arrayContaining([{ field: 'singletons.guardDuty', from: 'manage', to: 'adopt' }]),
      configuration: { name: 'sandbox', alertEmail: 'security@clinic.org' },
    });
    const { blocks, unknown, attention, ok } = document.counts;
    expect(blocks + unknown + attention + ok).toBe(document.probes.length);
    expect(document.probes.find(({ id }: { id: string }) => id === 'guardduty')).toEqual({
      id: 'guardduty',
      title: 'GuardDuty',
      status: 'blocks',
      actions: ['guardduty:ListDetectors', 'guardduty:GetDetector'],
      missingAction: null,
      findings: [
        {
          status: 'blocks',
          text: expect.stringContaining('already'),
          fix: "Set singletons.guardDuty to 'adopt'.",
          setting: { field: 'singletons.guardDuty', value: 'adopt' },
        },
      ],
    });
  });

  it.each([
    ['CredentialsProviderError', 2, 'No AWS credentials were found: sign in, or set AWS_PROFILE.\n'],
    [
      'ExpiredToken',
      2,
      'AWS did not accept the credentials (ExpiredToken): sign in again, or use another profile.\n',
    ],
    [
      'InvalidClientTokenId',
      2,
      'AWS did not accept the credentials (InvalidClientTokenId): sign in again, or use another profile.\n',
    ],
    [
      'TimeoutError',
      3,
      'AWS could not be reached: look at the network, a proxy or the endpoint that is set, and run it again.\n',
    ],
    [
      'ThrottlingException',
      3,
      'AWS could not say whose the credentials are (ThrottlingException): run it again.\n',
    ],
  ])('ends on %s with %d, in one sentence', async (name, exitCode, stderr) => {
    const run = await preflight({
      GetCallerIdentityCommand: () => awsError(name, 'a detail that is not repeated'),
    });
    expect(run).toMatchObject({ exitCode, stdout: '', stderr });
    expect(run.sent).toHaveLength(1);
  });

  it('shows no secret and no progress on what is no terminal', async () => {
    const { stdout, stderr } = await preflight(FULL, ['--format', 'json']);
    expect(stdout + stderr).not.toContain(SETTINGS.AWS_SECRET_ACCESS_KEY);
    expect(stderr).toBe('');
  });

  it('tells a person at a terminal how far it is, and wipes it away', async () => {
    fakeAccount(EMPTY);
    const said: string[] = [];
    const exitCode = await preflightCommand.run([], {
      ...NOBODY,
      layout: { columns: 80, color: false },
      stderr: (text) => said.push(text),
    });
    expect(exitCode).toBe(0);
    expect(said[0]).toMatch(/^\r.*Looked at 1 of \d+$/);
    expect(said.at(-1)).not.toContain('Looked');
  });

  it('looks in the region that the settings of the SDK name, as the CDK deploys there', async () => {
    process.env.AWS_REGION = 'eu-west-1';
    const { stdout } = await preflight(EMPTY, ['--format', 'json']);
    expect(JSON.parse(stdout).region).toBe('eu-west-1');
  });
});
