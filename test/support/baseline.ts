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
