import { tone } from '../report/color';
import { type Layout, paragraph } from '../report/paragraph';
import { plural } from '../report/plural';
import { printable } from '../report/printable';
import { instantWords } from './date-words';
import type { ShownEntry } from './entries';
import type { ChainState } from './verify-case';

/** The most entries that a person is shown; the export has all. */
const MOST_SHOWN = 200;

/** The entries of a case, the oldest first. */
export function renderTimeline(lines: readonly ShownEntry[], layout: Layout): string {
  const shown = lines.slice(-MOST_SHOWN);
  const left = lines.length - shown.length;
  return `${[
    tone('Timeline', 'heading', layout.color),
    ...(left === 0 ? [] : [`  Earlier entries stand in the export: ${left}`]),
    ...shown.map(({ seq, at, words, by }) =>
      paragraph(
        printable(`${seq ?? '?'}  ${at === null ? 'no time' : instantWords(at)}  ${words} (${by})`),
        '  ',
        '      ',
        layout,
      ),
    ),
  ].join('\n')}\n`;
}

/** Whether the timeline is intact. */
export function renderChain({ verdict, records, brokenAt, problem }: ChainState, { color }: Layout): string {
  return verdict === 'intact'
    ? `${tone('Chain intact', 'good', color)}: ${plural(records, 'record')} up to the newest that the case names.\n`
    : `${tone('CHAIN BROKEN', 'bad', color)} at record ${brokenAt}: ${problem}. Keep what is there, and compare it with the locked archive.\n`;
}
