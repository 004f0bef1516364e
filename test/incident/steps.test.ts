import { bucketChanged } from '../lambda/breach/use-cases/memory/events';
import { Responder } from './responder';

const NOBODY = `inc-${'0'.repeat(32)}`;
const WY = { affected: [{ jurisdiction: 'WY', count: 12 }] };

describe('hipaa incident link', () => {
  it('carries a case on with the earliest discovery of both, once the id is typed', async () => {
    const responder = new Responder();
    const into = await responder.signalled();
    const from = await responder.reported();
    const { exitCode, document, stderr } = await responder.json(['link', from, into], [from]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`${from} will be carried on in ${into}, and cannot be taken out again.`);
    expect(document).toMatchObject({
      command: 'incident link',
      outcome: 'done',
      from,
      into,
      incident: { id: into, dayZero: '2026-03-02', linkedFrom: [from] },
    });
    expect(responder.stored(from)?.state).toBe('linked');
    expect((await responder.run(['show', from])).stdout).toContain(`carried on in ${into}`);
  });

  it.each([
    ['another id', ['inc-1']],
    ['yes', ['yes']],
    ['the end of the input', []],
  ])('does nothing after %s', async (_what, answers) => {
    const responder = new Responder();
    const into = await responder.signalled();
    const from = await responder.reported();
    expect((await responder.run(['link', from, into], answers)).exitCode).toBe(2);
    expect(responder.stored(from)?.state).toBe('open');
  });

  it('needs --yes where nobody can be asked', async () => {
    const responder = new Responder();
    const into = await responder.signalled();
    const from = await responder.reported();
    const refused = await responder.run(['link', from, into]);
    expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('give --yes to confirm it. Nothing was done.');
    expect(responder.stored(from)?.state).toBe('open');
    expect((await responder.run(['link', from, into, '--yes'])).exitCode).toBe(0);
  });

  it('is refused with itself, and for a case that is nowhere', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const itself = await responder.json(['link', id, id, '--yes']);
    expect([itself.exitCode, itself.document.outcome]).toEqual([1, 'refused']);
    expect((await responder.run(['link', id, NOBODY, '--yes'])).exitCode).toBe(2);
    expect((await responder.run(['link', id])).exitCode).toBe(2);
  });
});

describe('hipaa incident facts', () => {
  it('sets what was found out, and the dates follow', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const { document } = await responder.json(['facts', id, '--affected', 'WY=12', '--phi', 'name']);
    expect(document.incident.affected).toEqual([{ jurisdiction: 'WY', count: 12 }]);
    expect(document.incident.obligations.map(({ key }: { key: string }) => key)).toContain('hhs-annual-log');
  });

  it('owes a notice again to people who are added after it was sent', async () => {
    const responder = new Responder();
    const id = await responder.reported(WY);
    const proof = ['--on', '2026-03-04', '--channel', 'mail', '--reference', 'folder 12', '--yes'];
    await responder.run(['notify', id, '--sent', 'individual-notice', ...proof]);
    const { document } = await responder.json(['facts', id, '--affected', 'WY=30']);
    const statuses = document.incident.obligations.map(
      ({ key, status }: { key: string; status: string }) => `${key} ${status}`,
    );
    expect(statuses).toContain('individual-notice pending');
  });

  it('never moves day 0 later, and says which paragraph says so', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const { exitCode, document } = await responder.json(['facts', id, '--discovered-on', '2026-03-03']);
    expect(exitCode).toBe(1);
    expect(document).toMatchObject({
      outcome: 'refused',
      refusals: [{ reason: 'day 0 is 2026-03-02 and never moves later', citation: '45 CFR 164.404(a)(2)' }],
    });
  });

  it.each([
    [[], 'a fact must be given'],
    [['--affected', 'ZZ=1'], "'--affected' must name States"],
    [['--discovered-on', '2030-01-01'], "must not be after 'asOf'"],
  ])('refuses %j with 2', async (args, message) => {
    const responder = new Responder();
    const id = await responder.reported();
    const { exitCode, stdout, stderr } = await responder.run(['facts', id, ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.entries(id)).toHaveLength(1);
  });

  it('refuses a field of a file that has a step of its own', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const text = '{"sent":[{"id":"individual-notice","on":"2026-03-04"}]}';
    const { exitCode, stdout } = await responder.run(['facts', id, '--file', '-'], undefined, text);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("'facts' must name some of");
    expect(responder.entries(id)).toHaveLength(1);
  });
});

describe('hipaa incident hold', () => {
  const WRITTEN = ['--kind', 'written', '--stated-on', '2026-03-04', '--until', '2026-06-01', '--yes'];

  it('moves the dates of a written hold, and says until when', async () => {
    const responder = new Responder();
    const id = await responder.reported(WY);
    const { exitCode, document } = await responder.json([
      'hold',
      id,
      ...WRITTEN,
      '--official',
      'FBI field office',
    ]);
    expect(exitCode).toBe(0);
    expect(document.incident.holds).toEqual([
      { kind: 'written', statedOn: '2026-03-04', until: '2026-06-01' },
    ]);
    const individual = document.incident.obligations.find(
      ({ key }: { key: string }) => key === 'individual-notice',
    );
    expect(individual).toMatchObject({ due: '2026-06-01', notBefore: '2026-06-01', left: '89 days left' });
    expect((await responder.run(['show', id])).stdout).toContain('not before 2026-06-01');
  });

  it('asks for an oral one, which holds for 30 days', async () => {
    const responder = new Responder();
    const id = await responder.reported(WY);
    const { exitCode } = await responder.run(['hold', id], ['oral', '', '', 'FBI field office', id]);
    expect(exitCode).toBe(0);
    expect(responder.stored(id)?.facts.holds).toEqual([
      { kind: 'oral', statedOn: '2026-03-04', until: null, official: 'FBI field office' },
    ]);
  });

  it.each([
    [['--kind', 'vague'], "'--kind' must be one of written, oral"],
    [['--kind', 'oral'], "'--stated-on' must be given"],
    [['--kind', 'oral', '--stated-on', '2026-02-30'], "'--stated-on' must be a date that exists"],
    [
      ['--kind', 'oral', '--stated-on', '2026-03-04', '--until', 'soon'],
      "'--until' must be a date that exists",
    ],
    [['--kind', 'oral', '--stated-on', '2026-03-04'], 'give --yes to confirm it'],
  ])('refuses %j with 2', async (args, message) => {
    const responder = new Responder();
    const id = await responder.reported();
    const { exitCode, stdout, stderr } = await responder.run(['hold', id, ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.entries(id)).toHaveLength(1);
  });

  it('is refused with 164.412 where its dates contradict each other', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const reversed = ['--kind', 'written', '--stated-on', '2026-03-04', '--until', '2026-03-01', '--yes'];
    const { exitCode, document } = await responder.json(['hold', id, ...reversed]);
    expect([exitCode, document.refusals[0].citation]).toEqual([1, '45 CFR 164.412']);
  });
});

describe('steps for which a person says why', () => {
  it('notes, with what identifies people left out once that is confirmed', async () => {
    const responder = new Responder();
    const id = await responder.reported();
    const text = 'Called 202-555-0143';
    expect((await responder.run(['note', id, '--text', text])).exitCode).toBe(2);
    expect((await responder.run(['note', id, '--text', text], ['yes'])).exitCode).toBe(0);
    expect(responder.entries(id).at(-1)).toMatchObject({ type: 'noted', text: 'Called [PHONE]' });
  });

  it('promotes a review, dismisses another, and takes a dismissed one up again', async () => {
    const responder = new Responder();
    const id = await responder.signalled(bucketChanged('records'));
    const step = async (name: string) =>
      (await responder.json([name, id, '--reason', 'It was looked into.'])).document.incident?.state;
    expect(await step('dismiss')).toBe('dismissed');
    expect(await step('promote')).toBe('open');
    expect(await step('dismiss')).toBeUndefined();
  });

  it('asks at a terminal, and refuses nothing as a reason', async () => {
    const responder = new Responder();
    const id = await responder.signalled(bucketChanged('records'));
    expect((await responder.run(['promote', id], ['It was real.'])).exitCode).toBe(0);
    expect((await responder.run(['note', id], [''])).exitCode).toBe(1);
    expect((await responder.run(['note', id])).exitCode).toBe(2);
    expect((await responder.run(['note', id, '--reason', 'x'])).exitCode).toBe(2);
  });
});

describe('hipaa incident settle', () => {
  it('records why an obligation without a modelled rule is not owed', async () => {
    const responder = new Responder();
    const id = await responder.reported(WY);
    const args = [
      'settle',
      id,
      'state:WY:not-modelled',
      '--basis',
      'Counsel: no notice under Wyoming law.',
      '--yes',
    ];
    const { exitCode, document } = await responder.json(args);
    expect(exitCode).toBe(0);
    expect(document.incident.obligations).toContainEqual(
      expect.objectContaining({ key: 'state:WY:not-modelled', status: 'settled' }),
    );
  });

  it('is refused, with its paragraph, for what is owed', async () => {
    const responder = new Responder();
    const id = await responder.reported(WY);
    const args = ['settle', id, 'individual-notice', '--basis', 'We would rather not.', '--yes'];
    const { exitCode, document } = await responder.json(args);
    expect([exitCode, document.refusals[0].citation]).toEqual([1, '45 CFR 164.404(b)']);
    expect((await responder.run(['settle', id, 'everything'])).exitCode).toBe(2);
    expect((await responder.run(['settle', id])).exitCode).toBe(2);
  });
});

describe('hipaa incident contain', () => {
  const BLOCK = ['--action', 'block-public-access', '--target', 'records', '--confirm-target'];

  it('shows what would change, and changes nothing, not even the register', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const { exitCode, document } = await responder.json(['contain', id, ...BLOCK]);
    expect([exitCode, document.outcome, document.changes]).toEqual([
      0,
      'planned',
      ['Public access is blocked.'],
    ]);
    expect((await responder.run(['contain', id, ...BLOCK])).stdout).toContain('nothing was changed');
    expect(responder.actions.calls).toEqual(['observe', 'observe']);
    expect(responder.entries(id)).toHaveLength(1);
  });

  it('takes the action once it is shown and confirmed, and puts it back', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const applied = await responder.run(['contain', id, ...BLOCK, '--apply'], [id]);
    expect([applied.exitCode, applied.stderr]).toEqual([
      0,
      expect.stringContaining('Public access is blocked.'),
    ]);
    const action = responder.stored(id)?.containment[0]?.id ?? '';
    const undo = ['contain', id, '--undo', action, '--target', 'records'];
    expect((await responder.run(undo)).exitCode).toBe(2);
    expect((await responder.run([...undo, '--yes'])).exitCode).toBe(0);
    expect(responder.actions.calls).toEqual(['observe', 'observe', 'apply records', 'undo records']);
    expect(responder.stored(id)?.containment[0]?.state).toBe('undone');
    expect(JSON.stringify(responder.entries(id))).not.toContain('"records"');
  });

  it('refuses what is not switched on, or a target that the case does not name: 1, nothing done', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const [, action = '', ...target] = BLOCK;
    const unnamed = ['contain', id, '--action', action, '--target', 'records', '--apply', '--yes'];
    const { exitCode, document } = await responder.json(unnamed);
    expect([exitCode, document.outcome]).toEqual([1, 'refused']);
    expect(document.refusals[0].reason).toContain('confirm that it is meant');
    // Nobody is asked to confirm what would be refused anyway.
    expect((await responder.run(unnamed.slice(0, -1))).exitCode).toBe(1);
    const off = ['contain', id, '--action', 'restart-trail', ...target, '--apply', '--yes'];
    expect((await responder.run(off)).stdout).toContain('restart-trail is not switched on');
    expect(responder.actions.calls.filter((call) => call !== 'observe')).toEqual([]);
  });

  it('marks as contained', async () => {
    const responder = new Responder();
    const id = await responder.signalled();
    const { document } = await responder.json([
      'contain',
      id,
      '--done',
      '--how',
      'The trail was started again.',
    ]);
    expect(document.incident.contained).toMatchObject({ at: '2026-03-04T15:00:00.000Z' });
  });

  it.each([
    [[], 'one of --action, --undo and --done must be given, got: none'],
    [['--done', '--undo', 'x'], 'got: undo and done'],
    [['--action', 'pull-the-plug', '--target', 'x'], "'--action' must be one of"],
    [['--action', 'restart-trail'], "'--target' must be given"],
    [['--action', 'block-public-access', '--target', 'no such shape'], "'target' must be a bucket"],
    [[...BLOCK, '--apply'], 'give --yes to confirm it'],
  ])('refuses %j with 2', async (args, message) => {
    const responder = new Responder();
    const id = await responder.signalled();
    const { exitCode, stdout, stderr } = await responder.run(['contain', id, ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(responder.entries(id)).toHaveLength(1);
  });
});

describe('hipaa incident test', () => {
  it('puts a marked test on the bus, and opens no case', async () => {
    const responder = new Responder();
    const { exitCode, document } = await responder.json(['test']);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({ command: 'incident test', outcome: 'done', test: { kind: 'test' } });
    expect(responder.pathMessages).toEqual([document.test]);
    expect(responder.world.register.incidents.size).toBe(0);
    expect((await responder.run(['test', 'now'])).exitCode).toBe(2);
  });
});
