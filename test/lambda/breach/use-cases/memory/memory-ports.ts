import { generateKeyPairSync, sign } from 'node:crypto';
import type { Alert } from '../../../../../lambda/breach/domain/alerts/alert';
import type { Duty } from '../../../../../lambda/breach/domain/clock/duty';
import { createNames } from '../../../../../lambda/breach/domain/register/names';
import type { Counters } from '../../../../../lambda/breach/ports/counters';
import type { Evidence, EvidenceArchive } from '../../../../../lambda/breach/ports/evidence-archive';
import type { Heartbeats } from '../../../../../lambda/breach/ports/heartbeats';
import type { BreachSettings } from '../../../../../lambda/breach/use-cases/settings';
import type { ChainHead } from '../../../../../lambda/shared/audit-chain/record';
import {
  signingInput,
  unsignedHead,
  withSignature,
} from '../../../../../lambda/shared/audit-chain/signed-head';
import { MemoryRegister } from './memory-store';

const NAMES = createNames(Buffer.alloc(32, 7), ['phi-records']);

const SETTINGS: BreachSettings = {
  environment: 'production',
  role: 'covered-entity',
  timeZone: 'America/New_York',
  names: NAMES,
};

/** A clock that a test drives. */
class TestClock {
  private time: number;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  public readonly now = (): Date => new Date(this.time);

  public advance(ms: number): void {
    this.time += ms;
  }

  public set(instant: string): void {
    this.time = Date.parse(instant);
  }
}

/** Ids in order, so that a test can be repeated. */
class TestIds {
  private last = 0;

  public readonly next = (): string => {
    this.last += 1;
    return this.last.toString(16).padStart(32, '0');
  };
}

/** What was published, call by call. */
class MemoryPublisher {
  public readonly alerts: Alert[] = [];

  public readonly publish = async (alert: Alert): Promise<{ readonly receipt: string }> => {
    this.alerts.push(alert);
    return { receipt: `receipt-${this.alerts.length}` };
  };
}

/** An archive that refuses to overwrite and to shorten. */
class MemoryArchive implements EvidenceArchive {
  public readonly objects = new Map<string, Evidence>();

  public readonly put = async (evidence: Evidence): Promise<void> => {
    const there = this.objects.get(evidence.key);
    if (there !== undefined && there.body !== evidence.body) {
      throw new Error('another object stands there');
    }
    if (there === undefined || there.retainUntil < evidence.retainUntil) {
      this.objects.set(evidence.key, evidence);
    }
  };

  public readonly get = async (key: string): Promise<string | undefined> => this.objects.get(key)?.body;

  public readonly extend = async (prefix: string, retainUntil: string): Promise<number> => {
    const found = [...this.objects.values()].filter(({ key }) => key.startsWith(prefix));
    for (const evidence of found) {
      if (evidence.retainUntil < retainUntil) this.objects.set(evidence.key, { ...evidence, retainUntil });
    }
    return found.length;
  };
}

/** Counts in memory. */
class MemoryCounters implements Counters {
  public readonly days = new Map<string, Record<string, number>>();

  public readonly add = async (day: string, counts: Readonly<Record<string, number>>): Promise<void> => {
    const there = this.days.get(day) ?? {};
    for (const [name, count] of Object.entries(counts)) there[name] = (there[name] ?? 0) + count;
    this.days.set(day, there);
  };

  public readonly read = async (day: string): Promise<Readonly<Record<string, number>>> =>
    this.days.get(day) ?? {};
}

/** Beats that arrive when a test says so. */
class MemoryHeartbeats implements Heartbeats {
  public readonly sent: { readonly id: string; readonly at: Date }[] = [];
  private newest: Date | undefined;

  public readonly send = async (id: string, at: Date): Promise<void> => {
    this.sent.push({ id, at });
  };

  public readonly arrived = async (sentAt: Date): Promise<void> => {
    if (this.newest === undefined || sentAt > this.newest) this.newest = sentAt;
  };

  public readonly last = async (): Promise<Date | undefined> => this.newest;
}

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The public half of the key that {@link signer} signs with. */
export const PUBLIC_KEY = publicKey;

/** Signs as KMS does. */
const signer = {
  sign: async (head: ChainHead, signedAt: string) => {
    const unsigned = unsignedHead(head, signedAt, 'test-key');
    return withSignature(unsigned, sign('sha256', signingInput(unsigned), privateKey));
  },
};

/** Everything that the path needs, in memory. */
export function createWorld(start = '2026-03-04T15:00:00.000Z') {
  const register = new MemoryRegister();
  const duties: Duty[] = [];
  return {
    register,
    store: register,
    outbox: register,
    counters: new MemoryCounters(),
    publisher: new MemoryPublisher(),
    archive: new MemoryArchive(),
    heartbeats: new MemoryHeartbeats(),
    signer,
    clock: new TestClock(start),
    ids: new TestIds(),
    settings: SETTINGS,
    dutyList: duties,
    duties: { list: async () => duties },
  };
}

export type World = ReturnType<typeof createWorld>;
