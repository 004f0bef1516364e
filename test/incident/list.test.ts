import { stripVTControlCharacters } from 'node:util';
import { bucketChanged } from '../lambda/breach/use-cases/memory/events';
import { Responder } from './responder';

const lines = (text: string) => text.trimEnd().split('\n');

describe('hipaa incident list', () => {
  it('lists open cases with what is due next, in words', async () => {
    const responder = new Responder('2026-03-04T15:00:00.000Z');
    const id = await responder.reported({ affected: [{ jurisdiction: 'WY', count: 12 }] });
    const { exitCode, stdout, document } = await responder.json(['list']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\{[\s\S]*\}\n$/);
    expect(document).toMatchObject({
      schemaVersion: 1,
      command: 'incident list',
      environment: 'production',
      asOf: '2026-03-04',
      state: 'open',
      incidents: [
        {
          id,
          dayZero: '2026-03-02',
          next: { key: 'individual-notice', due: '2026-05-01', left: '58 days left', status: 'pending' },
        },
      ],
      cursor: null,
    });
    const text = await responder.run(['list']);
    expect(text.stdout).toContain('next: individual-notice, 58 days left');
    expect(text.stdout).toContain('day 0: 2026-03-02 (2 days ago)');
    expect(text.stderr).toBe('');
  });

  it.each([null, 60, 80])('keeps each line within 60 columns where there are %s', async (columns) => {
    const responder = new Responder();
    await responder.reported();
    await responder.signalled();
    responder.columns = columns;
    const { stdout } = await responder.run(['list']);
    expect(lines(stdout).filter((line) => line.length > 60)).toEqual([]);
    expect(stdout).not.toContain('\u001b');
  });

  it('gives a case one line where the terminal is wide, and colour where it is one', async () => {
    const responder = new Responder();
    await responder.reported();
    responder.columns = 120;
    responder.color = true;
    const { stdout } = await responder.run(['list']);
    expect(stdout).toContain('\u001b[');
    expect(lines(stdout)).toHaveLength(3);
    const plain = lines(stdout).map((line) => stripVTControlCharacters(line));
    expect(Math.max(...plain.map(({ length }) => length))).toBeLessThan(121);
    expect(plain.at(-1)).toMatch(/^inc-\S+ {2}high {6}2026-03-02 {2}hhs-notice, 58 days left {2}unanswered$/);
  });

  it('pages through every state without losing or doubling a case', async () => {
    const responder = new Responder();
    const expected: string[] = [];
    for (let count = 0; count < 7; count += 1) expected.push(await responder.reported());
    for (let count = 0; count < 3; count += 1) {
      expected.push(await responder.signalled(bucketChanged(`bucket-${count}`)));
    }
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const next: readonly string[] = cursor === null ? [] : ['--cursor', cursor];
      const { document } = await responder.json(['list', '--state', 'all', '--limit', '4', ...next]);
      expect(document.incidents.length).toBeLessThanOrEqual(4);
      found.push(...document.incidents.map((one: { id: string }) => one.id));
      cursor = document.cursor;
    } while (cursor !== null);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('filters by severity, by what is overdue and by what is due within days', async () => {
    const responder = new Responder();
    const late = await responder.reported({
      discoveredOn: '2026-01-01',
      affected: [{ jurisdiction: 'WY', count: 1 }],
    });
    const early = await responder.reported({ affected: [{ jurisdiction: 'WY', count: 1 }] });
    const ids = async (...filter: readonly string[]) =>
      (await responder.json(['list', ...filter])).document.incidents.map((one: { id: string }) => one.id);
    expect(await ids('--overdue')).toEqual([late]);
    expect(await ids('--due-within', '57')).toEqual([late]);
    expect((await ids('--due-within', '58')).toSorted()).toEqual([late, early].toSorted());
    expect(await ids('--severity', 'critical')).toEqual([]);
    expect(await ids('--since', '2026-03-05')).toEqual([]);
  });

  it.each([
    [['--state', 'lost'], "'--state' must be one of"],
    [['--limit', '0'], "'--limit' must be a whole number from 1 to 100"],
    [['--limit', '1e2'], "'--limit' must be a whole number"],
    [['--due-within', '-1'], '--due-within'],
    [['--cursor', 'elsewhere~x'], "'--cursor' must be the one that the page before named"],
    [['--since', '2026-02-30'], "'--since' must be a date that exists"],
    [['--format', 'xml'], "'--format' must be one of text, json"],
    [
      ['--endpoint', 'http://example.org'],
      "'--endpoint' must be a URL with https, or with http on this machine",
    ],
    [['--as-of', 'soon'], "'--as-of' must be a date that exists"],
    [['everything'], 'must stand without a name'],
    [['--nonsense'], '--nonsense'],
  ])('refuses %j with 2', async (args, message) => {
    const { exitCode, stdout, stderr } = await new Responder().run(['list', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
