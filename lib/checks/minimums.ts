import type { JudgedStack, PackRun } from './finding';
import type { PackFailure } from './packs';
import type { PackId } from './rule-packs';

/** A reason not to believe a run, as a violation. */
export interface Shortfall {
  readonly rule: 'Baseline-ChecksRan';
  readonly message: string;
  readonly fix: string;
}

/**
 * The fewest rules of each pack that a run must apply to every resource. Raise it with each pack; a pack that lost rules is looked at
 * before it is believed.
 */
export const MINIMUM_RULES = {
  hipaa: 90,
  'aws-solutions': 131,
  baseline: 32,
  eligibility: 2,
} as const satisfies Partial<Record<PackId, number>>;

/**
 * Why a run is not to be believed: it saw no resource, or a pack did not apply all of its rules to every resource. Empty when it is.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function shortfalls(
  stacks: readonly JudgedStack[],
  runs: readonly PackRun[],
  failures: readonly PackFailure[],
  unreadable: number,
): readonly Shortfall[] {
  const resources = stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0);
  const failed = failures.filter(({ reason }) => stacks.length > 0 || reason !== null);
  if (failed.length > 0) return failed.map(describeFailure);
  if (resources === 0) {
    return [shortfall('The checks must see at least one resource, got: none, so that nothing was checked.')];
  }
  return [
    ...Object.entries(MINIMUM_RULES).flatMap(([pack, minimum]) => {
      const run = runs.find((candidate) => candidate.pack === pack);
      const seen = pack === 'hipaa' || pack === 'aws-solutions' ? resources - unreadable : resources;
      return ruleShortfall(pack, minimum, run, stacks, seen);
    }),
    ...schemaShortfall(runs, stacks),
  ];
}

function ruleShortfall(
  pack: string,
  minimum: number,
  run: PackRun | undefined,
  stacks: readonly JudgedStack[],
  resources: number,
): readonly Shortfall[] {
  const rules = run?.rules.size ?? 0;
  const evaluations = stacks.reduce((sum, stack) => sum + (run?.evaluations.get(stack) ?? 0), 0);
  if (resources === 0 || (rules >= minimum && evaluations >= minimum * resources)) return [];
  return [
    shortfall(
      `Pack ${pack} must apply at least ${minimum} rules to each of ${resources} resources, ` +
        `got: ${rules} rules and ${evaluations} evaluations.`,
    ),
  ];
}

function schemaShortfall(runs: readonly PackRun[], stacks: readonly JudgedStack[]): readonly Shortfall[] {
  const run = runs.find(({ pack }) => pack === 'schema');
  const missed = stacks.filter((stack) => run?.evaluations.has(stack) !== true);
  return missed.map(({ name }) =>
    shortfall(`The schema checks must see every template, got: not that of ${name}.`),
  );
}

function describeFailure({ pack, reason }: PackFailure): Shortfall {
  return shortfall(`Pack ${pack} must run to the end, got: ${reason ?? 'the CDK did not start it'}`);
}

function shortfall(message: string): Shortfall {
  return {
    rule: 'Baseline-ChecksRan',
    message,
    fix: 'Check that the app has stacks with resources and that the packs are those of the lock file; then run again.',
  };
}
