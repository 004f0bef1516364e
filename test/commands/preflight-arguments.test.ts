import { parsePreflightArguments } from '../../lib/commands/preflight-arguments';
import { hipaa } from '../support/run-command';

describe('the arguments of hipaa preflight', () => {
  it('default to a new environment, as text', () => {
    expect(parsePreflightArguments([])).toEqual({
      format: 'text',
      environment: undefined,
      alertEmail: undefined,
      printPolicy: false,
    });
  });

  it('take an environment, a format and an address', () => {
    const args = ['-e', 'sandbox', '--format', 'json', '-c', 'alertEmail=a=b@c.org'];
    expect(parsePreflightArguments(args)).toMatchObject({
      format: 'json',
      environment: 'sandbox',
      alertEmail: 'a=b@c.org',
    });
  });

  it.each([
    [['sandbox'], "'--environment' must name the environment, got: 'sandbox'"],
    [['--format', 'sarif'], "'--format' must be one of text, json"],
    [['--fix'], 'hipaa preflight --help'],
    [['-c', 'region=x'], "'-c' must be alertEmail=ADDRESS, got: 'region=x'"],
    [['-e', 'staging'], "'environment' must be one of 'sandbox', 'production', got: 'staging'"],
    [['-e', 'sandbox', '-c', 'alertEmail=nobody'], "'alertEmail' must be an e-mail address"],
  ])('%j are refused with 2 and nothing on stdout', async (args, message) => {
    expect(await hipaa(['preflight', ...args])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('print the policy without asking AWS anything', async () => {
    const { exitCode, stdout, stderr } = await hipaa(['preflight', '--print-policy']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ Version: '2012-10-17', Statement: expect.any(Array) });
  });

  it('explain themselves', async () => {
    const { exitCode, stdout } = await hipaa(['preflight', '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('changes nothing in it');
  });
});
