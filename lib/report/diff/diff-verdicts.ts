import type { EnvironmentVerdict, SafeguardStatus, Verdict, Violation } from '../../checks/verdict';
import { DIRECTIONS, directionOf } from './direction';
import { evidenceOf, reasonsFor } from './reasons';
import type { EnvironmentDiff, SafeguardChange, VerdictDiff } from './safeguard-change';

/**
 * What was lost and won from one verdict to another, environment by environment; an environment that only one of them judged is named
 * and not compared.
 *
 * @see 45 CFR 164.308(a)(8) for the evaluation in response to changes
 */
export function diffVerdicts(before: Verdict, after: Verdict): VerdictDiff {
  const named = (verdict: Verdict) => new Map(verdict.environments.map((each) => [each.environment, each]));
  const [old, now] = [named(before), named(after)];
  return {
    asOf: { before: before.asOf, after: after.asOf },
    environments: [...now].flatMap(([name, environment]) => {
      const earlier = old.get(name);
      return earlier === undefined ? [] : [diffEnvironments(earlier, environment)];
    }),
    added: [...now.keys()].filter((name) => !old.has(name)),
    notJudged: [...old.keys()].filter((name) => !now.has(name)),
  };
}

function diffEnvironments(before: EnvironmentVerdict, after: EnvironmentVerdict): EnvironmentDiff {
  const changes = changesOf(before, after);
  const opened = onlyIn(after.violations, before.violations);
  const changed = new Set(changes.map(keyOf));
  const told = new Set(
    after.safeguards.filter((row) => changed.has(keyOf(row))).flatMap(({ evidence }) => evidence),
  );
  return {
    environment: after.environment,
    verdict: { before: before.verdict, after: after.verdict },
    counts: { before: before.counts, after: after.counts },
    changes,
    opened,
    closed: onlyIn(before.violations, after.violations),
    unexplained: opened.filter(({ rule, path }) => !told.has(`open: ${rule} on ${path}`)),
  };
}

function changesOf(before: EnvironmentVerdict, after: EnvironmentVerdict): readonly SafeguardChange[] {
  const old = new Map(before.safeguards.map((row) => [keyOf(row), row]));
  const now = new Map(after.safeguards.map((row) => [keyOf(row), row]));
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const violations = { violationsBefore: before.violations, violationsAfter: after.violations };
  return keys
    .flatMap((key) => changeOf(old.get(key), now.get(key), violations) ?? [])
    .sort((a, b) => DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction));
}

function changeOf(
  before: SafeguardStatus | undefined,
  after: SafeguardStatus | undefined,
  violations: {
    readonly violationsBefore: readonly Violation[];
    readonly violationsAfter: readonly Violation[];
  },
): SafeguardChange | null {
  const row = after ?? before;
  if (row === undefined) return null;
  const pair = before && after && { before, after, ...violations };
  const direction = directionOf(
    before?.status ?? null,
    after?.status ?? null,
    pair === undefined ? { worse: false, better: false } : evidenceOf(pair),
  );
  if (direction === null) return null;
  return {
    citation: row.citation,
    title: row.title,
    profile: row.profile,
    direction,
    before: before?.status ?? null,
    after: after?.status ?? null,
    reasons: pair === undefined ? [] : reasonsFor(pair, direction),
  };
}

/** A paragraph of the proposal is another one than the paragraph in force with its number. */
function keyOf({ profile, citation }: Pick<SafeguardStatus, 'profile' | 'citation'>): string {
  return `${profile} ${citation}`;
}

function onlyIn(violations: readonly Violation[], others: readonly Violation[]): readonly Violation[] {
  const known = new Set(others.map(identityOf));
  return violations.filter((violation) => !known.has(identityOf(violation)));
}

function identityOf({ rule, path }: Violation): string {
  return `${rule}\n${path}`;
}
