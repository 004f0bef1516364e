import { daysBetween } from '../../checks/calendar-date';
import type { AcknowledgedFinding, EnvironmentVerdict, Verdict } from '../../checks/verdict';
import { environmentName } from '../environment-name';
import { groupBy } from '../group-by';
import { plural } from '../plural';
import { breakable } from './breakable';
import { type Markup, markup } from './markup';

/** Every exception with its reason, owner and last day, environment by environment; those that are the same but for the resource together. */
export function renderExceptions({ environments, asOf }: Verdict): Markup {
  const excepted = environments.filter(({ acknowledged }) => acknowledged.length > 0);
  if (excepted.length === 0) return markup`<p>There is no exception.</p>`;
  return markup`${excepted.map((environment) => renderEnvironment(environment, asOf))}`;
}

function renderEnvironment({ environment, acknowledged }: EnvironmentVerdict, asOf: string): Markup {
  const groups = groupBy(acknowledged, ({ rule, reason, owner, expires, citations }) =>
    JSON.stringify([rule, reason, owner, expires, citations]),
  );
  return markup`
<h3>${environmentName(environment)}</h3>
<table class="exceptions">
<caption class="visually-hidden">Exceptions in ${environmentName(environment)}</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Holds until</th><th scope="col">Resources</th></tr></thead>
<tbody>${[...groups.values()].map((group) => renderGroup(group, asOf))}
</tbody></table>`;
}

function renderGroup(group: readonly AcknowledgedFinding[], asOf: string): Markup | null {
  const [first] = group;
  if (first === undefined) return null;
  const { rule, reason, owner, expires, citations } = first;
  return markup`
<tr><th scope="row"><code>${breakable(rule)}</code> <span class="kind">${citations.join(', ')}</span></th>
<td data-label="Reason">${reason}</td>
<td data-label="Owner">${owner}</td>
<td data-label="Holds until"><time datetime="${expires}">${expires}</time> <span class="kind">${plural(daysBetween(asOf, expires), 'day')} left</span></td>
<td data-label="Resources"><ul>${group.map(({ path }) => markup`<li><code>${breakable(path)}</code></li>`)}</ul></td></tr>`;
}
