import { compareCitations } from '../../safeguards/citation';
import { groupBy } from '../group-by';
import { DIRECTIONS } from './direction';
import type { EnvironmentDiff, SafeguardChange } from './safeguard-change';

/** A change that is the same, reasons included, in one environment or several. */
export interface MergedChange extends SafeguardChange {
  readonly environments: readonly (string | null)[];
}

/** The changes of all environments, the same ones once: what a reviewer must see first comes first, then in the order of the rule book. */
export function mergeChanges(
  environments: readonly EnvironmentDiff[],
  profile: SafeguardChange['profile'],
): readonly MergedChange[] {
  const changes = environments.flatMap((each) =>
    each.changes
      .filter((change) => change.profile === profile)
      .map((change) => ({ change, environment: each.environment })),
  );
  return [...groupBy(changes, ({ change }) => JSON.stringify(change)).values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ ...first.change, environments: group.map(({ environment }) => environment) }];
    })
    .sort(
      (a, b) =>
        DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
        compareCitations(a.citation, b.citation),
    );
}
