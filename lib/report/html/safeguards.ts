import { environmentName } from '../environment-name';
import { STATUS_WORDS, STATUSES } from '../status-words';
import { leadOf, renderEvidence } from './evidence';
import { type Markup, markup } from './markup';
import {
  anchorOf,
  type SafeguardEntry,
  type SafeguardGroup,
  type SafeguardSection,
} from './safeguard-groups';
import { statusBadge } from './status-badge';

const KINDS = {
  general: 'General rule',
  standard: 'Standard',
  required: 'Required specification',
  addressable: 'Addressable specification',
  definition: 'Definition',
  proposed: 'Proposed',
} as const;

/** A section of the rules as a table: what each paragraph asks, and how far every environment meets it. */
export function renderSection({ section, safeguards }: SafeguardSection): Markup {
  const id = `section-${section.number}`;
  return markup`
<section class="rule-section" aria-labelledby="${id}" data-section="${section.number}">
<h3 id="${id}"><span class="number">${section.number}</span> ${section.title}</h3>
<p class="aside">${tallyInWords(safeguards)} <a href="https://www.ecfr.gov/current/title-45/section-${section.number}" rel="noreferrer">45 CFR ${section.number}</a></p>
${safeguardTable(safeguards, `${section.number} ${section.title}`)}
</section>`;
}

/** Safeguards as a table, under a caption for those who hear it. */
export function safeguardTable(safeguards: readonly SafeguardGroup[], caption: string): Markup {
  return markup`<table class="safeguards">
<caption class="visually-hidden">${caption}</caption>
<thead><tr><th scope="col">Safeguard</th><th scope="col">Status and evidence</th></tr></thead>
<tbody>${safeguards.map(renderSafeguard)}
</tbody></table>`;
}

function renderSafeguard({ citation, title, basis, profile, kind, asks, entries }: SafeguardGroup): Markup {
  const about = [kind === null ? '' : KINDS[kind], basis].filter((part) => part !== '').join(', ');
  return markup`
<tr id="${anchorOf(profile, citation)}" data-safeguard>
<th scope="row"><span class="citation">${citation}</span> <span class="title">${title}</span> <span class="asks">${asks}</span> <span class="kind">${about}</span></th>
<td>${entries.map(renderEntry)}</td>
</tr>`;
}

function renderEntry({ environment, index, status, evidence }: SafeguardEntry): Markup {
  return markup`<details open data-environment="${index}" data-status="${status}">
<summary><span class="environment">${environmentName(environment)}</span> ${statusBadge(status)} <span class="lead">${leadOf(evidence)}</span></summary>
${renderEvidence(evidence)}</details>
`;
}

/** How the entries of a section divide, all environments together: `4 enforced, 2 gap.` */
function tallyInWords(safeguards: readonly SafeguardGroup[]): string {
  const statuses = safeguards.flatMap(({ entries }) => entries.map(({ status }) => status));
  const parts = STATUSES.flatMap((status) => {
    const count = statuses.filter((each) => each === status).length;
    return count === 0 ? [] : [`${count} ${STATUS_WORDS[status].word.toLowerCase()}`];
  });
  return `${parts.join(', ')}.`;
}
