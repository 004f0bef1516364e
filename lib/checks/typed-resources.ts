import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CfnResource, Intrinsic, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isJsonObject, type Template, type TemplateResource } from './template';

/** A resource of a template as the typed construct that rules by class look at. */
export interface TypedResource {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  readonly node: CfnResource;
}

/** The resources that could be typed, and why the others could not. */
export interface TypedResources {
  readonly typed: readonly TypedResource[];
  readonly failures: readonly { readonly logicalId: string; readonly reason: string }[];
}

/**
 * Turns the resources of a template into typed constructs in a stack of their own, so that rules judge what would be deployed:
 * property overrides, generic resources and the CDK's own provider functions too, none of which they see in the tree of an app.
 */
export function typedResources(template: Template): TypedResources {
  const typed: TypedResource[] = [];
  const failures: { logicalId: string; reason: string }[] = [];
  const stack = isolatedStack();
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    try {
      typed.push({ logicalId, resource, node: typedResource(stack, logicalId, resource) });
    } catch (error) {
      failures.push({ logicalId, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { typed, failures };
}

/** A stack outside every app: it is never synthesized and writes nothing. */
function isolatedStack(): Stack {
  // The root of a tree has no scope; the type of the constructor knows only scopes.
  const root = new Construct(undefined as unknown as Construct, '');
  root.node.setContext('aws:cdk:disable-creation-stack-traces', true);
  return new Stack(root, 'Template');
}

function typedResource(stack: Stack, logicalId: string, resource: TemplateResource): CfnResource {
  const factory = factoryOf(resource.Type);
  const node =
    factory === undefined
      ? new CfnResource(stack, logicalId, {
          type: resource.Type,
          properties: { ...(withTokens(resource.Properties) as Record<string, unknown> | undefined) },
        })
      : factory._fromCloudFormation(stack, logicalId, resource, { parser: PARSER });
  node.overrideLogicalId(logicalId);
  return node;
}

/** How CloudFormation's names become the CDK's: what `CfnInclude` uses, which itself refuses intrinsics that the CDK writes. */
interface ResourceFactory {
  _fromCloudFormation(
    scope: Construct,
    id: string,
    resource: TemplateResource,
    options: { readonly parser: typeof PARSER },
  ): CfnResource;
}

const PARSER = {
  parseValue: withTokens,
  // Conditions, dependencies and policies of a resource decide nothing that a rule looks at.
  handleAttributes: (): void => undefined,
};

/** Intrinsics become tokens, because a typed property refuses a plain object where it wants a text. */
function withTokens(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(withTokens);
  if (!isJsonObject(value)) return value;
  if (isIntrinsic(value)) return new Intrinsic(value, { stackTrace: false });
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withTokens(entry)]));
}

function isIntrinsic(value: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
}

let classNames: Readonly<Record<string, string>> | undefined;

function factoryOf(type: string): ResourceFactory | undefined {
  classNames ??= readClassNames();
  const [moduleName, ...classPath] = Object.hasOwn(classNames, type)
    ? (classNames[type] ?? '').split('.')
    : [];
  if (!moduleName) return undefined;
  let found: unknown = require(moduleName);
  for (const name of classPath) found = (found as Record<string, unknown>)[name];
  return found as ResourceFactory;
}

/** The CDK's own table: CloudFormation type → `aws-cdk-lib/aws-s3.CfnBucket`. */
function readClassNames(): Readonly<Record<string, string>> {
  const folder = path.dirname(require.resolve('aws-cdk-lib/cloudformation-include'));
  return JSON.parse(readFileSync(path.join(folder, 'cfn-types-2-classes.json'), 'utf8'));
}
