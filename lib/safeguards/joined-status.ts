import type { Status } from './safeguard';

/** From the strongest to the weakest of what counts as held. */
const HELD = ['enforced', 'monitored', 'attested'] as const satisfies readonly Status[];

/**
 * What several statuses amount to together: held only when all are, and then the weakest; partial when some are. What does not apply
 * has no say.
 */
export function joinedStatus(statuses: readonly Status[]): Status {
  const told = new Set(statuses.filter((status) => status !== 'not-applicable'));
  if (told.size === 0) return 'not-applicable';
  const [only] = told;
  if (told.size === 1 && only !== undefined) return only;
  const held = HELD.filter((status) => told.has(status));
  if (held.length === told.size) return held.at(-1) ?? 'gap';
  if (held.length > 0 || told.has('partial')) return 'partial';
  return told.has('gap') ? 'gap' : 'unattested';
}
