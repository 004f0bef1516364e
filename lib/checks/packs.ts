import { type App, type IPolicyValidationContext, Validations } from 'aws-cdk-lib';
import { appStacks } from './app-stacks';
import { runBaselinePack } from './baseline-run';
import type { Finding, JudgedStack, PackRun } from './finding';
import { runNagPack, type TypedStack, typeStack } from './nag-run';
import type { PackId } from './rule-packs';
import { SchemaPack } from './schema-pack';
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
 * @see 45 CFR 164.308(a)(8)
 */
export function registerPacks(app: App, projectRoot: string): () => PackResults {
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
