import { parseNoticeDetails } from '../../../../lambda/breach/domain/notices/notice-details';
import { assessIncident } from '../../../../lambda/breach/use-cases/assess-incident';
import { closeIncident, lockEvidence } from '../../../../lambda/breach/use-cases/close-incident';
import { draftNotice } from '../../../../lambda/breach/use-cases/draft-notice';
import { exportCase } from '../../../../lambda/breach/use-cases/export-case';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { linkIncidents } from '../../../../lambda/breach/use-cases/link-incidents';
import { openIncident, type Report } from '../../../../lambda/breach/use-cases/open-incident';
import { sealHeads } from '../../../../lambda/breach/use-cases/seal-heads';
import { workOnCase } from '../../../../lambda/breach/use-cases/work-on-case';
import { readLine } from '../../../../lambda/shared/audit-chain/read-line';
import { isSignedBy, readSignedHead } from '../../../../lambda/shared/audit-chain/signed-head';
import { parseCivilDate } from '../../../../lambda/shared/calendar/civil-date';
import { breach, lowProbability } from './memory/assessments';
import { deliver } from './memory/deliver';
import { bucketChanged, trailStopped } from './memory/events';
import { createWorld, PUBLIC_KEY, type World } from './memory/memory-ports';
import { verifyTimelines } from './memory/verify-timeline';

const BY = 'tok-abcdefghijklmnopabcd';
const DAY = 24 * 60 * 60_000;

async function openCase(world: World): Promise<string> {
  await intake(trailStopped(), world.clock.now(), world);
  return [...world.register.incidents.keys()].at(-1) ?? '';
}

describe('a report by a person', () => {
  const report: Report = {
    type: 'lost-device',
    facts: { discoveredOn: '2026-03-02', affected: [{ jurisdiction: 'CA', count: 12 }] },
    source: 'Call from ward 4, 202-555-0143',
  };

  it('opens an incident with the clock of its discovery, and alerts', async () => {
    const world = createWorld();
    const opened = await openIncident(report, BY, world);
    await deliver(world);
    expect(opened).toMatchObject({
      outcome: 'done',
      incident: { state: 'open', reported: 'lost-device', discoveredAt: '2026-03-02T00:00:00.000Z' },
    });
    expect(world.publisher.alerts.map(({ channel }) => channel)).toEqual(['high']);
    expect(JSON.stringify([...world.register.entries.values()])).not.toContain('555-0143');
    expect(verifyTimelines(world.register)).toBe(2);
  });

  it.each([
    [{}],
    [{ discoveredOn: '2026-03-05' }],
    [{ discoveredOn: 'yesterday' }],
    [{ discoveredOn: '2026-03-02', patients: ['x'] }],
    [null],
  ])('is refused without facts that hold: %j', async (facts) => {
    const world = createWorld();
    expect(await openIncident({ ...report, facts }, BY, world)).toMatchObject({ outcome: 'refused' });
    expect(world.register.incidents.size).toBe(0);
  });

  it('takes no sending along, which needs proof, and no other role than that of the environment', async () => {
    const world = createWorld();
    const sent = [{ id: 'individual-notice', on: '2026-03-03' }];
    const facts = { discoveredOn: '2026-03-02', sent };
    expect(await openIncident({ ...report, facts }, BY, world)).toMatchObject({
      incident: { facts: { sent: [] } },
    });
    const other = { discoveredOn: '2026-03-02', role: 'business-associate' };
    expect(await openIncident({ ...report, facts: other }, BY, world)).toMatchObject({
      outcome: 'refused',
      refusals: [{ reason: expect.stringContaining("'role' must be covered-entity") }],
    });
  });

  it('takes no assessment along: a breach is presumed until somebody has assessed it', async () => {
    const world = createWorld();
    const { assessment } = lowProbability('2026-03-02');
    const facts = { discoveredOn: '2026-03-02', assessment };
    expect(await openIncident({ ...report, facts }, BY, world)).toMatchObject({
      incident: { facts: { assessment: null } },
    });
  });
});

describe('a review that a person makes an incident', () => {
  it('alerts like any other, once', async () => {
    const world = createWorld();
    await intake(bucketChanged('records'), world.clock.now(), world);
    const [id] = world.register.incidents.keys();
    await workOnCase(id ?? '', { step: 'promote', reason: 'It was real.' }, BY, world);
    await workOnCase(id ?? '', { step: 'promote', reason: 'It was real.' }, BY, world);
    expect(world.register.stream.map(({ kind }) => kind)).toEqual(['incident']);
  });
});

describe('a case that is carried to its end', () => {
  async function closed(world: World): Promise<string> {
    const id = await openCase(world);
    await deliver(world);
    await assessIncident(id, lowProbability('2026-03-04'), BY, world);
    world.clock.advance(40 * DAY);
    expect(await closeIncident(id, BY, world)).toMatchObject({ outcome: 'done' });
    return id;
  }

  it('files what proves it and locks every object for six years from the closing', async () => {
    const world = createWorld();
    const id = await closed(world);
    const objects = [...world.archive.objects.values()];
    expect(
      objects.map(({ key }) => key.replace(`incidents/${id}/`, '').replace(/[0-9a-f]{32}/, 'HASH')),
    ).toEqual([
      'assessments/HASH.json',
      'case-file/0000000004.json',
      'case-file/0000000004.md',
      'case-file/0000000004.jsonl',
      'heads/0000000004.json',
    ]);
    expect(new Set(objects.map(({ retainUntil }) => retainUntil))).toEqual(new Set(['2032-04-13']));
  });

  it('locks the evidence of the cases that it carries on for as long as its own, with their timelines', async () => {
    const world = createWorld();
    const ids: string[] = [];
    for (const trail of ['one', 'two', 'three']) {
      await intake(trailStopped(trail), world.clock.now(), world);
      ids.push([...world.register.incidents.keys()].at(-1) ?? '');
    }
    const [one = '', two = '', last = ''] = ids;
    await assessIncident(one, lowProbability('2026-03-04'), BY, world);
    await sealHeads(world);
    await linkIncidents(one, two, BY, world);
    await linkIncidents(two, last, BY, world);
    const close = async () => {
      await assessIncident(last, lowProbability('2026-03-04'), BY, world);
      world.clock.advance(40 * DAY);
      expect(await closeIncident(last, BY, world)).toMatchObject({ outcome: 'done' });
    };
    await close();
    const objects = () => [...world.archive.objects.values()];
    expect(new Set(objects().map(({ retainUntil }) => retainUntil))).toEqual(new Set(['2032-04-13']));
    for (const id of ids) {
      const kept = objects().filter(({ key }) => key.startsWith(`incidents/${id}/case-file/`));
      expect(kept.map(({ contentType }) => contentType)).toContain('application/x-ndjson');
    }
    await workOnCase(last, { step: 'reopen', reason: 'New findings.' }, BY, world);
    await close();
    expect(new Set(objects().map(({ retainUntil }) => retainUntil))).toEqual(new Set(['2032-05-23']));
  });

  it('leaves a timeline that anybody can verify against a signed head', async () => {
    const world = createWorld();
    const id = await closed(world);
    const head = readSignedHead(
      JSON.parse((await world.archive.get(`incidents/${id}/heads/0000000004.json`)) ?? ''),
    );
    const last = world.register.entries.get(id)?.at(-1)?.line ?? '';
    expect(readLine(last)).toMatchObject({ seq: 4, hash: head?.hash });
    expect(head !== undefined && isSignedBy(head, PUBLIC_KEY)).toBe(true);
  });

  it('can be locked again at any time without another object', async () => {
    const world = createWorld();
    const id = await closed(world);
    const before = world.archive.objects.size;
    const incident = world.register.incidents.get(id);
    if (incident !== undefined) await lockEvidence(incident, world);
    expect(world.archive.objects.size).toBe(before);
  });

  it('is not closed while it owes a notice, and says which', async () => {
    const world = createWorld();
    const id = await openCase(world);
    await assessIncident(id, breach('2026-03-04'), BY, world);
    expect(await closeIncident(id, BY, world)).toMatchObject({
      outcome: 'refused',
      refusals: [
        { citation: '45 CFR 164.408(b)' },
        { citation: '45 CFR 164.404(b)' },
        { citation: '45 CFR 164.406' },
      ],
    });
    expect(world.archive.objects.size).toBe(1);
  });

  it('is exported for people, for machines and for the verifier', async () => {
    const world = createWorld();
    const id = await closed(world);
    const file = await exportCase(id, world);
    expect(file?.markdown.replaceAll(/[0-9a-f]{64}|`[0-9a-f]{16}`/g, 'HASH')).toMatchSnapshot();
    expect(JSON.parse(file?.json ?? '')).toMatchObject({ schemaVersion: 1, incident: { id } });
    const lines = file?.timeline.trimEnd().split('\n') ?? [];
    expect(lines.map((line) => 'problem' in readLine(line))).toEqual(lines.map(() => false));
  });
});

describe('a draft of a notice', () => {
  it('is given to whoever sends it, kept without what people wrote of people, and remembered by its hash', async () => {
    const world = createWorld();
    const id = await openCase(world);
    const details = parseNoticeDetails({
      organization: 'Example Clinic',
      summary: 'A list with SSN 987-65-4321 was sent out.',
      contact: { tollFree: '800-555-0100', email: null, website: null, postal: null },
    });
    const { notice } = await draftNotice(id, 'individual', details, BY, world);
    expect(notice?.markdown).toContain('987-65-4321');
    const [kept] = world.archive.objects.values();
    expect(kept?.body).not.toContain('987-65-4321');
    expect(kept?.body).toContain('800-555-0100');
    expect(JSON.stringify([...world.register.entries.values()])).not.toContain('987-65-4321');
  });
});

describe('heads', () => {
  it('are signed after weeks in which nothing was signed', async () => {
    const world = createWorld();
    await openCase(world);
    world.clock.advance(20 * DAY);
    expect(await sealHeads(world)).toBe(1);
  });

  it('of cases that changed are signed once, however often they are looked at', async () => {
    const world = createWorld();
    await openCase(world);
    await intake(bucketChanged('records'), world.clock.now(), world);
    expect(await sealHeads(world)).toBe(2);
    expect(await sealHeads(world)).toBe(0);
    world.clock.advance(7 * DAY);
    await intake('no JSON', world.clock.now(), world);
    expect(await sealHeads(world)).toBe(1);
  });
});

describe('a hold', () => {
  it('moves the date of a notice, and keeps it from being sent before', async () => {
    const world = createWorld();
    const id = await openCase(world);
    const hold = {
      kind: 'written',
      statedOn: parseCivilDate('2026-03-04'),
      until: parseCivilDate('2026-06-01'),
      official: null,
    } as const;
    await workOnCase(id, { step: 'hold', hold }, BY, world);
    const sending = {
      id: 'individual-notice',
      on: parseCivilDate('2026-03-04'),
      proof: { sha256: null, reference: 'Mail register.' },
      despiteHold: null,
    };
    expect(await workOnCase(id, { step: 'sent', sending }, BY, world)).toMatchObject({
      outcome: 'refused',
      refusals: [{ citation: '45 CFR 164.412' }],
    });
  });
});

it('decides a step anew where somebody else was faster', async () => {
  const world = createWorld();
  const id = await openCase(world);
  let first = true;
  const record: typeof world.register.record = async (transaction) => {
    if (first) {
      first = false;
      await workOnCase(id, { step: 'contained', how: null }, BY, world);
    }
    return world.register.record(transaction);
  };
  const store = Object.assign(Object.create(world.register), world.register, { record });
  expect(await workOnCase(id, { step: 'acknowledge' }, BY, { ...world, store })).toMatchObject({
    outcome: 'done',
  });
  expect(world.register.incidents.get(id)).toMatchObject({ contained: { by: BY }, acknowledged: { by: BY } });
  expect(verifyTimelines(world.register)).toBe(3);
});

it('knows nothing of a case that is not there', async () => {
  const world = createWorld();
  const id = 'inc-00000000000000000000000000000009';
  expect(await workOnCase(id, { step: 'acknowledge' }, BY, world)).toEqual({ outcome: 'unknown' });
  expect(await exportCase(id, world)).toBeUndefined();
});
