import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Responder } from './responder';

const FLAGS = ['--type', 'lost-device', '--discovered-on', '2026-03-02'];

describe('hipaa incident open', () => {
  it('opens what the options say, with its clocks, and alerts', async () => {
    const responder = new Responder();
    const { exitCode, document } = await responder.json([
      ...['open', ...FLAGS, '--occurred-on', '2026-03-01', '--affected', 'CA=300,ny=unknown'],
      ...['--phi', 'name,ssn', '--source', 'Call from operations'],
    ]);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      schemaVersion: 1,
      command: 'incident open',
      outcome: 'done',
      incident: {
        state: 'open',
        reported: 'lost-device',
        dayZero: '2026-03-02',
        occurredOn: '2026-03-01',
        affected: [
          { jurisdiction: 'CA', count: 300 },
          { jurisdiction: 'NY', count: null },
        ],
        phiTypes: ['name', 'ssn'],
      },
    });
    expect(responder.world.register.stream.map(({ kind }) => kind)).toEqual(['incident']);
    expect(responder.entries(document.incident.id)[0]).toMatchObject({ source: 'Call from operations' });
  });

  it('asks one by one at a terminal, and again where an answer cannot be', async () => {
    const responder = new Responder();
    const answers = ['laptop', '2', '2026-13-01', '2026-03-02', '', 'CA:3', 'CA=3', 'name', '', 'yes'];
    const { exitCode, stdout, stderr } = await responder.run(['open'], answers);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('2 lost-device: A device or a data carrier was lost');
    expect(stderr).toContain("'--type' must be one of");
    expect(stderr).toContain("'--discovered-on' must be a date that exists");
    expect(stderr).toContain("'--affected' must be people by State");
    expect(stdout).toContain('Day 0: 2026-03-02 (2 days ago)');
    expect(stdout).not.toContain('?');
  });

  it('asks for the business associate where a vendor tells of it', async () => {
    const responder = new Responder();
    const answers = ['vendor-report', '', '', '', '', '2026-02-01', '2026-03-03', 'yes', '', 'yes'];
    const { document } = await responder.json(['open'], answers);
    expect(document.incident.dayZero).toBe('2026-02-01');
    expect(responder.stored(document.incident.id)?.facts.businessAssociate).toEqual({
      discoveredOn: '2026-02-01',
      agent: true,
      toldUsOn: '2026-03-03',
    });
  });

  it.each([
    ['the end of the input', ['1', '']],
    ['no', ['1', '', '', '', '', '', 'no']],
    ['answers that never can be', ['a', 'b', 'c', 'd', 'e', '1', '', '', '', '', '', 'yes']],
  ])('records nothing after %s', async (_what, answers) => {
    const responder = new Responder();
    const { exitCode, stdout } = await responder.run(['open'], answers);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(responder.world.register.incidents.size).toBe(0);
  });

  describe('from a file', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'incident-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(['report.json', '-'])('reads %s', async (file) => {
      const text = JSON.stringify({
        type: 'misdirected-message',
        discoveredOn: '2026-03-02',
        affected: [{ jurisdiction: 'TX', count: 1 }],
        phiTypes: ['diagnosis'],
        source: 'Call of the recipient',
      });
      writeFileSync(path.join(folder, 'report.json'), text);
      const responder = new Responder();
      responder.folder = folder;
      const { exitCode, document } = await responder.json(['open', '--file', file], undefined, text);
      expect([exitCode, document.incident.reported]).toEqual([0, 'misdirected-message']);
    });

    it.each([
      ['[]', 'the file must hold a JSON object'],
      ['{"type":', 'the file must hold a JSON object'],
      ['{"type":1}', "'type' must be a text"],
      ['{"type":"lost-device"}', '--discovered-on must be given where nobody can be asked'],
      ['{"type":"lost-device","discoveredOn":"2026-03-05"}', "must not be after 'asOf'"],
      ['{"type":"lost-device","discoveredOn":"2026-03-02","patients":[]}', 'there is no such field'],
      [
        '{"type":"lost-device","discoveredOn":"2026-03-02","affected":[{"jurisdiction":"CA","count":-1}]}',
        'at least 0',
      ],
      [
        '{"type":"lost-device","discoveredOn":"2026-03-02","sent":[]}',
        "'sent' must be recorded by its own step",
      ],
      [
        '{"type":"lost-device","discoveredOn":"2026-03-02","secured":{}}',
        "'secured' must be recorded by its own step",
      ],
    ])('refuses %s with 2', async (text, message) => {
      const responder = new Responder();
      const { exitCode, stdout, stderr } = await responder.run(['open', '--file', '-'], undefined, text);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(responder.world.register.incidents.size).toBe(0);
    });
  });

  it.each([
    [[], '--type and --discovered-on must be given where nobody can be asked'],
    [['--type', 'fire', '--discovered-on', '2026-03-02'], "'--type' must be one of"],
    [[...FLAGS, '--affected', 'XX=1'], "'--affected' must name States"],
    [[...FLAGS, '--affected', 'CA=-1'], "'--affected' must be people by State"],
    [[...FLAGS, '--unreachable', 'many'], "'--unreachable' must be a number"],
    [[...FLAGS, '--associate-agent'], "'--associate-discovered-on' must stand with"],
    [[...FLAGS, '--discovered-on', '2027-03-02'], "must not be after 'asOf'"],
    [[...FLAGS, 'inc-1'], 'must stand without a name'],
    [[...FLAGS, '--file', '/nowhere/at/all'], "'FILE' must name a file"],
  ])('refuses %j with 2', async (args, message) => {
    const responder = new Responder();
    const { exitCode, stdout, stderr } = await responder.run(['open', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.world.register.incidents.size).toBe(0);
  });
});

describe('what a person writes', () => {
  const SOURCE = ['--source', 'Call of ward 4, 202-555-0143'];

  it('is refused where it holds identifiers and nobody can be asked, without repeating them', async () => {
    const responder = new Responder();
    const { exitCode, stdout, stderr } = await responder.run(['open', ...FLAGS, ...SOURCE]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain("'source' holds 1 identifier (PHONE)");
    expect(stderr).toContain('leave them out, or give --yes to have it kept redacted. Nothing was recorded.');
    expect(stderr).not.toContain('555-0143');
    expect(responder.world.register.incidents.size).toBe(0);
  });

  it('is kept redacted where --yes says so', async () => {
    const responder = new Responder();
    const { stdout, stderr } = await responder.run(['open', ...FLAGS, ...SOURCE, '--yes']);
    expect(stderr).toContain('Kept is:\n  Call of ward 4, [PHONE]');
    expect(stdout + stderr + JSON.stringify([...responder.world.register.entries.values()])).not.toContain(
      '0143',
    );
  });

  it.each([
    ['yes', 0],
    ['no', 2],
  ])('is shown as it would be kept, and asked about: %s', async (answer, exitCode) => {
    const responder = new Responder();
    const answers = ['1', '', '', '', '', 'Mail of someone@example.org', answer, 'yes'];
    const run = await responder.run(['open'], answers);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stderr).toContain('Mail of [EMAIL]');
    expect(responder.world.register.incidents.size).toBe(exitCode === 0 ? 1 : 0);
  });

  it('is bounded', async () => {
    const { exitCode, stderr } = await new Responder().run(['open', ...FLAGS, '--source', 'x'.repeat(301)]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'source' must have at most 300 characters, got: 301");
  });

  it('is redacted in a type of information that is no word of ours', async () => {
    const responder = new Responder();
    await responder.run(['open', ...FLAGS, '--phi', 'name,record of 078-05-1120', '--yes']);
    expect(JSON.stringify([...responder.world.register.incidents.values()])).not.toContain('078-05-1120');
  });
});
