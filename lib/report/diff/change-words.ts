import { environmentName, environmentNames } from '../environment-name';
import { plural } from '../plural';
import { type MergedChange, mergeChanges } from './merge-changes';
import type { Direction, EnvironmentDiff, SafeguardChange, VerdictDiff } from './safeguard-change';

/** The most reasons that one line names. */
const MOST_REASONS = 3;

/** What happened to a safeguard, as words that follow its name: `lost in production, enforced → gap, because …`. */
export function changeInWords(change: MergedChange): string {
  return [movementInWords(change), becauseOf(change.reasons)].filter((part) => part !== '').join(', ');
}

function movementInWords(change: MergedChange): string {
  const { direction, before, after } = change;
  const where = `in ${environmentNames(change.environments)}`;
  if (before === null) return `new in the catalogue ${where}, ${after}`;
  if (after === null) return `no longer in the catalogue ${where}, was ${before}`;
  return `${direction} ${where}, ${stepInWords(change)}`;
}

/** From which status to which: `enforced → gap`, `still partial`. */
export function stepInWords({ before, after }: SafeguardChange): string {
  if (before === after) return `still ${after}`;
  if (before === null) return after ?? '';
  return after === null ? `was ${before}` : `${before} → ${after}`;
}

function becauseOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return '';
  const more =
    reasons.length > MOST_REASONS ? `; and ${plural(reasons.length - MOST_REASONS, 'other reason')}` : '';
  return `because ${reasons.slice(0, MOST_REASONS).join('; ')}${more}`;
}

/** The whole difference in a line: `Since 2026-10-01: safeguards 2 lost, 1 won.` The proposal has no part in it. */
export function diffHeadline({ asOf, environments, added, notJudged }: VerdictDiff): string {
  const changes = mergeChanges(environments, 'current');
  const parts = COUNTED.flatMap(([direction, words]) => {
    const citations = changes
      .filter((change) => change.direction === direction)
      .map(({ citation }) => citation);
    const count = new Set(citations).size;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const compared =
    environments.length === 0 ? 'no environment was judged both times' : 'no safeguard changed';
  return [
    `Since ${asOf.before}: ${parts.length === 0 ? compared : `safeguards ${parts.join(', ')}`}.`,
    ...added.map((name) => `${environmentName(name)} was not judged then.`),
    ...notJudged.map((name) => `${environmentName(name)} was not judged now.`),
  ].join(' ');
}

const COUNTED: readonly (readonly [Direction, string])[] = [
  ['lost', 'lost'],
  ['weakened', 'weakened'],
  ['changed', 'changed'],
  ['removed', 'gone from the catalogue'],
  ['won', 'won'],
  ['strengthened', 'strengthened'],
  ['added', 'new in the catalogue'],
];

/** How much an environment's verdict rests on, where that differs: `verdict PASS → FAIL, violations 0 → 1`; empty where nothing does. */
export function countsInWords({ verdict, counts: { before, after } }: EnvironmentDiff): string {
  const rows: readonly (readonly [string, string | number, string | number])[] = [
    ['verdict', verdict.before.toUpperCase(), verdict.after.toUpperCase()],
    ['violations', before.violations, after.violations],
    ['exceptions', before.acknowledged, after.acknowledged],
    ['rules', before.rules, after.rules],
    ['resources', before.resources, after.resources],
  ];
  return rows
    .filter(([, old, now]) => old !== now)
    .map(([name, old, now]) => `${name} ${old} → ${now}`)
    .join(', ');
}
