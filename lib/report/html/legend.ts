import { LIMIT } from '../limit';
import { HELD_STATUSES, STATUS_WORDS, STATUSES } from '../status-words';
import { type Markup, markup } from './markup';
import { statusBadge } from './status-badge';

const BASES = [
  ['Law', 'the text of 45 CFR Part 164'],
  ['Guidance', 'what HHS says of the text'],
  ['Practice', 'what careful people do; no text asks for it'],
] as const;

const KINDS = [
  ['Required', 'the specification must be implemented'],
  [
    'Addressable',
    'the specification must be assessed, and implemented where that is reasonable and appropriate; otherwise the reason and the alternative are written down',
  ],
] as const;

/** What every word of the report means, and what the report does not say. */
export function renderLegend(): Markup {
  const held = HELD_STATUSES.map((status) => STATUS_WORDS[status].word.toLowerCase());
  return markup`
<p>${LIMIT} It says nothing of what is not in the templates that were judged, or of changes made to the account by hand. In templates that somebody else wrote, this project’s software and tests count for nothing.</p>
<h3>Status</h3>
<p>A status is computed from what was judged and filed, never written down. It names the weakest thing that a safeguard stands on. As held count ${held.slice(0, -1).join(', ')} and ${held.at(-1) ?? ''}.</p>
<dl class="legend">${STATUSES.map((status) => markup`<div><dt>${statusBadge(status)}</dt><dd>${STATUS_WORDS[status].means}</dd></div>`)}</dl>
<h3>What a safeguard rests on</h3>
<dl class="legend">${[...BASES, ...KINDS].map(([word, means]) => markup`<div><dt>${word}</dt><dd>${means}</dd></div>`)}</dl>`;
}
