import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SUBCOMMANDS } from '../../lib/incident/subcommands';
import { hipaa } from '../support/run-command';
import { Responder } from './responder';

const DOCS = readFileSync(path.join(__dirname, '../../docs/incident-command.md'), 'utf8');
const NAMES = SUBCOMMANDS.map(({ name }) => name);
const COMMON = [
  'environment',
  'endpoint',
  'region',
  'stack',
  'table',
  'bucket',
  'signing-key',
  'name-key',
  'bus',
];

describe('the help of hipaa incident', () => {
  it('lists every subcommand', async () => {
    const { exitCode, stdout } = await hipaa(['incident', '--help']);
    expect(exitCode).toBe(0);
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  });

  it.each(NAMES)('tells of %s alone, with the options that all have, in 120 columns', async (name) => {
    const { exitCode, stdout, stderr } = await hipaa(['incident', name, '--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: hipaa incident ${name}\\b`));
    for (const option of [...COMMON, 'format', 'as-of', 'yes']) expect(stdout).toContain(`--${option}`);
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it.each([[[]], [['run']], [['ope']]])('refuses %j with 2, and names what there is', async (args) => {
    const { exitCode, stdout, stderr } = await hipaa(['incident', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`must be one of ${NAMES.join(', ')}`);
  });

  it.each(NAMES)('has %s in the documentation', (name) => {
    expect(DOCS).toMatch(
      new RegExp(`\`(?:${name}|note\`, \`promote\`, \`dismiss\`, \`reopen ID\`|${name} [^\`]*)\``),
    );
  });
});

describe('every subcommand', () => {
  const WITHOUT_ENVIRONMENT = NAMES.map((name) => [name]);

  it.each(WITHOUT_ENVIRONMENT)('%s refuses a case and an environment that are missing', async (name) => {
    const { exitCode, stdout, stderr } = await hipaa(['incident', name]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/must|'--environment'/);
  });

  it.each(NAMES.filter((name) => !['open', 'list', 'test'].includes(name)))(
    '%s opens no register for an id that is none',
    async (name) => {
      const responder = new Responder();
      const { exitCode, stderr } = await responder.run([name, 'inc-../../x']);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/must be the id of a case, like inc-3f2a/);
      expect(responder.targets).toEqual([]);
    },
  );

  it.each(['Sandbox', 'a/b', '', 'x'.repeat(30)])('refuses the environment %j', async (environment) => {
    const { exitCode, stderr } = await hipaa(['incident', 'list', '-e', environment]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'--environment' must be the name of an environment");
  });

  it('shows nothing that could steer a terminal', async () => {
    const { stderr } = await hipaa(['incident', 'show', 'inc-\u001b[31m', '-e', 'sandbox']);
    expect(stderr).not.toContain('\u001b');
  });
});
