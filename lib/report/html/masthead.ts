import { answerOf, standingOf } from '../answer';
import { LIMIT } from '../limit';
import type { Report } from '../report';
import { type Markup, markup } from './markup';
import { verdictBadge } from './status-badge';

/** The answer, before everything else: the verdict, what it means for each environment, and what it does not mean. */
export function renderMasthead({ verdict, toolVersion }: Report): Markup {
  return markup`
<header class="masthead">
<p class="kicker">HIPAA baseline, compliance report</p>
<h1>${answerOf(verdict)}</h1>
<p class="verdict-line">${verdictBadge(verdict.verdict)} as of <time datetime="${verdict.asOf}">${verdict.asOf}</time>, by aws-hipaa-baseline ${toolVersion}</p>
<ul class="standing">${verdict.environments.map((environment) => markup`<li>${standingOf(environment)}</li>`)}</ul>
<p class="limit">${LIMIT}</p>
</header>`;
}
