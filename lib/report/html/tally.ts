import type { EnvironmentVerdict, Verdict } from '../../checks/verdict';
import { countStatuses } from '../../safeguards/status';
import { environmentName } from '../environment-name';
import { STATUSES } from '../status-words';
import { type Markup, markup } from './markup';
import { statusBadge } from './status-badge';

/** How many safeguards have each status, environment beside environment; the proposal is not counted. */
export function renderTally({ environments }: Verdict): Markup {
  const counts = environments.map(({ safeguards }) => countStatuses(safeguards));
  return markup`
<div class="scroll" role="region" aria-labelledby="tally-caption" tabindex="0">
<table class="figures">
<caption id="tally-caption">Safeguards of the rules in force, by status</caption>
<thead><tr><th scope="col">Status</th>${environments.map(({ environment }) => markup`<th scope="col" class="figure">${environmentName(environment)}</th>`)}</tr></thead>
<tbody>${STATUSES.map(
    (status) => markup`
<tr><th scope="row">${statusBadge(status)}</th>${counts.map((count) => markup`<td class="figure">${count[status]}</td>`)}</tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">All</th>${counts.map((count) => markup`<td class="figure">${sum(Object.values(count))}</td>`)}</tr></tfoot>
</table></div>
<div class="bars" aria-hidden="true">${environments.map(renderBar)}</div>`;
}

/** The same numbers as lengths; nothing stands here that the table does not say. */
function renderBar({ environment, safeguards }: EnvironmentVerdict): Markup {
  const counts = countStatuses(safeguards);
  const total = sum(Object.values(counts));
  if (total === 0) return markup``;
  const before = (position: number) => sum(STATUSES.slice(0, position).map((status) => counts[status]));
  return markup`
<div class="bar"><span>${environmentName(environment)}</span><svg viewBox="0 0 ${total} 10" preserveAspectRatio="none" focusable="false">${STATUSES.map(
    (status, position) =>
      markup`<rect class="${status}" x="${before(position)}" y="0" width="${counts[status]}" height="10"/>`,
  )}</svg></div>`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
