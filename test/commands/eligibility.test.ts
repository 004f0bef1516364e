import { ELIGIBLE_SERVICES } from '../../lib/safeguards/eligible-services/eligibility';
import { ELIGIBLE_LIST } from '../../lib/safeguards/eligible-services/eligible-service';
import { hipaa } from '../support/run-command';

const NAMES = ELIGIBLE_SERVICES.map(({ name }) => name);

function list(names: readonly string[]): string {
  return names.map((name) => `- ${name}\n`).join('');
}

describe('hipaa eligibility', () => {
  it('tells the day, source and age of the list, and is done', async () => {
    const { exitCode, stdout, stderr } = await hipaa(['eligibility', '--as-of', '2026-11-21']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`The list of ${ELIGIBLE_LIST.date} names ${NAMES.length} services`);
    expect(stdout).toContain('584 days old');
  });

  it('warns of no list that is young enough', async () => {
    expect((await hipaa(['eligibility', '--as-of', '2025-05-01'])).stdout).not.toContain('Notice');
  });

  it('holds against a copy that is the same', async () => {
    const { exitCode, stdout } = await hipaa(['eligibility', '--compare', '-'], list(NAMES));
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`The fresh copy is the same: ${NAMES.length} services.`);
  });

  it('does not hold against a copy that differs, and names what was added and removed', async () => {
    const [gone = '', ...rest] = NAMES;
    const copy = list([...rest, 'Amazon Something New']);
    const { exitCode, stdout } = await hipaa(['eligibility', '--compare', '-'], copy);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('  + Amazon Something New\n');
    expect(stdout).toContain(`  - ${gone}\n`);
  });

  it('prints one JSON document when asked', async () => {
    const args = ['eligibility', '--compare', '-', '--format', 'json', '--as-of', '2025-05-01'];
    const { stdout } = await hipaa(args, list([...NAMES, 'Amazon Something New']));
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      asOf: '2025-05-01',
      list: { date: ELIGIBLE_LIST.date, source: ELIGIBLE_LIST.source, services: NAMES.length },
      old: false,
      comparison: { added: ['Amazon Something New'], removed: [], unchanged: NAMES.length },
    });
  });

  it.each([
    [['--compare', '-'], 'Amazon S3\n', 'must name at least 100 services, one a line, got: 1'],
    [['--compare', '-'], 'x'.repeat(1_048_577), 'the list must have at most 1048576 characters'],
    [['--compare', 'no-such-file'], '', "'FILE' must name a file, got: 'no-such-file'"],
    [['list.txt'], '', "'--compare' must name the FILE, got: 'list.txt'"],
    [['--format', 'xml'], '', "'--format' must be one of text, json"],
    [['--as-of', 'today'], '', "'--as-of' must be a date"],
  ])('refuses %j with 2 and nothing on stdout', async (args, input, message) => {
    expect(await hipaa(['eligibility', ...args], input)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });
});
