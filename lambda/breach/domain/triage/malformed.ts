import { hashOf } from './event-id';
import type { TriageFinding } from './verdict';

/** What cannot be judged: kept under the SHA-256 of what came, so that the original can be found and proven. */
export function malformed(reason: string, came: unknown): TriageFinding {
  return {
    id: hashOf(came),
    verdict: 'malformed',
    severity: null,
    signal: null,
    reasons: [reason],
    citations: [],
    dedupeKey: null,
  };
}
