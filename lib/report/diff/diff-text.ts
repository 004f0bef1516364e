import { type Tone, tone } from '../color';
import { environmentName } from '../environment-name';
import { type Layout, paragraph } from '../paragraph';
import { printable } from '../printable';
import { changeInWords, countsInWords, diffHeadline } from './change-words';
import type { Direction, EnvironmentDiff, SafeguardChange, VerdictDiff } from './safeguard-change';

/** What was lost and won, for people: the headline, then a line for each change, losses first, the proposal last. */
export function renderDiffText(diff: VerdictDiff, layout: Layout): string {
  return [
    tone(paragraph(diffHeadline(diff), '', '  ', layout), 'heading', layout.color),
    ...diff.environments.flatMap((environment) => renderEnvironment(environment, layout)),
    '',
  ].join('\n');
}

function renderEnvironment(environment: EnvironmentDiff, layout: Layout): readonly string[] {
  const counts = countsInWords(environment);
  const proposed = environment.changes.filter(({ profile }) => profile === 'nprm-2025');
  return [
    ...(counts === '' ? [] : [line(`${environmentName(environment.environment)}: ${counts}`, layout)]),
    ...environment.changes
      .filter(({ profile }) => profile === 'current')
      .map((change) => renderChange(change, environment.environment, layout)),
    ...environment.unexplained.map(({ rule, path }) =>
      line(`opened: ${printable(`${rule} on ${path}`)}`, layout),
    ),
    ...(proposed.length === 0
      ? []
      : [line('Of the proposal of 2025, which is not law and is never scored:', layout)]),
    ...proposed.map((change) => renderChange(change, environment.environment, layout)),
  ];
}

function renderChange(change: SafeguardChange, environment: string | null, layout: Layout): string {
  const words = printable(`${change.citation} ${change.title}: ${changeInWords(change, environment)}`);
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
