import type { OutboxMessage } from '../../../../../lambda/breach/domain/alerts/outbox-message';
import type { IncidentStore } from '../../../../../lambda/breach/ports/incident-store';
import type { Outbox } from '../../../../../lambda/breach/ports/outbox';
import { intake } from '../../../../../lambda/breach/use-cases/intake';
import { notify } from '../../../../../lambda/breach/use-cases/notify';
import { sweepOutbox } from '../../../../../lambda/breach/use-cases/sweep-outbox';
import { CANARY_FORMS, makeCanary } from '../../../shared/redaction/canaries';
import { call, eventOf } from '../../domain/triage/events';
import { faulty, seeded } from './chaos';
import { createWorld, type World } from './memory-ports';

/** What a run did to the path, and what the path made of it. */
export interface PathRun {
  readonly world: World;
  /** Ids of the events that are no routine. */
  readonly signals: ReadonlySet<string>;
  readonly malformed: number;
  readonly routine: number;
  readonly deliveries: number;
  readonly failures: number;
  readonly canaries: readonly string[];
}

/** What a run can be made without, to see that it is missed. */
export type Safeguard = 'dedupe' | 'ledger' | 'version';

/** The register without one of its conditions. */
function weakened({ register }: World, without: Safeguard | undefined): IncidentStore & Outbox {
  return {
    ...register,
    record: (transaction) =>
      register.record({
        ...transaction,
        seen: without === 'dedupe' ? [] : transaction.seen,
        cases:
          without === 'version'
            ? transaction.cases.map((one) => ({
                ...one,
                expectedVersion: register.incidents.get(one.incident.id)?.version ?? 0,
              }))
            : transaction.cases,
      }),
    claim: async (id, now, leaseMs) => {
      const claim = await register.claim(id, now, leaseMs);
      return without === 'ledger' ? 'taken' : claim;
    },
  };
}

/** How many things the events are about. */
const THINGS = 150;

/** How many lines are taken in at the same time. */
const WORKERS = 4;

/** One call in so many fails, half of them after their effect. */
const FAULT_RATE = 0.02;

interface Made {
  readonly line: string;
  readonly id: string;
  readonly kind: 'signal' | 'malformed' | 'routine';
}

/**
 * Sends events through intake and notifier while everything goes wrong: lines come twice and out of order, answers get
 * lost, whoever works crashes between any two effects, and the stream forgets messages. Ends when nothing is left to do.
 */
export async function runPath(count: number, seed: number, without?: Safeguard): Promise<PathRun> {
  const random = seeded(seed);
  const world = createWorld();
  const faults = {
    ...world,
    store: faulty(weakened(world, without), FAULT_RATE, random),
    outbox: faulty(weakened(world, without), FAULT_RATE, random),
    counters: faulty(world.counters, FAULT_RATE, random),
    publisher: faulty(world.publisher, FAULT_RATE, random),
  };
  const canaries: string[] = [];
  const made = Array.from({ length: count }, (_, index) => makeEvent(index, random, canaries));
  const queue = shuffled(made, random);
  const received = new Map(made.map(({ line }) => [line, world.clock.now()]));
  let deliveries = 0;
  let failures = 0;

  const takeOne = async (one: Made): Promise<void> => {
    deliveries += 1;
    try {
      await intake(one.line, received.get(one.line) ?? world.clock.now(), faults);
      // The line was taken in, and the queue never hears of it.
      if (random() < 0.05) putBack(queue, one, random);
    } catch {
      failures += 1;
      putBack(queue, one, random);
    }
  };
  const stream: OutboxMessage[] = [];
  const sendOne = async (message: OutboxMessage): Promise<void> => {
    try {
      if ((await notify(message, faults)) === 'held') stream.push(message);
      else if (random() < 0.05) stream.push(message);
    } catch {
      failures += 1;
      if (random() < 0.8) stream.push(message);
    }
  };

  while (queue.length > 0) {
    const batch = queue.splice(-WORKERS);
    await Promise.all(batch.map(takeOne));
    world.clock.advance(100);
    // One message in ten never comes out of the stream.
    stream.push(...world.register.stream.splice(0).filter(() => random() < 0.9));
    if (random() < 0.2) await Promise.all(stream.splice(0).map(sendOne));
  }
  for (let round = 0; round < 500 && unsent(world) > 0; round += 1) {
    world.clock.advance(10 * 60_000);
    await Promise.all(stream.splice(0).map(sendOne));
    await sweepOutbox(faults).catch(() => undefined);
  }
  return {
    world,
    signals: new Set(made.filter(({ kind }) => kind === 'signal').map(({ id }) => id)),
    malformed: made.filter(({ kind }) => kind === 'malformed').length,
    routine: made.filter(({ kind }) => kind === 'routine').length,
    deliveries,
    failures,
    canaries,
  };
}

function unsent({ register }: World): number {
  return [...register.messages.values()].filter(({ delivery }) => delivery === null).length;
}

function makeEvent(index: number, random: () => number, canaries: string[]): Made {
  const id = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  const thing = Math.floor(random() * THINGS);
  const dice = random();
  if (dice < 0.02) {
    return { line: `{"poison": ${index}, "text": "${plant(random, canaries)}`, id, kind: 'malformed' };
  }
  if (dice < 0.6) {
    return {
      line: lineOf(call('ec2:DescribeInstances', {}, { record: { readOnly: true } }), id, random, canaries),
      id,
      kind: 'routine',
    };
  }
  const one =
    dice < 0.7
      ? call('cloudtrail:StopLogging', { name: `trail-${thing}` })
      : dice < 0.8
        ? call('s3:DeleteBucketPublicAccessBlock', { bucketName: `bucket-${thing}` })
        : dice < 0.9
          ? call(
              's3:DeleteBucketPublicAccessBlock',
              { bucketName: `bucket-${thing}` },
              { record: { errorCode: 'AccessDenied' } },
            )
          : call('kms:ScheduleKeyDeletion', { keyId: `key-${thing}` });
  return { line: lineOf(one, id, random, canaries), id, kind: 'signal' };
}

/** An event with canaries wherever somebody could have written something. */
function lineOf(one: ReturnType<typeof call>, id: string, random: () => number, canaries: string[]): string {
  const event = eventOf(one);
  const detail = event.detail as Record<string, unknown>;
  return JSON.stringify({
    ...event,
    id,
    detail: {
      ...detail,
      userAgent: plant(random, canaries),
      additionalEventData: { comment: plant(random, canaries) },
      requestParameters: {
        ...(detail.requestParameters as object),
        description: plant(random, canaries),
        tagSet: [{ key: 'patient', value: plant(random, canaries) }],
      },
      userIdentity: {
        type: 'AssumedRole',
        principalId: `AROAEXAMPLEEXAMPLE:${plant(random, canaries)}`,
        arn: `arn:aws:sts::111122223333:assumed-role/Operator/${plant(random, canaries)}`,
        accountId: '111122223333',
      },
    },
  });
}

/** The most canaries that are looked for: each is looked for in everything. */
const MAX_CANARIES = 400;

function plant(random: () => number, canaries: string[]): string {
  const form = CANARY_FORMS[Math.floor(random() * CANARY_FORMS.length)] ?? CANARY_FORMS[0];
  if (form === undefined) throw new Error('there are canaries');
  const { written, secret } = makeCanary(form, random);
  if (secret.length >= 7 && canaries.length < MAX_CANARIES) canaries.push(secret);
  return written;
}

function putBack(queue: Made[], one: Made, random: () => number): void {
  queue.splice(Math.floor(random() * (queue.length + 1)), 0, one);
}

function shuffled(made: readonly Made[], random: () => number): Made[] {
  const queue = [...made];
  for (let index = queue.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [queue[index], queue[other]];
    if (one !== undefined && two !== undefined) {
      queue[index] = two;
      queue[other] = one;
    }
  }
  return queue;
}
