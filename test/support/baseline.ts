import { App } from 'aws-cdk-lib';
import { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { BaselineStage } from '../../lib/baseline-stage';
import { loadEnvironments } from '../../lib/config/load';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { CDK_CONTEXT } from './test-stack';

/** One resource of a synthesized template. */
export interface SynthesizedResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** A synthesized stack. */
export interface SynthesizedStack {
  /** As `cdk deploy` selects it: `sandbox/Foundation`. */
  readonly name: string;
  readonly region: string;
  readonly terminationProtection: boolean;
  /** The names of the stacks that are deployed before. */
  readonly dependsOn: readonly string[];
  readonly template: { readonly Resources: Readonly<Record<string, SynthesizedResource>> };
}

/** The shipped environments as they are loaded for one account and region. */
function shippedEnvironments(): readonly EnvironmentConfig[] {
  return loadEnvironments({ context: {}, account: '222233334444', region: 'us-east-1' });
}

/** A shipped environment by its name. */
export function shippedEnvironment(name: string): EnvironmentConfig {
  const environment = shippedEnvironments().find((candidate) => candidate.name === name);
  if (environment === undefined) throw new Error(`'name' must be a shipped environment, got: ${name}`);
  return environment;
}

/**
 * Production with a number of its own in every field that counts days: a stack that mistakes one for another, or has
 * one written into it, is seen.
 */
export function unmistakableProduction(): EnvironmentConfig {
  const production = shippedEnvironment('production');
  return {
    ...production,
    retention: {
      auditDays: 2922,
      databaseLogDays: 1096,
      flowLogDays: 1827,
      applicationLogDays: 545,
      backupDays: 90,
      archiveTransitionDays: 120,
    },
    database: { ...production.database, backupRetentionDays: 14 },
  };
}

/** Every stack of the environments, synthesized with the project's feature flags and without validation, for speed. */
export function synthesizeStacks(environments = shippedEnvironments()): readonly SynthesizedStack[] {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  for (const environment of environments) new BaselineStage(app, environment);
  const assembly = app.synth();
  return environments.flatMap(({ name }) =>
    assembly.getNestedAssembly(`assembly-${name}`).stacksRecursively.map((stack) => ({
      name: stack.hierarchicalId,
      region: stack.environment.region,
      terminationProtection: stack.terminationProtection ?? false,
      dependsOn: stack.dependencies
        .filter((dependency) => CloudFormationStackArtifact.isCloudFormationStackArtifact(dependency))
        .map((dependency) => dependency.hierarchicalId),
      template: stack.template,
    })),
  );
}

/** Every resource of one type, as `stack/logicalId` and the resource. */
export function resourcesOf(
  stacks: readonly SynthesizedStack[],
  type: string,
): [string, SynthesizedResource][] {
  return stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]): [string, SynthesizedResource] => [`${name}/${id}`, resource]),
  );
}

/** The properties of the one resource of a type in a stack whose logical id begins like this. */
export function propertiesOf(
  stacks: readonly SynthesizedStack[],
  stack: string,
  type: string,
  id = '',
): Readonly<Record<string, unknown>> {
  const found = resourcesOf(stacks, type).filter(([name]) => name.startsWith(`${stack}/${id}`));
  const [[, resource] = []] = found;
  if (resource?.Properties === undefined || found.length > 1) {
    const names = found.map(([name]) => name).join(', ');
    throw new Error(`'${stack}' must have one ${type} whose id begins with '${id}', got: ${names || 'none'}`);
  }
  return resource.Properties;
}

/** A policy document of a template. */
export interface PolicyDocument {
  readonly Statement: { readonly Sid?: string; readonly Effect: string }[];
}

/** The policy of the one bucket in a stack whose logical id begins like this. */
export function bucketPolicyOf(
  stacks: readonly SynthesizedStack[],
  stack: string,
  bucket: string,
): PolicyDocument {
  return propertiesOf(stacks, stack, 'AWS::S3::BucketPolicy', `${bucket}Policy`)
    .PolicyDocument as PolicyDocument;
}

/** The policy of the one key in a stack whose logical id begins like this. */
export function keyPolicyOf(stacks: readonly SynthesizedStack[], stack: string, key: string): PolicyDocument {
  return propertiesOf(stacks, stack, 'AWS::KMS::Key', key).KeyPolicy as PolicyDocument;
}

/** What the statements of a policy are called; those without a name have none. */
export function sidsOf({ Statement }: PolicyDocument): (string | undefined)[] {
  return Statement.map(({ Sid }) => Sid);
}
