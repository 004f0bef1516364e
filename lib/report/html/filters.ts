import type { Verdict } from '../../checks/verdict';
import { environmentName } from '../environment-name';
import { STATUS_WORDS, STATUSES } from '../status-words';
import { type Markup, markup } from './markup';
import type { SafeguardSection } from './safeguard-groups';

/** Controls that narrow the safeguards; hidden until the script that works them is there. */
export function renderFilters({ environments }: Verdict, sections: readonly SafeguardSection[]): Markup {
  const safeguards = sections.flatMap((section) => section.safeguards);
  const statuses = new Set(safeguards.flatMap(({ entries }) => entries.map(({ status }) => status)));
  return markup`
<form class="filters" id="filters" aria-label="Filter the safeguards" hidden>
${select(
  'status',
  'Status',
  'Every status',
  STATUSES.filter((status) => statuses.has(status)).map((status) => [status, STATUS_WORDS[status].word]),
)}
${select(
  'section',
  'Standard',
  'Every section',
  sections.map(({ section }) => [section.number, `${section.number} ${section.title}`]),
)}
${select(
  'environment',
  'Environment',
  'Every environment',
  environments.map(({ environment }, index) => [String(index), environmentName(environment)]),
)}
<div class="buttons"><button type="reset">Show all</button> <button type="button" id="unfold">Open all evidence</button></div>
</form>
<p class="shown"><output id="shown" form="filters" aria-live="polite" data-total="${safeguards.length}">${safeguards.length} of ${safeguards.length} safeguards shown</output></p>`;
}

function select(
  name: string,
  label: string,
  any: string,
  options: readonly (readonly [string, string])[],
): Markup {
  return markup`<label>${label} <select name="${name}" autocomplete="off"><option value="">${any}</option>${options.map(
    ([value, text]) => markup`<option value="${value}">${text}</option>`,
  )}</select></label>`;
}
