import type { EnvironmentVerdict, Verdict } from '../../checks/verdict';
import { environmentName } from '../environment-name';
import { type Content, type Markup, markup } from './markup';
import { verdictBadge } from './status-badge';

const ROWS: readonly (readonly [string, (environment: EnvironmentVerdict) => Content])[] = [
  ['Verdict', ({ verdict }) => verdictBadge(verdict)],
  ['Open violations', ({ counts }) => counts.violations],
  ['Exceptions', ({ counts }) => counts.acknowledged],
  ['Resources', ({ counts }) => counts.resources],
  ['Rules', ({ counts }) => counts.rules],
  ['Evaluations', ({ counts }) => counts.evaluations],
];

/** The verdict on every environment, and how much it rests on. */
export function renderVerdictTable({ environments }: Verdict): Markup {
  return markup`
<div class="scroll" role="region" aria-labelledby="verdict-caption" tabindex="0">
<table class="figures">
<caption id="verdict-caption">The checks, by environment</caption>
<thead><tr><th scope="col">What was found</th>${environments.map(({ environment }) => markup`<th scope="col" class="figure">${environmentName(environment)}</th>`)}</tr></thead>
<tbody>${ROWS.map(
    ([name, figureOf]) => markup`
<tr><th scope="row">${name}</th>${environments.map((environment) => markup`<td class="figure">${figureOf(environment)}</td>`)}</tr>`,
  )}</tbody>
</table></div>
<p class="aside">An evaluation is one rule applied to one resource. A warning counts as a violation.</p>`;
}
