import type { Verdict } from '../../checks/verdict';
import { environmentName } from '../environment-name';
import { type Markup, markup } from './markup';
import { verdictBadge } from './status-badge';

/** The verdict on every environment, and how much it rests on. */
export function renderVerdictTable({ environments }: Verdict): Markup {
  return markup`
<div class="scroll" role="region" aria-labelledby="verdict-caption" tabindex="0">
<table class="verdicts">
<caption id="verdict-caption">The checks, by environment</caption>
<thead><tr><th scope="col">Environment</th><th scope="col">Verdict</th><th scope="col" class="figure">Open violations</th><th scope="col" class="figure">Exceptions</th><th scope="col" class="figure">Resources</th><th scope="col" class="figure">Rules</th><th scope="col" class="figure">Evaluations</th></tr></thead>
<tbody>${environments.map(
    ({ environment, verdict, counts }) => markup`
<tr><th scope="row">${environmentName(environment)}</th><td>${verdictBadge(verdict)}</td><td class="figure">${counts.violations}</td><td class="figure">${counts.acknowledged}</td><td class="figure">${counts.resources}</td><td class="figure">${counts.rules}</td><td class="figure">${counts.evaluations}</td></tr>`,
  )}</tbody>
</table></div>
<p class="aside">An evaluation is one rule applied to one resource. A warning counts as a violation.</p>`;
}
