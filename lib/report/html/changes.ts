import { countsInWords, diffHeadline, stepInWords } from '../diff/change-words';
import { type MergedChange, mergeChanges } from '../diff/merge-changes';
import type { Direction, VerdictDiff } from '../diff/safeguard-change';
import { environmentName, environmentNames } from '../environment-name';
import { breakable } from './breakable';
import { type Markup, markup } from './markup';
import { anchorOf } from './safeguard-groups';

/** What was lost and won since an earlier verdict, each change with all its reasons, losses first, the proposal last. */
export function renderChanges(diff: VerdictDiff): Markup {
  const { environments } = diff;
  const changes = mergeChanges(environments, 'current');
  const opened = environments.flatMap(({ unexplained }) => unexplained);
  const proposed = mergeChanges(environments, 'nprm-2025');
  return markup`
<p>${diffHeadline(diff)}</p>${environments.map((each) => {
    const counts = countsInWords(each);
    return counts === ''
      ? null
      : markup`
<p class="aside">${environmentName(each.environment)}: ${counts}</p>`;
  })}${
    changes.length + opened.length === 0
      ? null
      : markup`
<ul class="changes">${changes.map(renderChange)}${opened.map(renderOpened)}</ul>`
  }${
    proposed.length === 0
      ? null
      : markup`
<p class="aside">Of the proposal of 2025, which is not law and is never scored:</p>
<ul class="changes">${proposed.map(renderChange)}</ul>`
  }`;
}

function renderOpened({ rule, path }: { readonly rule: string; readonly path: string }): Markup {
  return markup`
<li class="lost"><span class="direction">Opened</span> <span><code>${rule}</code> on <code>${breakable(path)}</code></span></li>`;
}

function renderChange(change: MergedChange): Markup {
  const { citation, title, profile, direction, after, reasons, environments } = change;
  const name = markup`<span class="citation">${citation}</span> <span class="title">${title}</span>`;
  return markup`
<li class="${TONES[direction]}"><span class="direction">${WORDS[direction]}</span> <span>${
    after === null ? name : markup`<a href="#${anchorOf(profile, citation)}">${name}</a>`
  }: <span class="step">${stepInWords(change)}, in ${environmentNames(environments)}</span>${
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
