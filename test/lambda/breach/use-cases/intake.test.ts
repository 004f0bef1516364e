import { assessIncident } from '../../../../lambda/breach/use-cases/assess-incident';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { linkIncidents } from '../../../../lambda/breach/use-cases/link-incidents';
import { workOnCase } from '../../../../lambda/breach/use-cases/work-on-case';
import { lowProbability } from './memory/assessments';
import { deliver } from './memory/deliver';
import {
  blockRemoved,
  bucketChanged,
  guardDuty,
  routine,
  sensitiveData,
  trailStopped,
} from './memory/events';
import { createWorld, type World } from './memory/memory-ports';
import { verifyTimelines } from './memory/verify-timeline';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function take(world: World, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await intake(line, world.clock.now(), world);
    world.clock.advance(1000);
  }
}

function cases(world: World) {
  return [...world.register.incidents.values()];
}

describe('intake', () => {
  it('makes an incident, its timeline and one alert of a signal', async () => {
    const world = createWorld();
    await take(world, trailStopped());
    await deliver(world);
    expect(cases(world)).toMatchObject([
      {
        state: 'open',
        severity: 'critical',
        signal: 'cloudtrail-stopped',
        discoveredAt: '2026-03-04T15:00:00.000Z',
        facts: { discoveredOn: '2026-03-04', affected: [] },
      },
    ]);
    expect(world.publisher.alerts.map(({ channel }) => channel)).toEqual(['critical']);
    expect(verifyTimelines(world.register)).toBe(2);
  });

  it('counts the day of discovery where the covered entity is', async () => {
    const world = createWorld('2026-03-05T03:00:00.000Z');
    await take(world, trailStopped());
    expect(cases(world)).toMatchObject([{ facts: { discoveredOn: '2026-03-04' } }]);
  });

  it('takes the time at which the queue took the event, however late it is read', async () => {
    const world = createWorld('2026-03-06T15:00:00.000Z');
    await intake(trailStopped(), new Date('2026-03-04T15:00:00.000Z'), world);
    expect(cases(world)).toMatchObject([{ facts: { discoveredOn: '2026-03-04' } }]);
  });

  it('records an event that is delivered again once', async () => {
    const world = createWorld();
    const line = trailStopped();
    await take(world, line, line, line);
    expect(cases(world)).toHaveLength(1);
    expect(cases(world)[0]?.signals).toMatchObject([{ count: 1 }]);
    expect(world.register.stream).toHaveLength(1);
  });

  it('joins the same signal from another event, and alerts once', async () => {
    const world = createWorld();
    await take(world, trailStopped(), trailStopped(), trailStopped());
    await deliver(world);
    expect(cases(world)).toMatchObject([{ signals: [{ signal: 'cloudtrail-stopped', count: 3 }] }]);
    expect(world.publisher.alerts).toHaveLength(1);
  });

  it('joins a finding to the case of the same bucket, however the bucket is written', async () => {
    const world = createWorld();
    await take(world, blockRemoved('records'), sensitiveData('records'));
    expect(cases(world)).toHaveLength(1);
    expect(cases(world)[0]?.signals.map(({ signal }) => signal)).toEqual([
      'public-access-block-removed',
      'sensitive-data-reachable',
    ]);
  });

  it('keeps signals on different resources apart', async () => {
    const world = createWorld();
    await take(world, blockRemoved('one'), blockRemoved('two'), trailStopped());
    expect(cases(world)).toHaveLength(3);
  });

  it('tells when a case grows worse, under a kind of its own', async () => {
    const world = createWorld();
    await take(world, guardDuty(5, 'FINDING1'), guardDuty(9.5, 'FINDING1'), guardDuty(9.5, 'FINDING1'));
    expect(world.register.stream.map(({ kind, channel }) => [kind, channel])).toEqual([
      ['incident', 'medium'],
      ['incident-raised', 'critical'],
    ]);
    expect(cases(world)).toMatchObject([{ severity: 'critical' }]);
  });

  it('makes an incident of a review on the same resource, and keeps its day of discovery', async () => {
    const world = createWorld('2026-03-04T15:00:00.000Z');
    await take(world, bucketChanged('records'));
    expect(cases(world)).toMatchObject([{ state: 'review' }]);
    expect(world.register.stream).toEqual([]);
    world.clock.advance(20 * HOUR);
    await take(world, blockRemoved('records'));
    expect(cases(world)).toMatchObject([
      {
        state: 'open',
        facts: { discoveredOn: '2026-03-04' },
        discoveredAt: '2026-03-04T15:00:00.000Z',
        pagedAt: '2026-03-05T11:00:01.000Z',
      },
    ]);
    expect(world.register.stream).toMatchObject([{ kind: 'incident' }]);
  });

  it('opens a new incident for the same signal after a day without one, and names the earlier', async () => {
    const world = createWorld();
    await take(world, trailStopped());
    world.clock.advance(25 * HOUR);
    await take(world, trailStopped(), trailStopped());
    const [first, second, ...others] = cases(world);
    expect(others).toEqual([]);
    expect(second).toMatchObject({ relatedTo: first?.id, signals: [{ count: 2 }] });
    expect(world.register.stream.filter(({ kind }) => kind === 'incident')).toHaveLength(2);
  });

  it('opens a new incident for a signal that goes on for more than a week', async () => {
    const world = createWorld();
    for (let half = 0; half < 15; half += 1) {
      await take(world, trailStopped());
      world.clock.advance(12 * HOUR);
    }
    expect(cases(world)).toHaveLength(2);
  });

  it('takes what is replayed from the archive as discovered when it first came', async () => {
    const world = createWorld('2026-03-17T15:00:00.000Z');
    const event = JSON.parse(trailStopped());
    const time = '2026-03-04T15:00:00Z';
    await take(world, JSON.stringify({ ...event, time, 'replay-name': 'after-the-outage' }));
    expect(cases(world)).toMatchObject([
      { discoveredAt: '2026-03-04T15:00:00.000Z', facts: { discoveredOn: '2026-03-04' } },
    ]);
  });

  it.each([
    { time: '2026-03-04T15:00:00Z' },
    { time: '2026-03-04T15:00:00Z', 'replay-name': 7 },
    { time: 'long ago', 'replay-name': 'x' },
    { time: '2026-13-41T15:00:00Z', 'replay-name': 'x' },
    { time: '2030-03-04T15:00:00Z', 'replay-name': 'x' },
  ])('takes the time of the queue without a replay and a time that holds: %j', async (fields) => {
    const world = createWorld('2026-03-17T15:00:00.000Z');
    await take(world, JSON.stringify({ ...JSON.parse(trailStopped()), ...fields }));
    expect(cases(world)).toMatchObject([{ discoveredAt: '2026-03-17T15:00:00.000Z' }]);
  });

  it('alerts once for a signal that came many times while nothing was read, in whatever order', async () => {
    const world = createWorld('2026-03-17T15:00:00.000Z');
    for (const hours of [5, 1, 25, 0, 3, 48]) {
      const came = new Date(Date.parse('2026-03-04T15:00:00.000Z') + hours * HOUR);
      await intake(trailStopped(), came, world);
    }
    expect(cases(world)).toMatchObject([
      { discoveredAt: '2026-03-04T15:00:00.000Z', signals: [{ count: 6 }] },
    ]);
    expect(world.register.stream.filter(({ kind }) => kind === 'incident')).toHaveLength(1);
  });

  it('opens a new incident for what happens after the case was marked as contained', async () => {
    const world = createWorld('2026-03-04T05:00:00.000Z');
    await take(world, trailStopped());
    const [first] = cases(world);
    await workOnCase(first?.id ?? '', { step: 'contained', how: null }, 'tok-responder', world);
    world.clock.advance(10 * MINUTE);
    await take(world, trailStopped());
    expect(cases(world)).toHaveLength(2);
  });

  it('carries signals of a linked case on in the case that carries it on', async () => {
    const world = createWorld();
    await take(world, trailStopped('one'), blockRemoved('two'));
    const [one, two] = cases(world);
    await linkIncidents(one?.id ?? '', two?.id ?? '', 'tok-responder', world);
    await take(world, trailStopped('one'));
    expect(cases(world).filter(({ state }) => state === 'open')).toMatchObject([
      { id: two?.id, signals: [{ signal: 'public-access-block-removed' }, { signal: 'cloudtrail-stopped' }] },
    ]);
  });

  it('alerts when a review becomes an incident by carrying one on, and not when it was one', async () => {
    const world = createWorld();
    await take(world, trailStopped('one'), trailStopped('two'), bucketChanged('three'));
    const [one, two, review] = cases(world);
    world.register.stream.splice(0);
    await linkIncidents(one?.id ?? '', two?.id ?? '', 'tok-responder', world);
    expect(world.register.stream).toEqual([]);
    await linkIncidents(two?.id ?? '', review?.id ?? '', 'tok-responder', world);
    expect(world.register.stream).toMatchObject([{ kind: 'incident', incidentId: review?.id }]);
  });

  it('voids an assessment that found no breach when a further signal joins', async () => {
    const world = createWorld();
    await take(world, trailStopped());
    const id = cases(world)[0]?.id ?? '';
    await assessIncident(id, lowProbability('2026-03-04'), 'tok-responder', world);
    expect(cases(world)[0]?.assessed).toMatchObject({ presumption: 'overcome' });
    await take(world, trailStopped());
    expect(cases(world)).toMatchObject([{ assessed: null, facts: { assessment: null } }]);
  });

  it('counts what is routine and records nothing of it', async () => {
    const world = createWorld();
    await take(world, routine(), routine());
    expect(cases(world)).toEqual([]);
    expect(await world.counters.read('2026-03-04')).toEqual({ ignore: 2 });
  });

  it.each(['', 'no JSON', '[]', '{}', '42', 'null', '{"Records":[7]}', `"${'x'.repeat(5000)}"`])(
    'keeps %p by its hash, without a word of it',
    async (line) => {
      const world = createWorld();
      await take(world, line);
      const [malformed] = cases(world);
      expect(malformed).toMatchObject({ state: 'review', severity: 'low', signal: 'malformed-event' });
      expect(JSON.stringify([...world.register.entries.values()])).toMatch(/sha256:[0-9a-f]{64}/);
      expect(await world.counters.read('2026-03-04')).toEqual({ malformed: 1 });
    },
  );

  it('collects what is malformed in one review', async () => {
    const world = createWorld();
    await take(world, 'one', 'two', 'three', 'three');
    expect(cases(world)).toMatchObject([{ signals: [{ count: 3 }] }]);
  });

  it('takes each record of a batch on its own', async () => {
    const world = createWorld();
    const records = [JSON.parse(trailStopped()), JSON.parse(blockRemoved('records')), 7].map((body) => ({
      body: JSON.stringify(body),
    }));
    await take(world, JSON.stringify({ Records: records }));
    expect(cases(world).map(({ signal }) => signal)).toEqual([
      'cloudtrail-stopped',
      'public-access-block-removed',
      'malformed-event',
    ]);
  });

  it('throws when the register is always in use, so that the event comes again', async () => {
    const world = createWorld();
    const busy = { ...world, store: { ...world.register, record: async () => 'conflict' as const } };
    await expect(intake(trailStopped(), world.clock.now(), busy)).rejects.toThrow('The register must accept');
  });

  it('takes an event in well under 5 ms', async () => {
    const world = createWorld();
    const lines = Array.from({ length: 600 }, (_, index) => trailStopped(`trail-${index}`));
    await take(world, ...lines.slice(0, 100));
    // The time of this process alone: the machine may have other work.
    const start = process.cpuUsage();
    await take(world, ...lines.slice(100));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / 500).toBeLessThan(5);
  });
});
