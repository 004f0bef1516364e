import type { Purpose } from '../../../../lambda/records/domain/access/purpose';
import { entryId, OTHER_PATIENT, PATIENT, type Person, USERS, uuid } from '../support/people';
import { PURPOSE_OF, World } from '../support/world';

async function signedIn(person: Person) {
  const world = new World();
  const session = await world.signIn(person);
  world.events.length = 0;
  const ask = (
    method: string,
    path: string,
    options: { purpose?: Purpose; body?: unknown; version?: number } = {},
  ) => world.ask(method, path, { session, purpose: PURPOSE_OF[person], ...options });
  return { world, ask };
}

const RECORD = `/patients/${PATIENT}/record`;
const token = (world: World, patientId: string) => world.service.tokenize(patientId);

describe('reading a record', () => {
  it.each([
    ['physician', ['demographics', 'diagnosis', 'medications', 'labResults', 'notes', 'vitals', 'allergies']],
    ['nurse', ['demographics', 'medications', 'vitals', 'allergies']],
    ['billing', ['demographics', 'insurance', 'diagnosisCodes']],
    ['admin', ['demographics']],
    [
      'patient',
      [
        'demographics',
        'insurance',
        'diagnosis',
        'diagnosisCodes',
        'medications',
        'labResults',
        'notes',
        'vitals',
        'allergies',
      ],
    ],
  ] as const)('shows %s what the role may see, and audits exactly that', async (person, categories) => {
    const { world, ask } = await signedIn(person);
    const response = await ask('GET', RECORD);
    expect(Object.keys(JSON.parse(response.body).record)).toEqual(categories);
    expect(world.events).toEqual([
      {
        logVersion: 1,
        at: '2026-01-15T12:00:00.000Z',
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        who: USERS[person],
        role: person,
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        from: '192.0.2.7',
        action: 'read',
        resourceType: 'patient',
        resourceId: null,
        patientTokens: [token(world, PATIENT)],
        categories,
        purpose: PURPOSE_OF[person],
        outcome: 'allowed',
        reason: 'permitted',
        breakGlassId: null,
      },
    ]);
  });

  it('fetches from the store what is permitted and no more', async () => {
    const { world, ask } = await signedIn('nurse');
    const asked: string[][] = [];
    const run = world.records.run.bind(world.records);
    world.records.run = (actor, work) =>
      run(actor, (stores) => {
        const read = stores.patients.read.bind(stores.patients);
        stores.patients.read = (patientId, categories) => {
          asked.push([...categories]);
          return read(patientId, categories);
        };
        return work(stores);
      });
    await ask('GET', RECORD);
    expect(asked).toEqual([['demographics', 'medications', 'vitals', 'allergies']]);
  });

  it.each([
    ['physician', 'payment'],
    ['physician', 'emergency'],
    ['nurse', 'operations'],
    ['billing', 'treatment'],
    ['admin', 'treatment'],
    ['patient', 'treatment'],
    ['stranger', 'treatment'],
    ['otherPatient', 'patientRequest'],
  ] as const)('is refused to %s for %s', async (person, purpose) => {
    const { world, ask } = await signedIn(person);
    const response = await ask('GET', RECORD, { purpose });
    expect(response.status).toBe(403);
    expect(world.events).toEqual([
      expect.objectContaining({
        outcome: 'refused',
        reason: 'notPermitted',
        patientTokens: [token(world, PATIENT)],
      }),
    ]);
  });

  it('does not tell a patient who is unknown from one whom the caller must not see', async () => {
    const { ask } = await signedIn('stranger');
    const answers = await Promise.all([ask('GET', RECORD), ask('GET', `/patients/${uuid(999)}/record`)]);
    const [known, unknown] = answers.map(({ status, body }) => ({ status, error: JSON.parse(body).error }));
    expect(known).toEqual(unknown);
  });

  it('shows psychotherapy notes to the physician who wrote them, when asked for by name', async () => {
    const { ask } = await signedIn('physician');
    const { record } = JSON.parse((await ask('GET', `${RECORD}/psychotherapyNotes`)).body);
    expect(record.psychotherapyNotes.map(({ id }: { id: string }) => id)).toEqual([entryId(8)]);
    for (const person of ['nurse', 'billing', 'admin', 'patient', 'stranger'] as const) {
      const other = await signedIn(person);
      expect((await other.ask('GET', `${RECORD}/psychotherapyNotes`)).status).toBe(403);
    }
  });

  it('exports what may be exported, with a notice of what it is', async () => {
    const { world, ask } = await signedIn('patient');
    const copy = JSON.parse((await ask('POST', `/patients/${PATIENT}/export`)).body);
    expect(copy.notice).toContain('not de-identified');
    expect(Object.keys(copy.record)).not.toContain('psychotherapyNotes');
    expect(world.events).toEqual([expect.objectContaining({ action: 'export', outcome: 'allowed' })]);
    const nurse = await signedIn('nurse');
    expect((await nurse.ask('POST', `/patients/${PATIENT}/export`)).status).toBe(403);
  });
});

describe('searching', () => {
  const search = (body: object = { familyName: 'example' }) =>
    ['POST', '/patients/search', { body }] as const;

  it('shows summaries alone: initial and surname, ten years of age', async () => {
    const { world, ask } = await signedIn('admin');
    expect(JSON.parse((await ask(...search())).body)).toEqual({
      patients: [
        { patientId: PATIENT, name: 'A. Examplefamily', ageRange: '40-49' },
        { patientId: OTHER_PATIENT, name: 'B. Examplefamily', ageRange: '90+' },
      ],
      more: false,
    });
    expect(world.events).toEqual([
      expect.objectContaining({
        action: 'search',
        outcome: 'allowed',
        patientTokens: [token(world, PATIENT), token(world, OTHER_PATIENT)],
      }),
    ]);
  });

  it.each([
    ['physician', [PATIENT]],
    ['nurse', [PATIENT]],
    ['patient', [PATIENT]],
    ['otherPatient', [OTHER_PATIENT]],
    ['stranger', []],
    ['billing', [PATIENT, OTHER_PATIENT]],
  ] as const)(
    'shows %s those patients alone whom the policies let see, though the store gives all',
    async (person, ids) => {
      const { ask } = await signedIn(person);
      const { patients } = JSON.parse((await ask(...search())).body);
      expect(patients.map(({ patientId }: { patientId: string }) => patientId)).toEqual(ids);
    },
  );

  it('is refused for a purpose that never lets see', async () => {
    const { world, ask } = await signedIn('billing');
    const [method, path, options] = search();
    expect((await ask(method, path, { ...options, purpose: 'treatment' })).status).toBe(403);
    expect(world.events).toEqual([expect.objectContaining({ action: 'search', outcome: 'refused' })]);
  });

  it.each([
    [{}],
    [{ givenName: 'Anna' }],
    [{ familyName: 'E' }],
    [{ familyName: 'Example', limit: 1000 }],
    [{ familyName: ['Example'] }],
    [{ familyName: { $ne: '' } }],
    [{ familyName: 'x'.repeat(101) }],
    [{ familyName: 'a\u0000b' }],
    [{ familyName: 'a\u202eb' }],
    [{ birthDate: '1980-02-30' }],
    [{ birthDate: '0000-01-01' }],
  ])('refuses %j', async (body) => {
    const { ask } = await signedIn('admin');
    expect((await ask(...search(body))).status).toBe(400);
  });

  it('shows 25 at most, and says that there are more', async () => {
    const { world, ask } = await signedIn('billing');
    const [record] = Object.values(world.records.state.records);
    if (record === undefined) throw new Error('there must be a record');
    for (let number = 0; number < 40; number += 1) world.records.state.records[uuid(400 + number)] = record;
    const { patients, more } = JSON.parse((await ask(...search())).body);
    expect(patients).toHaveLength(25);
    expect(more).toBe(true);
    expect(world.events.at(-1)?.patientTokens).toHaveLength(25);
  });
});

describe('changing a record', () => {
  it('adds, changes and deletes an entry, and takes no change of an older version', async () => {
    const { world, ask } = await signedIn('nurse');
    const body = { substance: 'Latex', reaction: null, severity: 'mild' };
    const { entryId: id } = JSON.parse((await ask('POST', `${RECORD}/allergies`, { body })).body);
    const path = `${RECORD}/allergies/${id}`;
    expect((await ask('PUT', path, { body: { ...body, severity: 'severe' }, version: 1 })).status).toBe(204);
    expect((await ask('PUT', path, { body, version: 1 })).status).toBe(412);
    expect((await ask('PUT', path, { body })).status).toBe(428);
    expect(world.records.state.records[PATIENT]?.allergies.at(-1)).toMatchObject({
      version: 2,
      authorId: USERS.nurse,
      content: { severity: 'severe' },
    });
    expect((await ask('DELETE', path, { version: 2 })).status).toBe(403);
    expect(
      world.events.map(({ action, outcome, reason, resourceId }) => [action, outcome, reason, resourceId]),
    ).toEqual([
      ['write', 'allowed', 'permitted', id],
      ['write', 'allowed', 'permitted', id],
      ['write', 'refused', 'versionConflict', id],
      ['write', 'refused', 'versionMissing', id],
      ['delete', 'refused', 'notPermitted', id],
    ]);
  });

  it('makes a diagnosis with its code, which billing sees and the physician need not', async () => {
    const { world, ask } = await signedIn('physician');
    const body = { description: 'Diabetes', code: 'E11.9', diagnosedOn: '2026-01-15' };
    const { entryId: id } = JSON.parse((await ask('POST', `${RECORD}/diagnosis`, { body })).body);
    const record = () => world.records.state.records[PATIENT];
    expect(record()?.diagnosis.at(-1)).toMatchObject({ id, content: { description: 'Diabetes' } });
    expect(record()?.diagnosisCodes.at(-1)).toMatchObject({ id, content: { code: 'E11.9' } });
    expect(record()?.diagnosis.at(-1)?.content).not.toHaveProperty('code');
    expect(world.events).toEqual([
      expect.objectContaining({ action: 'diagnose', categories: ['diagnosis', 'diagnosisCodes'] }),
    ]);
    expect((await ask('DELETE', `${RECORD}/diagnosis/${id}`, { version: 1 })).status).toBe(204);
    expect(record()?.diagnosisCodes.map((entry) => entry.id)).not.toContain(id);
  });

  it.each(['nurse', 'billing', 'admin', 'patient', 'stranger'] as const)(
    'lets no %s make a diagnosis',
    async (person) => {
      const { world, ask } = await signedIn(person);
      const body = { description: 'Diabetes', code: 'E11.9', diagnosedOn: '2026-01-15' };
      expect((await ask('POST', `${RECORD}/diagnosis`, { body })).status).toBe(403);
      expect(world.records.commits).toBe(0);
    },
  );

  it("lets nobody change another one's psychotherapy note", async () => {
    const { world, ask } = await signedIn('physician');
    const before = structuredClone(world.records.state);
    const body = { text: 'Changed.', sessionOn: '2026-01-11' };
    expect(
      (await ask('PUT', `${RECORD}/psychotherapyNotes/${entryId(9)}`, { body, version: 1 })).status,
    ).toBe(403);
    expect((await ask('DELETE', `${RECORD}/psychotherapyNotes/${entryId(9)}`, { version: 1 })).status).toBe(
      403,
    );
    expect(world.records.state).toEqual(before);
  });

  it('changes nothing that is not there', async () => {
    const { ask } = await signedIn('physician');
    const body = { text: 'x', writtenOn: '2026-01-15' };
    expect((await ask('PUT', `${RECORD}/notes/${uuid(999)}`, { body, version: 1 })).status).toBe(404);
    expect((await ask('DELETE', `${RECORD}/notes/${uuid(999)}`, { version: 1 })).status).toBe(404);
  });

  it('is audited as failed when what was allowed could not be committed', async () => {
    const { world, ask } = await signedIn('nurse');
    world.records.commitFails = true;
    const body = { substance: 'Latex', reaction: null, severity: 'mild' };
    expect((await ask('POST', `${RECORD}/allergies`, { body })).status).toBe(503);
    expect(world.events.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['allowed', 'permitted'],
      ['failed', 'notCommitted'],
    ]);
    expect(world.reports.at(-1)).toMatchObject({ status: 503, errorClass: 'Error' });
  });

  it('is audited before it is committed', async () => {
    const { world, ask } = await signedIn('nurse');
    const commitsAtAudit: number[] = [];
    world.auditFails = () => {
      commitsAtAudit.push(world.records.commits);
      return false;
    };
    const body = { substance: 'Latex', reaction: null, severity: 'mild' };
    await ask('POST', `${RECORD}/allergies`, { body });
    expect(commitsAtAudit).toEqual([0]);
    expect(world.records.commits).toBe(1);
  });

  it('registers a patient, whose identifiers are written and never read', async () => {
    const { world, ask } = await signedIn('admin');
    const { familyName, givenName, birthDate } = {
      familyName: 'New',
      givenName: 'Carla',
      birthDate: '2000-01-01',
    };
    const { patientId } = JSON.parse(
      (await ask('POST', '/patients', { body: { familyName, givenName, birthDate, sex: 'unknown' } })).body,
    );
    const path = `/patients/${patientId}/record/identifiers`;
    expect((await ask('PUT', path, { body: { ssn: '987-65-4321' }, version: 0 })).status).toBe(204);
    expect((await ask('GET', path)).status).toBe(403);
    expect(world.records.state.records[patientId]?.identifiers?.content.ssn).toBe('987-65-4321');
    expect(JSON.stringify(world.events)).not.toContain(patientId);
  });
});

describe('administration', () => {
  it('gives a physician a patient, and takes the patient back', async () => {
    const world = new World();
    const admin = await world.signIn('admin');
    const stranger = await world.signIn('stranger');
    const path = `/patients/${PATIENT}/care-team/${USERS.stranger}`;
    const read = async () =>
      (await world.ask('GET', RECORD, { session: stranger, purpose: 'treatment' })).status;
    expect(await read()).toBe(403);
    expect((await world.ask('PUT', path, { session: admin, purpose: 'operations' })).status).toBe(204);
    expect(await read()).toBe(200);
    expect((await world.ask('DELETE', path, { session: admin, purpose: 'operations' })).status).toBe(204);
    expect(await read()).toBe(403);
    expect((await world.ask('DELETE', path, { session: admin, purpose: 'operations' })).status).toBe(404);
  });

  it('lets nobody change their own role', async () => {
    const { world, ask } = await signedIn('admin');
    const body = { subject: 'subject-admin', role: 'physician', active: true };
    expect((await ask('PUT', `/staff/${USERS.admin}`, { body })).status).toBe(403);
    expect(world.events).toEqual([expect.objectContaining({ outcome: 'refused', reason: 'ownAccount' })]);
  });

  it('gives no subject to two people, and makes no patient a member of staff', async () => {
    const { ask } = await signedIn('admin');
    const taken = { subject: 'subject-nurse', role: 'nurse', active: true };
    expect((await ask('PUT', `/staff/${uuid(50)}`, { body: taken })).status).toBe(409);
    const path = `/patients/${PATIENT}/account`;
    expect((await ask('PUT', path, { body: { subject: 'subject-nurse' } })).status).toBe(409);
    expect((await ask('PUT', `/staff/${uuid(50)}`, { body: { ...taken, role: 'patient' } })).status).toBe(
      400,
    );
  });

  it.each(['physician', 'nurse', 'billing', 'patient'] as const)('is refused to %s', async (person) => {
    const { world, ask } = await signedIn(person);
    for (const purpose of ['operations', PURPOSE_OF[person]] as const) {
      const path = `/patients/${PATIENT}/care-team/${USERS.stranger}`;
      expect((await ask('PUT', path, { purpose })).status).toBe(403);
    }
    expect(world.records.commits).toBe(0);
  });
});
