import type { SafeguardStatus } from '../../checks/verdict';
import { STATUS_WORDS } from '../status-words';
import { type Markup, markup, trusted } from './markup';

type Status = SafeguardStatus['status'];

/** A shape for each status, so that none is told by colour alone, in a box of 12 units. */
const SHAPES: Readonly<Record<Status, string>> = {
  enforced: '<circle cx="6" cy="6" r="5"/>',
  monitored:
    '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="6" cy="6" r="1.9"/>',
  attested: '<path d="M1.5 6.5 4.7 9.7 10.5 2.8" fill="none" stroke="currentColor" stroke-width="2"/>',
  partial:
    '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z"/>',
  unattested:
    '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.6"/>',
  gap: '<path d="M2 2 10 10M10 2 2 10" fill="none" stroke="currentColor" stroke-width="2"/>',
  'not-applicable': '<path d="M2 6h8" fill="none" stroke="currentColor" stroke-width="2"/>',
};

/** A status in words, with its shape before them. */
export function statusBadge(status: Status): Markup {
  return markup`<span class="badge ${status}">${icon(status)}${STATUS_WORDS[status].word}</span>`;
}

/** PASS or FAIL, with a shape before it. */
export function verdictBadge(verdict: 'pass' | 'fail'): Markup {
  const status = verdict === 'pass' ? 'enforced' : 'gap';
  return markup`<span class="badge verdict ${status}">${icon(verdict === 'pass' ? 'attested' : 'gap')}${verdict.toUpperCase()}</span>`;
}

function icon(shape: Status): Markup {
  return trusted(
    `<svg class="icon" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true" focusable="false">${SHAPES[shape]}</svg>`,
  );
}
