import { assessIncident } from '../../../../lambda/breach/use-cases/assess-incident';
import { closeIncident } from '../../../../lambda/breach/use-cases/close-incident';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { tick } from '../../../../lambda/breach/use-cases/tick';
import { workOnCase } from '../../../../lambda/breach/use-cases/work-on-case';
import { parseCivilDate } from '../../../../lambda/shared/calendar/civil-date';
import { breach, lowProbability } from './memory/assessments';
import { deliver } from './memory/deliver';
import { bucketChanged, guardDuty, routine, trailStopped } from './memory/events';
import { createWorld, type World } from './memory/memory-ports';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function openCase(world: World, line = trailStopped()): Promise<string> {
  await intake(line, world.clock.now(), world);
  world.register.stream.splice(0);
  return [...world.register.incidents.keys()].at(-1) ?? '';
}

/** A tick in a world whose path beats, and what it put into the outbox. */
async function tickTold(world: World): Promise<readonly (readonly [string, string])[]> {
  await world.heartbeats.arrived(world.clock.now());
  const result = await tick(world);
  expect(result.failed).toBe(0);
  return world.register.stream.splice(0).map(({ kind, channel }) => [kind, channel]);
}

describe('reminders', () => {
  it('come at 30, 14, 7, 3 and 1 days and when overdue, each further up, and once', async () => {
    const world = createWorld('2026-01-15T17:00:00.000Z');
    const id = await openCase(world);
    await workOnCase(id, { step: 'acknowledge' }, 'tok-x', world);
    const told: string[] = [];
    for (let day = 0; day <= 70; day += 1) {
      for (const [kind, channel] of [...(await tickTold(world)), ...(await tickTold(world))]) {
        if (kind === 'reminder') told.push(`${60 - day}: ${channel}`);
      }
      world.clock.advance(DAY);
    }
    expect(told).toEqual(['30: medium', '14: medium', '7: high', '3: high', '1: critical', '-1: escalation']);
  });

  it('that were missed are caught up by the most urgent one, once', async () => {
    const world = createWorld('2026-01-15T17:00:00.000Z');
    await workOnCase(await openCase(world), { step: 'acknowledge' }, 'tok-x', world);
    world.clock.advance(58 * DAY);
    expect(await tickTold(world)).toEqual([['reminder', 'high']]);
    expect(await tickTold(world)).toEqual([]);
  });

  it('are not doubled by two ticks at once', async () => {
    const world = createWorld('2026-01-15T17:00:00.000Z');
    await workOnCase(await openCase(world), { step: 'acknowledge' }, 'tok-x', world);
    world.clock.advance(50 * DAY);
    await world.heartbeats.arrived(world.clock.now());
    await Promise.all([tick(world), tick(world), tick(world)]);
    expect(world.register.stream.filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
  });

  it('stop for what was sent', async () => {
    const world = createWorld('2026-01-15T17:00:00.000Z');
    const id = await openCase(world);
    await workOnCase(id, { step: 'acknowledge' }, 'tok-x', world);
    for (const notice of ['individual-notice', 'hhs-notice']) {
      const sending = {
        id: notice,
        on: parseCivilDate('2026-01-15'),
        proof: { sha256: null, reference: 'Mail register.' },
        despiteHold: null,
      };
      await workOnCase(id, { step: 'sent', sending }, 'tok-x', world);
    }
    world.clock.advance(59 * DAY);
    expect(await tickTold(world)).toEqual([]);
  });
});

describe('escalation', () => {
  it('calls others once when nobody answers in time', async () => {
    const world = createWorld();
    await openCase(world);
    world.clock.advance(14 * MINUTE);
    expect(await tickTold(world)).toEqual([]);
    world.clock.advance(MINUTE);
    expect(await tickTold(world)).toEqual([['escalation', 'escalation']]);
    expect(await tickTold(world)).toEqual([]);
  });

  it('is not put off by signals that go on', async () => {
    const world = createWorld();
    for (let minute = 0; minute < 15; minute += 1) {
      await openCase(world);
      world.clock.advance(MINUTE);
    }
    expect(await tickTold(world)).toEqual([['escalation', 'escalation']]);
  });

  it('does not happen once somebody is at it, and begins anew when the case grows worse', async () => {
    const world = createWorld();
    const id = await openCase(world, guardDuty(5, 'F1'));
    await workOnCase(id, { step: 'acknowledge' }, 'tok-x', world);
    world.clock.advance(9 * HOUR);
    expect(await tickTold(world)).toEqual([]);
    await openCase(world, guardDuty(9.5, 'F1'));
    world.clock.advance(15 * MINUTE);
    expect(await tickTold(world)).toEqual([['escalation', 'escalation']]);
  });
});

describe('the daily digest', () => {
  it('comes once for a day that is over, with what there was to review', async () => {
    const world = createWorld('2026-03-04T15:00:00.000Z');
    for (const line of [bucketChanged('one'), bucketChanged('two'), routine(), 'no JSON']) {
      await intake(line, world.clock.now(), world);
    }
    expect(await tickTold(world)).toEqual([]);
    world.clock.set('2026-03-05T06:00:00.000Z');
    await world.heartbeats.arrived(world.clock.now());
    await tick(world);
    expect(world.register.stream.map(({ content }) => content)).toEqual([
      {
        day: '2026-03-04',
        counts: { 'public-access-block-removed': 2, 'malformed-event': 1 },
        ignored: 1,
      },
    ]);
    await deliver(world);
    const [digest] = world.publisher.alerts.splice(0);
    expect(JSON.parse(digest?.message ?? '{}').email).toContain('3 reviews are waiting.');
    expect(JSON.parse(digest?.message ?? '{}').email).toContain('The oldest is of 2026-03-04');
    expect(await tickTold(world)).toEqual([]);
  });

  it('comes every day while a review waits, although nothing new came', async () => {
    const world = createWorld('2026-03-04T15:00:00.000Z');
    await intake(bucketChanged('one'), world.clock.now(), world);
    const [id = ''] = world.register.incidents.keys();
    const days: (readonly string[])[] = [];
    for (let day = 0; day < 3; day += 1) {
      world.clock.advance(DAY);
      days.push(...(await tickTold(world)), ...(await tickTold(world)));
    }
    expect(days).toEqual([
      ['digest', 'low'],
      ['digest', 'low'],
      ['digest', 'low'],
    ]);
    await workOnCase(id, { step: 'dismiss', reason: 'Looked at.' }, 'tok-x', world);
    world.clock.advance(DAY);
    expect(await tickTold(world)).toEqual([]);
  });

  it('is made up for days that were missed, each on its own', async () => {
    const world = createWorld('2026-03-04T15:00:00.000Z');
    for (const bucket of ['one', 'two', 'three']) {
      await intake(bucketChanged(bucket), world.clock.now(), world);
      world.clock.advance(DAY);
    }
    expect(await tickTold(world)).toEqual([
      ['digest', 'low'],
      ['digest', 'low'],
      ['digest', 'low'],
    ]);
  });
});

describe('duties', () => {
  const ID = 'duty-00000000000000000000000000000001';

  it('are told at each threshold once, the missed ones by the most urgent', async () => {
    const world = createWorld('2026-03-04T15:00:00.000Z');
    world.dutyList.push({ id: ID, kind: 'business-associate', due: parseCivilDate('2026-04-03') });
    expect(await tickTold(world)).toEqual([['duty', 'medium']]);
    expect(await tickTold(world)).toEqual([]);
    world.clock.set('2026-04-02T15:00:00.000Z');
    expect(await tickTold(world)).toEqual([['duty', 'critical']]);
    world.clock.set('2026-04-04T15:00:00.000Z');
    expect(await tickTold(world)).toEqual([['duty', 'escalation']]);
    world.clock.set('2026-06-04T15:00:00.000Z');
    expect(await tickTold(world)).toEqual([]);
  });
});

describe('the annual log', () => {
  it('is called for in January and February while a smaller breach of the year before is open', async () => {
    const world = createWorld('2026-11-20T17:00:00.000Z');
    const id = await openCase(world);
    const facts = { affected: [{ jurisdiction: 'GU', count: 20 }] };
    await workOnCase(id, { step: 'acknowledge' }, 'tok-x', world);
    await workOnCase(id, { step: 'facts', facts }, 'tok-x', world);
    await assessIncident(id, breach('2026-11-20'), 'tok-x', world);
    world.clock.set('2026-12-31T17:00:00.000Z');
    expect((await tickTold(world)).filter(([kind]) => kind === 'annual-log')).toEqual([]);
    for (const day of ['2027-01-02', '2027-01-20', '2027-02-03', '2027-02-20']) {
      world.clock.set(`${day}T17:00:00.000Z`);
      const told = (await tickTold(world)).filter(([kind]) => kind === 'annual-log');
      expect([day, told]).toEqual([day, /-02$|-03$/.test(day) ? [['annual-log', 'high']] : []]);
    }
  });
});

describe('the heartbeat', () => {
  it('is sent with every tick', async () => {
    const world = createWorld();
    await tickTold(world);
    await tickTold(world);
    expect(world.heartbeats.sent).toHaveLength(2);
  });

  it('alarms when it stays away, once for each silence and again after hours', async () => {
    const world = createWorld();
    await tickTold(world);
    world.clock.advance(29 * MINUTE);
    await tick(world);
    expect(world.register.stream).toEqual([]);
    world.clock.advance(MINUTE);
    await tick(world);
    await tick(world);
    expect(world.register.stream.map(({ kind, channel }) => [kind, channel])).toEqual([
      ['heartbeat-missing', 'critical'],
    ]);
    world.clock.advance(4 * HOUR);
    await tick(world);
    expect(world.register.stream).toHaveLength(2);
  });

  it('alarms when no beat ever arrives', async () => {
    const world = createWorld();
    await tick(world);
    expect(world.register.stream).toEqual([]);
    world.clock.advance(15 * MINUTE);
    await tick(world);
    expect(world.register.stream).toMatchObject([{ kind: 'heartbeat-missing' }]);
  });
});

describe('a tick', () => {
  it('does the rest when a part fails, and counts what failed', async () => {
    const world = createWorld();
    await openCase(world);
    world.clock.advance(HOUR);
    await world.heartbeats.arrived(world.clock.now());
    const counters = { ...world.counters, read: async () => Promise.reject(new Error('down')) };
    expect(await tick({ ...world, counters })).toMatchObject({ failed: 1, escalated: 1 });
  });

  it('asks for no log that is due a year later', async () => {
    const world = createWorld('2026-01-03T15:00:00.000Z');
    const id = await openCase(world);
    const facts = { affected: [{ jurisdiction: 'CA', count: 3 }] };
    await workOnCase(id, { step: 'facts', facts }, 'tok-x', world);
    expect((await tickTold(world)).map(([kind]) => kind)).not.toContain('annual-log');
  });

  it('asks for no log of a year from a part of the cases', async () => {
    const world = createWorld('2025-03-04T15:00:00.000Z');
    const id = await openCase(world);
    await assessIncident(id, breach('2025-03-04'), 'tok-x', world);
    const facts = { affected: [{ jurisdiction: 'CA', count: 3 }] };
    await workOnCase(id, { step: 'facts', facts }, 'tok-x', world);
    world.clock.set('2026-01-05T15:00:00.000Z');
    const cut = { list: async () => Promise.reject(new Error('throttled')) };
    await tick({ ...world, store: Object.assign(Object.create(world.register), world.register, cut) });
    expect(world.register.stream.splice(0).map(({ kind }) => kind)).not.toContain('annual-log');
    expect((await tickTold(world)).map(([kind]) => kind)).toContain('annual-log');
  });

  it('files a closed case again that somebody added a note to', async () => {
    const world = createWorld();
    const id = await openCase(world);
    await assessIncident(id, lowProbability('2026-03-04'), 'tok-x', world);
    await closeIncident(id, 'tok-x', world);
    expect(await tick(world)).toMatchObject({ locked: 0 });
    await workOnCase(id, { step: 'note', text: 'Counsel agrees.' }, 'tok-x', world);
    expect(await tick(world)).toMatchObject({ locked: 1 });
    expect(await tick(world)).toMatchObject({ locked: 0 });
  });

  it('ends a closing that was cut short', async () => {
    const world = createWorld();
    const id = await openCase(world);
    await assessIncident(id, lowProbability('2026-03-04'), 'tok-x', world);
    const extend = async () => Promise.reject(new Error('crash'));
    const crashing = { ...world, archive: { put: world.archive.put, get: world.archive.get, extend } };
    await expect(closeIncident(id, 'tok-x', crashing)).rejects.toThrow('crash');
    expect(world.register.incidents.get(id)?.closed).toMatchObject({ locked: false });
    expect(await tick(world)).toMatchObject({ locked: 1 });
    expect(world.register.incidents.get(id)?.closed).toMatchObject({ locked: true });
  });
});
