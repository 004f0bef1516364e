import { stripVTControlCharacters } from 'node:util';
import { Responder } from './responder';

describe('hipaa incident show', () => {
  it('tells dates in words, the paragraph of each, what stands against closing, and that the chain is intact', async () => {
    const responder = new Responder('2026-03-04T15:00:00.000Z');
    const id = await responder.reported({ affected: [{ jurisdiction: 'CA', count: 600 }] });
    responder.world.clock.set('2026-05-04T15:00:00.000Z');
    const { exitCode, stdout } = await responder.run(['show', id]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Day 0: 2026-03-02 (63 days ago)');
    expect(stdout).toContain('2026-05-01, 3 days overdue: individual-notice, to');
    expect(stdout).toContain('45 CFR 164.404(b)');
    expect(stdout).toContain('media-notice:CA');
    expect(stdout).toContain('nobody has assessed it, and a breach is presumed');
    expect(stdout).toContain('Chain intact: 1 record');
    expect(stdout).toContain('not legal advice');
  });

  it('says what the number of people decides while nobody knows it', async () => {
    const responder = new Responder();
    const { stdout } = await responder.run(['show', await responder.reported()]);
    expect(stdout).toContain('Affected: not known: taken as 500 or more');
    expect(stdout).toContain('if more than 500 live in one State');
  });

  it.each([60, 80, 200])(
    'wraps between words in a terminal of %s columns, and keeps ids whole',
    async (columns) => {
      const responder = new Responder();
      const id = await responder.reported({ affected: [{ jurisdiction: 'CA', count: 600 }] });
      responder.columns = columns;
      const { stdout } = await responder.run(['show', id]);
      const width = Math.min(columns, 120);
      const long = stdout.split('\n').filter((line) => line.length > width && line.trim().includes(' '));
      expect(long.filter((line) => !line.startsWith('Technical record'))).toEqual([]);
      expect(stdout).toContain(`\n\nWhat is known\n`);
      expect(stdout).toContain(id);
    },
  );

  it('colours a terminal alone', async () => {
    const responder = new Responder('2026-06-01T15:00:00.000Z');
    const id = await responder.reported({ affected: [{ jurisdiction: 'CA', count: 600 }] });
    const plain = (await responder.run(['show', id])).stdout;
    expect(plain).not.toContain('\u001b');
    responder.color = true;
    const { stdout } = await responder.run(['show', id]);
    expect(stdout).toContain('\u001b[1;31m');
    expect(stripVTControlCharacters(stdout)).toBe(plain);
  });

  it('is one JSON document with the case, its chain and its timeline', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const { exitCode, document } = await responder.json(['show', id]);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      schemaVersion: 1,
      command: 'incident show',
      environment: 'production',
      asOf: '2026-03-04',
      incident: { id, state: 'open', signal: 'cloudtrail-stopped', dayZero: '2026-03-04', entries: 1 },
      chain: { verdict: 'intact', records: 1, brokenAt: null, problem: null },
      timeline: [{ seq: 0, by: 'system', words: 'A signal opened the case: cloudtrail-stopped, open' }],
    });
  });

  it.each([
    ['edited', (line: string) => line.replace('lost-device', 'stolen-device')],
    ['replaced by another', () => '{}'],
  ])('ends with 1 and names the record where an entry was %s', async (_how, change) => {
    const responder = new Responder();
    const id = await responder.reported();
    await responder.run(['acknowledge', id]);
    const entries = responder.world.register.entries.get(id) ?? [];
    responder.world.register.entries.set(
      id,
      entries.map((entry, index) => (index === 0 ? { ...entry, line: change(entry.line) } : entry)),
    );
    const { exitCode, document } = await responder.json(['show', id]);
    expect(exitCode).toBe(1);
    expect(document.chain).toMatchObject({ verdict: 'broken', brokenAt: 0 });
    expect((await responder.run(['show', id])).stdout).toContain('CHAIN BROKEN at record 0');
  });

  it('sees that the newest entry was replaced by another whose chain holds', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const other = new Responder();
    const same = await other.reported({ affected: [{ jurisdiction: 'CA', count: 1 }] });
    responder.world.register.entries.set(id, other.world.register.entries.get(same) ?? []);
    expect(same).toBe(id);
    const { exitCode, document } = await responder.json(['show', id]);
    expect([exitCode, document.chain.verdict]).toEqual([1, 'broken']);
  });

  it.each([
    [[], 'ID must be the id of a case, like inc-3f2a… (hipaa incident list shows them), got: nothing'],
    [['inc-1'], "got: 'inc-1'"],
    [[`inc-${'0'.repeat(32)}`], 'ID must be the id of a case of this environment'],
    [[`inc-${'0'.repeat(32)}`, 'x'], "ID alone must be given, got: 'x' as well"],
  ])('refuses %j with 2', async (args, message) => {
    const { exitCode, stdout, stderr } = await new Responder().run(['show', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('hipaa incident acknowledge', () => {
  it('records who took it, by reference, and again is no change', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    expect((await responder.run(['acknowledge', id])).stdout).toContain('Acknowledged.');
    expect((await responder.json(['acknowledge', id])).document).toMatchObject({
      command: 'incident acknowledge',
      outcome: 'done',
      incident: { id, acknowledged: { at: '2026-03-04T15:00:00.000Z' } },
    });
    expect(responder.entries(id)).toHaveLength(2);
  });

  it('takes no time of its own in an account: the time of an entry is evidence', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const refused = await responder.run(['acknowledge', id, '--as-of', '2026-03-01']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("'--as-of' must stand with --endpoint");
    const local = ['acknowledge', id, '--as-of', '2026-03-05', '--endpoint', 'http://127.0.0.1:4566'];
    expect((await responder.run(local)).exitCode).toBe(0);
    expect(responder.stored(id)?.acknowledged?.at).toBe('2026-03-05T12:00:00.000Z');
    expect(responder.targets.at(-1)).toMatchObject({ endpoint: 'http://127.0.0.1:4566' });
  });
});
