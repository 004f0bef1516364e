import { type App, type IPolicyValidationContext, Validations } from 'aws-cdk-lib';
import { appStacks } from './app-stacks';
import { runBaselinePack, runRules } from './baseline-run';
import { eligibilityRules } from './eligibility/eligibility-rules';
import type { Register } from './eligibility/recipient-rule';
import type { Finding, JudgedStack, PackRun } from './finding';
import { runNagPack, type TypedStack, typeStack } from './nag-run';
import type { PackId } from './rule-packs';
import { runSchemaChecks, SchemaPack } from './schema-pack';
import { TemplatePack } from './template-pack';

/** What the packs did. */
export interface PackResults {
  readonly stacks: readonly JudgedStack[];
  readonly runs: readonly PackRun[];
  /** Resources that no rule could look at. */
  readonly unreadable: readonly Finding[];
  /** Packs that did not run to the end. */
  readonly failures: readonly PackFailure[];
}

/** A pack that did not run to the end, so that nothing is known of what it checks. */
export interface PackFailure {
  readonly pack: PackId;
  /** Null when the CDK did not start it, as it does for an app without stacks. */
  readonly reason: string | null;
}

/**
 * Registers every pack on an app. Call it before the app is synthesized, and the function that it returns afterwards.
 *
 * @param projectRoot the directory that file names are relative to, absolute
 * @param register the operator's vendors, on the day of the judgement
 * @see 45 CFR 164.308(a)(8)
 */
export function registerPacks(app: App, projectRoot: string, register: Register): () => PackResults {
  const stacksOf = once(({ appConstruct }: IPolicyValidationContext) => appStacks(appConstruct, projectRoot));
  const typedOf = once((context: IPolicyValidationContext): readonly TypedStack[] =>
    stacksOf(context).map(typeStack),
  );
  const packs = [
    ['hipaa', new TemplatePack('HIPAA.Security', (context) => runNagPack('hipaa', typedOf(context)))],
    [
      'aws-solutions',
      new TemplatePack('AwsSolutions', (context) => runNagPack('aws-solutions', typedOf(context))),
    ],
    ['baseline', new TemplatePack('Baseline', (context) => runBaselinePack(stacksOf(context)))],
    [
      'eligibility',
      new TemplatePack('Eligibility', (context) => runEligibilityPack(stacksOf(context), register)),
    ],
    ['schema', new SchemaPack(stacksOf)],
  ] as const;
  Validations.of(app).addPlugins(...packs.map(([, plugin]) => plugin));
  return () => ({
    stacks: stacksOf.value ?? [],
    runs: packs.flatMap(([, { run }]) => run ?? []),
    unreadable: (typedOf.value ?? []).flatMap(({ unreadable }) => unreadable),
    failures: packs.flatMap(([pack, { run, failure }]) =>
      run === undefined ? [{ pack, reason: failure ?? null }] : [],
    ),
  });
}

/**
 * Runs every pack over templates that no app stands behind.
 *
 * @param stacks each with its template on disk, as JSON
 */
export function runPacks(stacks: readonly JudgedStack[], register: Register): PackResults {
  const typed = stacks.map(typeStack);
  const outcomes = [
    outcome('hipaa', () => runNagPack('hipaa', typed)),
    outcome('aws-solutions', () => runNagPack('aws-solutions', typed)),
    outcome('baseline', () => runBaselinePack(stacks)),
    outcome('eligibility', () => runEligibilityPack(stacks, register)),
    outcome('schema', () => runSchemaChecks(stacks)),
  ];
  return {
    stacks,
    runs: outcomes.flatMap((each) => ('findings' in each ? [each] : [])),
    unreadable: typed.flatMap(({ unreadable }) => unreadable),
    failures: outcomes.flatMap((each) => ('reason' in each ? [each] : [])),
  };
}

function outcome(pack: PackId, run: () => PackRun): PackRun | PackFailure {
  try {
    return run();
  } catch (error) {
    return { pack, reason: error instanceof Error ? error.message : String(error) };
  }
}

function runEligibilityPack(stacks: readonly JudgedStack[], register: Register): PackRun {
  return runRules('eligibility', stacks, eligibilityRules(register));
}

interface Once<A, R> {
  (argument: A): R;
  /** What the first call returned; undefined before it. */
  value: R | undefined;
}

/** Several packs look at the same templates: they are read once. */
function once<A, R>(compute: (argument: A) => R): Once<A, R> {
  const run: Once<A, R> = Object.assign(
    (argument: A) => {
      run.value ??= compute(argument);
      return run.value;
    },
    { value: undefined },
  );
  return run;
}
