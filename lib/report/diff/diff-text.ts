import { type Tone, tone } from '../color';
import { environmentName } from '../environment-name';
import { type Layout, paragraph } from '../paragraph';
import { printable } from '../printable';
import { changeInWords, countsInWords, diffHeadline } from './change-words';
import { type MergedChange, mergeChanges } from './merge-changes';
import type { Direction, VerdictDiff } from './safeguard-change';

/** What was lost and won, for people: the headline, then a line for each change, losses first, the proposal last. */
export function renderDiffText(diff: VerdictDiff, layout: Layout): string {
  const { environments } = diff;
  const proposed = mergeChanges(environments, 'nprm-2025');
  return [
    tone(paragraph(diffHeadline(diff), '', '  ', layout), 'heading', layout.color),
    ...environments.flatMap((each) => {
      const counts = countsInWords(each);
      return counts === '' ? [] : [line(`${environmentName(each.environment)}: ${counts}`, layout)];
    }),
    ...mergeChanges(environments, 'current').map((change) => renderChange(change, layout)),
    ...environments
      .flatMap(({ unexplained }) => unexplained)
      .map(({ rule, path }) => line(`opened: ${printable(`${rule} on ${path}`)}`, layout)),
    ...(proposed.length === 0
      ? []
      : [line('Of the proposal of 2025, which is not law and is never scored:', layout)]),
    ...proposed.map((change) => renderChange(change, layout)),
    '',
  ].join('\n');
}

function renderChange(change: MergedChange, layout: Layout): string {
  const words = printable(`${change.citation} ${change.title}: ${changeInWords(change)}`);
  return tone(line(words, layout), TONES[change.direction], layout.color);
}

function line(text: string, layout: Layout): string {
  return paragraph(text, '  ', '    ', layout);
}

const TONES: Readonly<Record<Direction, Tone>> = {
  lost: 'bad',
  weakened: 'bad',
  changed: 'heading',
  removed: 'heading',
  won: 'good',
  strengthened: 'good',
  added: 'heading',
};
