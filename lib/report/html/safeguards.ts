import { environmentName } from '../environment-name';
import { shareEvidence } from '../evidence/share-evidence';
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
<p class="aside">${talliesInWords(safeguards).map((tally) => markup`${tally} `)}<a href="https://www.ecfr.gov/current/title-45/section-${section.number}" rel="noreferrer">45 CFR ${section.number}</a></p>
${safeguardTable(safeguards, `${section.number} ${section.title}`)}
</section>`;
}

/** Safeguards as a table, a row group each, under a caption for those who hear it. */
export function safeguardTable(safeguards: readonly SafeguardGroup[], caption: string): Markup {
  return markup`<table class="safeguards">
<caption class="visually-hidden">${caption}</caption>
<colgroup><col><col class="status-column"></colgroup>
<thead><tr><th scope="col">Safeguard</th><th scope="col">Status</th></tr></thead>${safeguards.map(renderSafeguard)}
</table>`;
}

function renderSafeguard({ citation, title, basis, profile, kind, asks, entries }: SafeguardGroup): Markup {
  const about = [kind === null ? '' : KINDS[kind], basis].filter((part) => part !== '').join(', ');
  return markup`
<tbody id="${anchorOf(profile, citation)}" data-safeguard>
<tr><th scope="rowgroup"><span class="name"><span class="citation">${citation}</span> <span class="title">${title}</span></span> <span class="asks">${asks}</span> <span class="kind">${about}</span></th>
<td><ul class="statuses">${entries.map(renderStatus)}</ul></td></tr>
<tr><td colspan="2">${renderProof(entries)}</td></tr>
</tbody>`;
}

function renderStatus({ environment, index, status }: SafeguardEntry): Markup {
  return markup`<li data-environment="${index}" data-status="${status}"><span class="environment">${environmentName(environment)}</span> ${statusBadge(status)}</li>`;
}

/** What every environment has, once, and then what each has of its own. */
function renderProof(entries: readonly SafeguardEntry[]): Markup {
  const { shared, own } = shareEvidence(entries.map(({ evidence }) => evidence));
  const differs = own.some((lines) => lines.length > 0);
  return markup`<details open><summary>${renderLeads(entries)}<span class="unfolded">Evidence</span></summary>${
    differs && shared.length > 0 ? markup`<p class="whose">In every environment</p>` : null
  }${shared.length > 0 ? renderEvidence(shared) : null}${entries.map(({ environment, index }, position) => {
    const lines = own[position] ?? [];
    return lines.length === 0
      ? null
      : markup`
<div data-environment="${index}"><p class="whose">In ${environmentName(environment)}</p>${renderEvidence(lines)}</div>`;
  })}</details>`;
}

/** The line that says most, once where it is the same everywhere. */
function renderLeads(entries: readonly SafeguardEntry[]): Markup {
  const leads = entries.map(({ evidence }) => leadOf(evidence));
  const [first = ''] = leads;
  if (leads.every((lead) => lead === first)) return markup`<span class="lead">${first}</span>`;
  return markup`${entries.map(
    ({ environment, index }, position) =>
      markup`<span class="lead" data-environment="${index}"><span class="environment">${environmentName(environment)}</span> ${leads[position] ?? ''}</span> `,
  )}`;
}

/** How the statuses of each environment divide: `sandbox: 4 enforced, 2 gap.` */
function talliesInWords(safeguards: readonly SafeguardGroup[]): readonly string[] {
  const entries = safeguards.flatMap((safeguard) => safeguard.entries);
  const environments = new Map(entries.map(({ index, environment }) => [index, environment]));
  return [...environments].map(([index, environment]) => {
    const statuses = entries.filter((entry) => entry.index === index).map(({ status }) => status);
    const parts = STATUSES.flatMap((status) => {
      const count = statuses.filter((each) => each === status).length;
      return count === 0 ? [] : [`${count} ${STATUS_WORDS[status].word.toLowerCase()}`];
    });
    return `${environmentName(environment)}: ${parts.join(', ')}.`;
  });
}
