import { countsInWords, diffHeadline, stepInWords } from '../diff/change-words';
import type { Direction, EnvironmentDiff, SafeguardChange, VerdictDiff } from '../diff/safeguard-change';
import { environmentName } from '../environment-name';
import { breakable } from './breakable';
import { type Markup, markup } from './markup';
import { anchorOf } from './safeguard-groups';

/** What was lost and won since an earlier verdict, each change with all its reasons, losses first, the proposal last. */
export function renderChanges(diff: VerdictDiff): Markup {
  return markup`
<p>${diffHeadline(diff)}</p>${diff.environments.map(renderEnvironment)}`;
}

function renderEnvironment(environment: EnvironmentDiff): Markup | null {
  const counts = countsInWords(environment);
  if (counts === '' && environment.changes.length === 0 && environment.unexplained.length === 0) return null;
  const ofProfile = (wanted: SafeguardChange['profile']) =>
    environment.changes.filter(({ profile }) => profile === wanted);
  const proposed = ofProfile('nprm-2025');
  return markup`
<h3>${environmentName(environment.environment)}</h3>
${counts === '' ? null : markup`<p class="aside">${counts}</p>`}
<ul class="changes">${ofProfile('current').map(renderChange)}${environment.unexplained.map(
    ({ rule, path }) =>
      markup`
<li class="lost"><span class="direction">Opened</span> <span><code>${rule}</code> on <code>${breakable(path)}</code></span></li>`,
  )}</ul>${
    proposed.length === 0
      ? null
      : markup`
<p>Of the proposal of 2025, which is not law and is never scored:</p>
<ul class="changes">${proposed.map(renderChange)}</ul>`
  }`;
}

function renderChange(change: SafeguardChange): Markup {
  const { citation, title, profile, direction, after, reasons } = change;
  const name = markup`<span class="citation">${citation}</span> <span class="title">${title}</span>`;
  return markup`
<li class="${TONES[direction]}"><span class="direction">${WORDS[direction]}</span> <span>${
    after === null ? name : markup`<a href="#${anchorOf(profile, citation)}">${name}</a>`
  } <span class="step">${stepInWords(change)}</span>${
    reasons.length === 0
      ? null
      : markup`<span class="reasons">${reasons.map((reason) => markup` <span>${breakable(reason)}</span>`)}</span>`
  }</span></li>`;
}

const WORDS: Readonly<Record<Direction, string>> = {
  lost: 'Lost',
  weakened: 'Weakened',
  changed: 'Changed',
  removed: 'Gone',
  won: 'Won',
  strengthened: 'Strengthened',
  added: 'New',
};

const TONES: Readonly<Record<Direction, 'lost' | 'won' | 'even'>> = {
  lost: 'lost',
  weakened: 'lost',
  changed: 'even',
  removed: 'even',
  won: 'won',
  strengthened: 'won',
  added: 'even',
};
