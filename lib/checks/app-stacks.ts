import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { JudgedStack } from './finding';
import { sourceOf } from './source-location';
import { parseTemplate } from './template';

/** Every stack of a synthesized app, nested stacks included, with the template that was written for it. */
export function appStacks(app: IConstruct, projectRoot: string): readonly JudgedStack[] {
  return app.node
    .findAll()
    .filter(Stack.isStack)
    .map((stack) => judgedStack(stack, projectRoot));
}

/** The name of the outermost stage that a construct stands in; null outside every stage. */
export function environmentOf(construct: IConstruct): string | null {
  const [, ...scopes] = construct.node.scopes;
  return scopes.find(Stage.isStage)?.node.id ?? null;
}

function judgedStack(stack: Stack, projectRoot: string): JudgedStack {
  const stage = Stage.of(stack);
  if (stage === undefined) throw new Error(`'${stack.node.path}' must stand in an app`);
  const templatePath = path.resolve(stage.outdir, stack.templateFile);
  const name = stack.node.path;
  let resources: ReadonlyMap<string, IConstruct> | undefined;
  return {
    environment: environmentOf(stack),
    name,
    templatePath,
    template: parseTemplate(JSON.parse(readFileSync(templatePath, 'utf8'))),
    locate: (logicalId) => {
      // Only a stack with findings pays for resolving its logical ids.
      resources ??= resourcesByLogicalId(stack);
      const construct = logicalId === null ? stack : resources.get(logicalId);
      return construct === undefined
        ? { path: `${name}/${logicalId}`, source: null }
        : { path: construct.node.path, source: sourceOf(construct, projectRoot) };
    },
  };
}

function resourcesByLogicalId(stack: Stack): ReadonlyMap<string, IConstruct> {
  const resources = stack.node.findAll().filter(CfnResource.isCfnResource);
  return new Map(
    resources
      .filter((resource) => resource.stack === stack)
      .map((resource) => [String(stack.resolve(resource.logicalId)), resource]),
  );
}
