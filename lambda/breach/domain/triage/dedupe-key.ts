import { sha256 } from './event/token';

/** What makes two events tell of the same fact. */
export interface Fact {
  readonly verdict: 'incident' | 'review';
  readonly signal: string;
  readonly source: string | null;
  readonly account: string | null;
  readonly region: string | null;
  /** What it is about: a resource, an identity or the id of a finding. */
  readonly subject: string;
}

/** Hexadecimal digits of a key: enough for every fact that an estate will ever have. */
const KEY_DIGITS = 32;

/**
 * The same for repeats of the same fact and for nothing else. The verdict is part of it, so that an attempt under review
 * never swallows the incident that follows. It tells what belongs together, not what may be dropped: a trail that is
 * stopped again next month has the same key.
 */
export function dedupeKeyOf(fact: Fact): string {
  const parts = [fact.verdict, fact.signal, fact.source, fact.account, fact.region, fact.subject];
  return `${fact.signal}:${sha256(JSON.stringify(parts)).slice(0, KEY_DIGITS)}`;
}
