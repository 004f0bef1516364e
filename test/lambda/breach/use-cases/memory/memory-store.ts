import type { OutboxMessage } from '../../../../../lambda/breach/domain/alerts/outbox-message';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import type { IncidentQuery, Page } from '../../../../../lambda/breach/domain/register/incident-query';
import type { TimelineEntry } from '../../../../../lambda/breach/domain/register/timeline-entry';
import type {
  Delivery,
  RecordOutcome,
  RegisterTransaction,
} from '../../../../../lambda/breach/domain/register/transaction';
import type { IncidentStore } from '../../../../../lambda/breach/ports/incident-store';
import type { Claim, Outbox } from '../../../../../lambda/breach/ports/outbox';

interface OutboxItem {
  readonly message: OutboxMessage;
  delivery: Delivery | null;
  /** Milliseconds since 1970 until which somebody holds it; null while nobody ever took it. */
  heldUntil: number | null;
}

/** The register and its outbox in memory, with the conditions that DynamoDB would check. */
export class MemoryRegister implements IncidentStore, Outbox {
  public readonly incidents = new Map<string, Incident>();
  public readonly entries = new Map<string, TimelineEntry[]>();
  public readonly seen = new Map<string, string>();
  public readonly relations = new Map<string, string>();
  public readonly messages = new Map<string, OutboxItem>();
  public readonly marks = new Set<string>();
  /** What the stream would deliver, in order. */
  public readonly stream: OutboxMessage[] = [];

  public readonly record = async (transaction: RegisterTransaction): Promise<RecordOutcome> => {
    const outcome = this.conditions(transaction);
    if (outcome !== 'recorded') return outcome;
    for (const { incident, entries } of transaction.cases) {
      this.incidents.set(incident.id, incident);
      const there = this.entries.get(incident.id) ?? [];
      there.push(...entries);
      this.entries.set(incident.id, there);
    }
    for (const { key, incidentId } of transaction.seen) this.seen.set(key, incidentId);
    for (const { key, incidentId } of transaction.relations) this.relations.set(key, incidentId);
    this.put(transaction.outbox);
    const delivered = transaction.delivered && this.messages.get(transaction.delivered.messageId);
    if (delivered) delivered.delivery = transaction.delivered;
    return 'recorded';
  };

  public readonly get = async (id: string): Promise<Incident | undefined> => this.incidents.get(id);

  public readonly related = async (keys: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    new Map(
      keys.flatMap((key) => {
        const id = this.relations.get(key);
        return id === undefined ? [] : [[key, id] as const];
      }),
    );

  public readonly hasSeen = async (key: string): Promise<boolean> => this.seen.has(key);

  public readonly list = async (query: IncidentQuery): Promise<Page<Incident>> => {
    const all = [...this.incidents.values()]
      .filter(({ state, updatedAt }) => state === query.state && updatedAt >= (query.updatedSince ?? ''))
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
    const from = Number(query.cursor ?? 0);
    const next = from + query.limit;
    return { items: all.slice(from, next), cursor: next < all.length ? String(next) : undefined };
  };

  public readonly timeline = async (
    id: string,
    fromSeq: number,
    limit: number,
  ): Promise<Page<TimelineEntry>> => {
    const all = this.entries.get(id) ?? [];
    const next = fromSeq + limit;
    return { items: all.slice(fromSeq, next), cursor: next < all.length ? String(next) : undefined };
  };

  public readonly claim = async (messageId: string, now: Date, leaseMs: number): Promise<Claim> => {
    const item = this.messages.get(messageId);
    if (item === undefined) return 'unknown';
    if (item.delivery !== null) return 'delivered';
    if (item.heldUntil !== null && item.heldUntil > now.getTime()) return 'held';
    const claim = item.heldUntil === null ? 'taken' : 'retaken';
    item.heldUntil = now.getTime() + leaseMs;
    return claim;
  };

  public readonly release = async (messageId: string): Promise<void> => {
    const item = this.messages.get(messageId);
    if (item) item.heldUntil = null;
  };

  public readonly confirm = async (delivery: Delivery): Promise<void> => {
    const item = this.messages.get(delivery.messageId);
    if (item) item.delivery ??= delivery;
  };

  public readonly enqueueOnce = async (
    marks: readonly string[],
    messages: readonly OutboxMessage[],
  ): Promise<boolean> => {
    if (marks.some((mark) => this.marks.has(mark))) return false;
    for (const mark of marks) this.marks.add(mark);
    this.put(messages);
    return true;
  };

  public readonly undelivered = async (olderThan: Date, limit: number): Promise<readonly OutboxMessage[]> =>
    [...this.messages.values()]
      .filter(({ message, delivery }) => delivery === null && message.at < olderThan.toISOString())
      .slice(0, limit)
      .map(({ message }) => message);

  private put(messages: readonly OutboxMessage[]): void {
    for (const message of messages) {
      this.messages.set(message.id, { message, delivery: null, heldUntil: null });
      this.stream.push(message);
    }
  }

  private conditions({ cases, seen, relations, delivered }: RegisterTransaction): RecordOutcome {
    const item = delivered === null ? undefined : this.messages.get(delivered.messageId);
    if (seen.some(({ key }) => this.seen.has(key)) || (item !== undefined && item.delivery !== null)) {
      return 'seen';
    }
    const versions = cases.every(
      ({ incident, expectedVersion }) => (this.incidents.get(incident.id)?.version ?? 0) === expectedVersion,
    );
    const pointers = relations.every(({ key, expected }) => (this.relations.get(key) ?? null) === expected);
    return versions && pointers ? 'recorded' : 'conflict';
  }
}
