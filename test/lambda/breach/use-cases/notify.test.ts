import { pathEvent } from '../../../../lambda/breach/domain/register/path-message';
import { NotSentError } from '../../../../lambda/breach/ports/not-sent-error';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { LEASE_MS, notify } from '../../../../lambda/breach/use-cases/notify';
import { sweepOutbox } from '../../../../lambda/breach/use-cases/sweep-outbox';
import { trailStopped } from './memory/events';
import { createWorld, type World } from './memory/memory-ports';

async function worldWithMessage(): Promise<World> {
  const world = createWorld();
  await intake(trailStopped(), world.clock.now(), world);
  return world;
}

function onlyMessage(world: World) {
  const [message] = world.register.stream;
  if (message === undefined) throw new Error('there is a message');
  return message;
}

function jsonOf(world: World, index: number): Record<string, unknown> {
  return JSON.parse(JSON.parse(world.publisher.alerts[index]?.message ?? '{}').default);
}

describe('notify', () => {
  it('sends a message once, however often the stream brings it', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    expect(await notify(message, world)).toBe('sent');
    expect(await notify(message, world)).toBe('done-before');
    expect(world.publisher.alerts).toHaveLength(1);
  });

  it('writes into the timeline that people were told, and under which receipt', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    await notify(message, world);
    const [timeline] = world.register.entries.values();
    expect(JSON.parse(timeline?.[1]?.line ?? '{}').body).toEqual({
      type: 'alerted',
      kind: 'incident',
      messageId: message.id,
      receipt: 'receipt-1',
      repeat: false,
    });
  });

  it('lets one sender at a time send', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    const outcomes = await Promise.all([notify(message, world), notify(message, world)]);
    expect(outcomes).toEqual(['sent', 'held']);
  });

  it('sends again what was certainly not sent, without a mark', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    const refusing = { publish: async () => Promise.reject(new NotSentError('throttled')) };
    await expect(notify(message, { ...world, publisher: refusing })).rejects.toThrow('throttled');
    expect(await notify(message, world)).toBe('sent');
    expect(jsonOf(world, 0)).toMatchObject({ repeat: false });
  });

  it('marks as a repeat what may have been sent, and waits until nobody can be at it', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    const lost = {
      publish: async (alert: Parameters<typeof world.publisher.publish>[0]) => {
        await world.publisher.publish(alert);
        throw new Error('the answer was lost');
      },
    };
    await expect(notify(message, { ...world, publisher: lost })).rejects.toThrow('lost');
    expect(await notify(message, world)).toBe('held');
    world.clock.advance(LEASE_MS);
    expect(await notify(message, world)).toBe('sent');
    expect(world.publisher.alerts.map(({ id }) => id)).toEqual([message.id, message.id]);
    expect(jsonOf(world, 0)).toMatchObject({ repeat: false, alertId: message.id });
    expect(jsonOf(world, 1)).toMatchObject({ repeat: true, alertId: message.id });
    expect(JSON.parse(world.publisher.alerts[1]?.message ?? '{}').email).toContain('second copy');
  });

  it('sends what the stream has lost', async () => {
    const world = await worldWithMessage();
    world.register.stream.splice(0);
    expect(await sweepOutbox(world)).toBe(0);
    world.clock.advance(6 * 60_000);
    expect(await sweepOutbox(world)).toBe(1);
    expect(await sweepOutbox(world)).toBe(0);
  });

  it('keeps the mark of a repeat although a later attempt is certainly refused', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    const attempt = async (error: Error) => {
      const publisher = { publish: async () => Promise.reject(error) };
      await expect(notify(message, { ...world, publisher })).rejects.toThrow(error.message);
      world.clock.advance(LEASE_MS);
    };
    await attempt(new Error('lost'));
    await attempt(new NotSentError('throttled'));
    expect(await notify(message, world)).toBe('sent');
    expect(jsonOf(world, 0)).toMatchObject({ repeat: true });
  });

  it('marks nothing as a repeat that failed before it was sent', async () => {
    const world = await worldWithMessage();
    const message = onlyMessage(world);
    const get = async () => Promise.reject(new Error('register down'));
    const store = Object.assign(Object.create(world.register), world.register, { get });
    await expect(notify(message, { ...world, store })).rejects.toThrow('register down');
    expect(await notify(message, world)).toBe('sent');
    expect(jsonOf(world, 0)).toMatchObject({ repeat: false });
  });

  it('sends what waits behind messages that cannot be sent, and more than one page of it', async () => {
    const world = await worldWithMessage();
    const stuck = onlyMessage(world);
    for (let number = 0; number < 250; number += 1) {
      const id = `msg-${String(number).padStart(32, 'a')}`;
      const incidentId = number < 120 ? `inc-${'f'.repeat(32)}` : stuck.incidentId;
      await world.outbox.enqueueOnce([id], [{ ...stuck, id, incidentId }]);
    }
    world.clock.advance(6 * 60_000);
    expect(await sweepOutbox(world)).toBe(131);
  });

  it('begins nothing that the function has no time for', async () => {
    const world = await worldWithMessage();
    const stuck = onlyMessage(world);
    await world.outbox.enqueueOnce(['m'], [{ ...stuck, id: 'msg-slow' }]);
    world.clock.advance(6 * 60_000);
    const publisher = {
      publish: async (alert: Parameters<typeof world.publisher.publish>[0]) => {
        world.clock.advance(40_000);
        return world.publisher.publish(alert);
      },
    };
    expect(await sweepOutbox({ ...world, publisher })).toBe(1);
    expect(await sweepOutbox(world)).toBe(1);
  });

  it('tells when nothing of what was lost can be sent', async () => {
    const world = await worldWithMessage();
    world.clock.advance(6 * 60_000);
    const publisher = { publish: async () => Promise.reject(new Error('down')) };
    await expect(sweepOutbox({ ...world, publisher })).rejects.toThrow('down');
  });
});

describe('messages of the path', () => {
  function lineOf(kind: 'heartbeat' | 'test'): string {
    const { source, detailType, detail } = pathEvent({
      kind,
      id: '00000000-0000-4000-8000-00000000000a',
      sentAt: '2026-03-04T15:00:00.000Z',
    });
    return JSON.stringify({ source, 'detail-type': detailType, detail, id: 'x' });
  }

  it('marks a beat where it arrives, and pages nobody', async () => {
    const world = createWorld();
    await intake(lineOf('heartbeat'), world.clock.now(), world);
    await notify(onlyMessage(world), world);
    expect(await world.heartbeats.last()).toEqual(new Date('2026-03-04T15:00:00.000Z'));
    expect(world.publisher.alerts).toEqual([]);
    expect(world.register.incidents.size).toBe(0);
  });

  it('sends a test alert that says so to everybody whom alerts reach, once', async () => {
    const world = createWorld();
    await intake(lineOf('test'), world.clock.now(), world);
    await intake(lineOf('test'), world.clock.now(), world);
    for (const message of world.register.stream) await notify(message, world);
    expect(world.publisher.alerts.map(({ channel, subject }) => [channel, subject])).toEqual([
      ['critical', '[production] TEST alert (critical): nothing happened'],
      ['low', '[production] TEST alert (low): nothing happened'],
      ['escalation', '[production] TEST alert (escalation): nothing happened'],
    ]);
    expect(jsonOf(world, 0)).toMatchObject({ kind: 'test', test: true });
  });

  it.each([
    ['another source', { source: 'aws.s3' }],
    ['another id', { detail: { id: 'Jane Doe', sentAt: '2026-03-04T15:00:00.000Z' } }],
    ['another time', { detail: { id: '00000000-0000-4000-8000-00000000000a', sentAt: 'now' } }],
    ['another type', { 'detail-type': 'AWS API Call via CloudTrail' }],
  ])('takes an event with %s like any other', async (_, change) => {
    const world = createWorld();
    await intake(JSON.stringify({ ...JSON.parse(lineOf('test')), ...change }), world.clock.now(), world);
    expect(world.register.stream).toEqual([]);
  });
});
