import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaa } from '../support/run-command';
import { Responder } from './responder';

const FACTORS = [
  'A list of appointments without diagnoses.',
  'A colleague of another ward.',
  'It was not opened, as the mail server shows.',
  'It was deleted, as the recipient wrote.',
];
const LOW = ['low-probability'];
const WY = { affected: [{ jurisdiction: 'WY', count: 12 }] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'incident-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function responderIn(): Responder {
  const responder = new Responder();
  responder.folder = folder;
  return responder;
}

/** Writes a file and gives its name. */
function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

describe('hipaa incident assess', () => {
  it('asks for the four factors one by one, each with its paragraph', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    const { exitCode, stdout, stderr } = await responder.run(['assess', id], ['1', ...FACTORS, ...LOW]);
    expect(exitCode).toBe(0);
    for (const part of ['(i)', '(ii)', '(iii)', '(iv)'])
      expect(stderr).toContain(`45 CFR 164.402 Breach (2)${part}`);
    expect(stdout).toContain(
      'Assessed: low-probability. The presumption of breach is overcome (45 CFR 164.402).',
    );
    expect(responder.stored(id)?.facts.assessment?.factors.nature).toBe(FACTORS[0]);
  });

  it('records an assessment that lacks a factor, and says that a breach is presumed', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    const { exitCode, stdout } = await responder.run(
      ['assess', id],
      ['factors', '', ...FACTORS.slice(1), ...LOW],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'A breach is presumed (45 CFR 164.402), and notices are due. Missing: factors.nature.',
    );
    expect(responder.stored(id)?.facts.assessment).toBeNull();
  });

  it('asks for what shows that the information was secured, or which exclusion covers it', async () => {
    const responder = responderIn();
    const secured = await responder.reported();
    const answers = [
      'secured',
      'AES-256 of the disk',
      'No use of the key in the log',
      'Report of operations',
    ];
    expect((await responder.json(['assess', secured], answers)).document.incident.assessed.outcome).toBe(
      'secured',
    );
    const excluded = await responder.reported();
    const exclusion = ['exclusion', 'not-retained', 'The letter came back unopened.'];
    const { document } = await responder.json(['assess', excluded], exclusion);
    expect(document.incident.assessed.outcome).toBe('not-retained');
  });

  it('reads a file, or options', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    const [nature, recipient, acquired, mitigation] = FACTORS;
    const assessment = { outcome: 'low-probability', factors: { nature, recipient, acquired, mitigation } };
    file('assessment.json', JSON.stringify({ assessedOn: '2026-03-03', assessment }));
    const fromFile = await responder.json(['assess', id, '--file', 'assessment.json']);
    expect(fromFile.document.incident.assessed).toMatchObject({
      outcome: 'low-probability',
      presumption: 'overcome',
    });
    const other = await responder.reported();
    const options = [
      ...['--nature', nature, '--recipient', recipient, '--acquired', acquired, '--mitigation', mitigation],
      ...['--outcome', 'breach'],
    ].map(String);
    const fromOptions = await responder.json(['assess', other, ...options]);
    expect(fromOptions.document.incident.assessed).toMatchObject({
      outcome: 'breach',
      presumption: 'stands',
    });
  });

  it('keeps what identifies people out of the register and the archive, and asks before', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    const answers = ['1', 'Record 078-05-1120 of a patient', ...FACTORS.slice(1), ...LOW];
    expect((await responder.run(['assess', id], [...answers, 'no'])).exitCode).toBe(2);
    expect(responder.entries(id)).toHaveLength(1);
    expect((await responder.run(['assess', id], [...answers, 'yes'])).exitCode).toBe(0);
    const kept = JSON.stringify([...responder.world.register.entries, ...responder.world.archive.objects]);
    expect(kept).toContain('Record [SSN] of a patient');
    expect(kept).not.toContain('078-05-1120');
  });

  it.each([
    [[], "'--file' or '--outcome' must be given"],
    [['--nature', 'x'], "'--outcome' must stand with the four factors"],
    [['--outcome', 'maybe'], "'assessment.outcome' must be one of"],
    [['--outcome', 'breach', '--file', 'x'], "'--file' must stand without"],
    [['--file', 'nowhere.json'], "'FILE' must name a file"],
    [['--outcome', 'breach', '--assessed-on', '2026-02-30'], "'--assessed-on' must be a date that exists"],
  ])('refuses %j with 2', async (args, message) => {
    const responder = responderIn();
    const id = await responder.reported();
    const { exitCode, stdout, stderr } = await responder.run(['assess', id, ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.entries(id)).toHaveLength(1);
  });

  it('is refused with its paragraph for a day that has not come', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    const args = ['assess', id, '--outcome', 'breach', '--assessed-on', '2026-03-05'];
    const { exitCode, document } = await responder.json(args);
    expect([exitCode, document.refusals[0].citation]).toEqual([1, '45 CFR 164.402 Breach (2)']);
  });
});

describe('hipaa incident notify', () => {
  it('writes drafts that only their owner reads, says what is missing, and writes over none', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    const args = ['notify', id, '--draft', 'individual,hhs', '--out', 'drafts'];
    const { exitCode, document } = await responder.json(args);
    expect(exitCode).toBe(0);
    expect(document.drafts.map(({ file: name }: { file: string }) => name)).toEqual([
      `${id}-individual.md`,
      `${id}-hhs.md`,
    ]);
    expect(document.drafts[0].missing).toContain('the name of the organization');
    const draft = path.join(folder, 'drafts', `${id}-individual.md`);
    expect(readFileSync(draft, 'utf8')).toContain('# Notice of a breach of your health information');
    expect(statSync(draft).mode & 0o077).toBe(0);
    const again = await responder.run(args);
    expect([again.exitCode, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('somebody may have worked on it');
    expect(responder.entries(id)).toHaveLength(3);
  });

  it('takes what a notice says from a file, and keeps a redacted copy', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    file('details.json', JSON.stringify({ organization: 'The clinic', summary: 'Call 202-555-0143' }));
    await responder.run(['notify', id, '--draft', 'all', '--details', 'details.json', '--out', '.']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toHaveLength(3);
    expect(readFileSync(path.join(folder, `${id}-individual.md`), 'utf8')).toContain('202-555-0143');
    expect(JSON.stringify([...responder.world.archive.objects])).not.toContain('555-0143');
  });

  it('records a sending with its date, its way, where the proof is, and the hash of the document', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    file('letter.pdf', 'the letter');
    const { exitCode, document } = await responder.json([
      ...['notify', id, '--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'mail'],
      ...['--reference', 'folder 12 of the archive', '--document', 'letter.pdf', '--yes'],
    ]);
    expect(exitCode).toBe(0);
    const sha256 = createHash('sha256').update('the letter').digest('hex');
    expect(document.sent).toEqual({
      id: 'individual-notice',
      on: '2026-03-04',
      channel: 'mail',
      proof: { sha256, reference: 'mail: folder 12 of the archive' },
    });
    expect(document.incident.sent).toEqual([{ id: 'individual-notice', on: '2026-03-04' }]);
    expect(responder.entries(id).at(-1)).toMatchObject({ proof: { sha256 } });
  });

  it('asks for what was not given at a terminal', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    const answers = ['', 'hhs-portal', 'docket 7', id];
    const { exitCode } = await responder.run(['notify', id, '--sent', 'individual-notice'], answers);
    expect(exitCode).toBe(0);
    expect(responder.entries(id).at(-1)).toMatchObject({
      on: '2026-03-04',
      proof: { sha256: null, reference: 'hhs-portal: docket 7' },
    });
  });

  it('is refused without proof, with 164.414(b), and before a hold ends, with 164.412', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    const sent = ['notify', id, '--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'mail'];
    const bare = await responder.run(['notify', id, '--sent', 'individual-notice'], ['', 'mail', '', id]);
    expect([bare.exitCode, bare.stdout]).toEqual([1, expect.stringContaining('45 CFR 164.414(b)')]);
    const hold = ['--kind', 'written', '--stated-on', '2026-03-04', '--until', '2026-06-01', '--yes'];
    await responder.run(['hold', id, ...hold]);
    const early = await responder.json([...sent, '--reference', 'folder 12', '--yes']);
    expect([early.exitCode, early.document.refusals[0].citation]).toEqual([1, '45 CFR 164.412']);
    const explained = [...sent, '--reference', 'folder 12', '--despite-hold', 'Counsel agreed.', '--yes'];
    expect((await responder.run(explained)).exitCode).toBe(0);
  });

  it.each([
    [[], 'one of --draft and --sent must be given, got: none'],
    [['--draft', 'individual'], "'--out' must name the directory"],
    [['--draft', 'poem', '--out', 'x'], "'--draft' must be one of"],
    [['--draft', 'hhs', '--out', 'x', '--details', 'd'], "'FILE' must name a file"],
    [['--sent', 'a-letter'], "'--sent' must be an obligation"],
    [['--sent', 'individual-notice'], '--on and --channel must be given'],
    [
      ['--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'pigeon'],
      "'--channel' must be one of",
    ],
    [
      ['--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'mail'],
      'a sending needs proof (45 CFR 164.414(b))',
    ],
    [
      ['--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'mail', '--sha256', 'x'],
      '64 hexadecimal',
    ],
    [
      ['--sent', 'individual-notice', '--on', '2026-03-04', '--channel', 'mail', '--reference', 'folder 12'],
      'give --yes to confirm it',
    ],
  ])('refuses %j with 2', async (args, message) => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    const { exitCode, stdout, stderr } = await responder.run(['notify', id, ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.entries(id)).toHaveLength(1);
  });
});

describe('hipaa incident close', () => {
  it('is refused with every paragraph that stands against it, and asks nothing then', async () => {
    const responder = responderIn();
    const id = await responder.reported(WY);
    const { exitCode, document, stderr } = await responder.json(['close', id]);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(document.outcome).toBe('refused');
    expect(document.refusals.map(({ citation }: { citation: string }) => citation)).toEqual(
      expect.arrayContaining(['45 CFR 164.402 Breach (2)', '45 CFR 164.404(b)', '45 CFR 164.408(c)']),
    );
    const text = await responder.run(['close', id]);
    expect(text.stdout).toContain('REFUSED, nothing was recorded:');
    expect(text.stdout).toContain('individual-notice is open, due 2026-05-01 (45 CFR 164.404(b))');
    expect(responder.stored(id)?.state).toBe('open');
  });

  it('closes what owes nothing, once the id is typed, and locks its evidence', async () => {
    const responder = responderIn();
    const id = await responder.signalled();
    await responder.run(['assess', id], ['1', ...FACTORS, ...LOW]);
    expect((await responder.run(['close', id], ['yes'])).exitCode).toBe(2);
    expect((await responder.run(['close', id])).exitCode).toBe(2);
    expect(responder.stored(id)?.state).toBe('open');
    const { exitCode, document } = await responder.json(['close', id], [id]);
    expect(exitCode).toBe(0);
    expect(document.incident).toMatchObject({
      state: 'closed',
      closed: { retainUntil: '2032-03-04', locked: true },
    });
    expect((await responder.run(['close', id, '--yes'])).stdout).toContain('it is closed: reopen it first');
    expect((await responder.run(['reopen', id, '--reason', 'New facts.'])).exitCode).toBe(0);
  });
});

describe('hipaa incident export', () => {
  it('writes a case file, and a chain that audit verify accepts', async () => {
    const responder = responderIn();
    const id = await responder.signalled();
    await responder.run(['assess', id], ['1', ...FACTORS, ...LOW]);
    await responder.run(['close', id, '--yes']);
    const { exitCode, document } = await responder.json(['export', id, '--out', 'case']);
    expect(exitCode).toBe(0);
    const names = [`${id}.md`, `${id}.json`, `${id}.jsonl`, `${id}.head.json`];
    expect(document.files.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(document.chain.verdict).toBe('intact');
    const full = (name: string) => path.join(folder, 'case', name);
    expect(readFileSync(full(`${id}.md`), 'utf8')).toContain(`# Case ${id}`);
    expect(JSON.parse(readFileSync(full(`${id}.json`), 'utf8'))).toMatchObject({ schemaVersion: 1 });
    expect(statSync(full(`${id}.jsonl`)).mode & 0o077).toBe(0);
    const verified = await hipaa(['audit', 'verify', full(`${id}.jsonl`)]);
    expect([verified.exitCode, verified.stdout]).toEqual([0, expect.stringContaining('INTACT')]);
    expect((await responder.run(['export', id, '--out', 'case'])).exitCode).toBe(0);
  });

  it('writes nothing, and ends with 1, where the timeline was altered or cut', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    await responder.run(['acknowledge', id]);
    const { entries } = responder.world.register;
    entries.set(id, (entries.get(id) ?? []).slice(0, 1));
    const { exitCode, document } = await responder.json(['export', id, '--out', 'case']);
    expect([exitCode, document.chain.verdict, document.files]).toEqual([1, 'broken', []]);
    expect(readdirSync(folder)).toEqual([]);
    expect((await responder.json(['show', id])).document.chain.verdict).toBe('broken');
  });

  it('refuses no directory, a file in its place, and a case that is nowhere, with 2', async () => {
    const responder = responderIn();
    const id = await responder.reported();
    file('taken', '');
    expect((await responder.run(['export', id])).stderr).toContain("'--out' must name the directory");
    expect((await responder.run(['export', id, '--out', 'taken'])).exitCode).toBe(2);
    expect((await responder.run(['export', `inc-${'0'.repeat(32)}`, '--out', 'case'])).exitCode).toBe(2);
  });
});
