import { PATIENT, type Person, USERS, uuid } from '../support/people';
import { World } from '../support/world';

const RECORD = `/patients/${PATIENT}/record`;
const MINUTE_MS = 60_000;
const REQUEST = {
  patientId: PATIENT,
  reason: 'unconscious',
  justification: 'Found unconscious in the lobby.',
};

async function opened(person: Person = 'stranger') {
  const world = new World();
  const session = await world.signIn(person);
  const response = await world.ask('POST', '/break-glass', { session, purpose: 'emergency', body: REQUEST });
  const read = (purpose: 'emergency' | 'treatment' = 'emergency') =>
    world.ask('GET', RECORD, { session, purpose });
  return { world, session, response, read };
}

describe('opening a record in an emergency', () => {
  it('grants access for an hour, tells security at once and sets a review', async () => {
    const { world, response, read } = await opened();
    expect(response.status).toBe(201);
    const grant = JSON.parse(response.body);
    expect(grant).toEqual({
      grantId: expect.any(String),
      expiresAt: '2026-01-15T13:00:00.000Z',
      reviewDueAt: '2026-01-18T12:00:00.000Z',
    });
    expect(world.alerts).toEqual([
      {
        grantId: grant.grantId,
        userId: USERS.stranger,
        patientToken: world.service.tokenize(PATIENT),
        reason: 'unconscious',
        grantedAt: new Date('2026-01-15T12:00:00Z'),
        expiresAt: new Date('2026-01-15T13:00:00Z'),
        reviewDueAt: new Date('2026-01-18T12:00:00Z'),
        correlationId: expect.any(String),
      },
    ]);
    expect((await read()).status).toBe(200);
    expect(world.events.slice(-2)).toEqual([
      expect.objectContaining({ action: 'breakGlassOpen', outcome: 'allowed', breakGlassId: grant.grantId }),
      expect.objectContaining({ action: 'read', purpose: 'emergency', breakGlassId: grant.grantId }),
    ]);
  });

  it('gives nothing for another purpose, another patient, or after the hour', async () => {
    const { world, session, read } = await opened();
    expect((await read('treatment')).status).toBe(403);
    const other = `/patients/${uuid(102)}/record`;
    expect((await world.ask('GET', other, { session, purpose: 'emergency' })).status).toBe(403);
    for (let minutes = 0; minutes < 50; minutes += 10) {
      world.wait(10 * MINUTE_MS);
      expect((await read()).status).toBe(200);
    }
    world.wait(10 * MINUTE_MS);
    expect((await read()).status).toBe(403);
  });

  it('gives a nurse no more than nurses see', async () => {
    const { read } = await opened('nurse');
    expect(Object.keys(JSON.parse((await read()).body).record)).toEqual([
      'demographics',
      'medications',
      'vitals',
      'allergies',
    ]);
  });

  it('gives neither psychotherapy notes nor copies nor deletions', async () => {
    const { world, session } = await opened();
    const ask = (method: string, path: string, version?: number) =>
      world.ask(method, path, { session, purpose: 'emergency', version });
    expect((await ask('GET', `${RECORD}/psychotherapyNotes`)).status).toBe(403);
    expect((await ask('POST', `/patients/${PATIENT}/export`)).status).toBe(403);
    expect((await ask('DELETE', `${RECORD}/notes/${uuid(205)}`, 1)).status).toBe(403);
  });

  it('is refused when security cannot be told, and leaves no grant', async () => {
    const world = new World();
    world.alertsFail = true;
    const session = await world.signIn('stranger');
    const ask = () => world.ask('POST', '/break-glass', { session, purpose: 'emergency', body: REQUEST });
    expect((await ask()).status).toBe(503);
    expect(world.records.state.grants).toEqual([]);
    expect(world.events.at(-1)).toMatchObject({ action: 'breakGlassOpen', outcome: 'failed' });
    expect((await world.ask('GET', RECORD, { session, purpose: 'emergency' })).status).toBe(403);
  });

  it('tells nobody of a grant that was refused', async () => {
    const world = new World();
    const session = await world.signIn('stranger');
    const body = { ...REQUEST, patientId: uuid(999) };
    expect((await world.ask('POST', '/break-glass', { session, purpose: 'emergency', body })).status).toBe(
      404,
    );
    expect(world.alerts).toEqual([]);
  });

  it.each(['billing', 'admin', 'patient'] as const)('is refused to %s', async (person) => {
    const { world, response } = await opened(person);
    expect(response.status).toBe(403);
    expect(world.alerts).toEqual([]);
  });

  it.each([
    ['no reason', { reason: undefined }],
    ['a reason of its own', { reason: 'curious' }],
    ['no justification', { justification: '' }],
    ['a word for a justification', { justification: 'urgent' }],
    ['a justification of blanks', { justification: ' '.repeat(40) }],
  ])('is refused with %s', async (_what, changes) => {
    const world = new World();
    const session = await world.signIn('stranger');
    const body = { ...REQUEST, ...changes };
    expect((await world.ask('POST', '/break-glass', { session, purpose: 'emergency', body })).status).toBe(
      400,
    );
    expect(world.records.state.grants).toEqual([]);
  });

  it('needs the purpose that it is for', async () => {
    const world = new World();
    const session = await world.signIn('stranger');
    expect(
      (await world.ask('POST', '/break-glass', { session, purpose: 'treatment', body: REQUEST })).status,
    ).toBe(403);
  });

  it('keeps the justification out of audit log, alert and answer', async () => {
    const { world, response } = await opened();
    expect(JSON.stringify([world.events, world.alerts, world.reports, response])).not.toContain('lobby');
    expect(world.records.state.grants[0]?.justification).toContain('lobby');
  });
});

describe('reviewing emergency access', () => {
  async function reviewing() {
    const { world, response, read } = await opened();
    const { grantId } = JSON.parse(response.body);
    const admin = await world.signIn('admin');
    const review = (outcome: string, session = admin) =>
      world.ask('POST', `/break-glass/${grantId}/review`, {
        session,
        purpose: 'operations',
        body: { outcome },
      });
    const list = async () =>
      JSON.parse(
        (await world.ask('GET', '/break-glass/unreviewed', { session: admin, purpose: 'operations' })).body,
      ).grants;
    return { world, grantId, read, review, list, admin };
  }

  it('lists what is not reviewed, with the reason in words, and says when it is overdue', async () => {
    const { world, grantId, list } = await reviewing();
    expect(await list()).toEqual([
      expect.objectContaining({ grantId, justification: REQUEST.justification, overdue: false }),
    ]);
    expect(JSON.stringify(await list())).not.toContain(PATIENT);
    expect(world.events.at(-1)).toMatchObject({ action: 'administer', resourceType: 'breakGlass' });
    world.wait(73 * 60 * MINUTE_MS);
    const admin = await world.signIn('admin');
    const later = await world.ask('GET', '/break-glass/unreviewed', {
      session: admin,
      purpose: 'operations',
    });
    expect(JSON.parse(later.body).grants[0]).toMatchObject({ overdue: true });
  });

  it('ends a grant at once that was not justified, and not one that was', async () => {
    const unjustified = await reviewing();
    expect((await unjustified.review('notJustified')).status).toBe(204);
    expect((await unjustified.read()).status).toBe(403);
    const justified = await reviewing();
    expect((await justified.review('justified')).status).toBe(204);
    expect((await justified.read()).status).toBe(200);
    expect(await justified.list()).toEqual([]);
  });

  it('happens once', async () => {
    const { review } = await reviewing();
    await review('justified');
    expect((await review('notJustified')).status).toBe(409);
  });

  it('is not for the one who was granted, whatever they are by now', async () => {
    const { world, review, grantId } = await reviewing();
    const grant = world.records.state.grants.find(({ id }) => id === grantId);
    if (grant === undefined) throw new Error('there must be a grant');
    world.records.state.grants = [{ ...grant, userId: USERS.admin }];
    expect((await review('justified')).status).toBe(403);
    expect((await review('justified', await world.signIn('otherAdmin'))).status).toBe(204);
  });

  it('is refused to those who treat', async () => {
    const { world, review } = await reviewing();
    expect((await review('justified', await world.signIn('physician'))).status).toBe(403);
  });
});
