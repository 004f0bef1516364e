import type { Template, TemplateResource } from '../template';
import { type PolicyStatement, statementsOf } from './policy-statements';
import { type LocatedResource, outputsThatName, referencesIn } from './references';
import { resourcesOfType } from './resources-of-type';
import { listOf } from './scalars';
import { variantsOf } from './variants';

/** A type of resource that gives other resources a policy. */
export interface PolicyAttachment {
  readonly type: string;
  /** The property that names one resource, or many. */
  readonly target: string;
  readonly document: string;
}

/** One policy of a resource, as it may be deployed; undefined where it cannot be read from the template. */
export interface AttachedPolicy {
  readonly statements: readonly PolicyStatement[] | undefined;
  /** The template that the policy is in, and whose references it uses. */
  readonly template: Template;
}

/**
 * The policies that other resources, in this template or another, give to a resource: one for each way in which the policy may be
 * deployed. A rule that relies on a policy must find what it wants in every one.
 */
export function attachedPolicies(
  target: LocatedResource,
  physicalName: unknown,
  attachments: readonly PolicyAttachment[],
  templates: readonly Template[],
): readonly AttachedPolicy[] {
  return attachments.flatMap((attachment) =>
    holders(target, physicalName, attachment, templates).flatMap(({ resource, template }) =>
      variantsOf(resource, template).map((properties) => ({
        statements: statementsOf(properties[attachment.document]),
        template,
      })),
    ),
  );
}

function holders(
  { logicalId, template }: LocatedResource,
  physicalName: unknown,
  attachment: PolicyAttachment,
  templates: readonly Template[],
): readonly LocatedResource[] {
  const outputs = outputsThatName(logicalId, template);
  const found = templates.flatMap((other) => {
    const index = targetsOf(other, attachment);
    return [
      ...(other === template ? (index.get(idKey(logicalId)) ?? []) : []),
      ...outputs.flatMap((output) => index.get(outputKey(output)) ?? []),
      ...(typeof physicalName === 'string' ? (index.get(nameKey(physicalName)) ?? []) : []),
    ];
  });
  return [...new Set(found)];
}

const indexes = new WeakMap<Template, Map<string, ReadonlyMap<string, readonly LocatedResource[]>>>();

/** Made once for each template and attachment: every bucket asks. */
function targetsOf(
  template: Template,
  attachment: PolicyAttachment,
): ReadonlyMap<string, readonly LocatedResource[]> {
  const known = indexes.get(template) ?? new Map<string, ReadonlyMap<string, readonly LocatedResource[]>>();
  indexes.set(template, known);
  const key = `${attachment.type} ${attachment.target}`;
  const index = known.get(key) ?? readTargets(template, attachment);
  known.set(key, index);
  return index;
}

function readTargets(
  template: Template,
  { type, target }: PolicyAttachment,
): ReadonlyMap<string, readonly LocatedResource[]> {
  const index = new Map<string, LocatedResource[]>();
  for (const policy of resourcesOfType(template, type)) {
    for (const key of keysOf(policy.resource, template, target)) {
      const sameTarget = index.get(key) ?? [];
      sameTarget.push(policy);
      index.set(key, sameTarget);
    }
  }
  return index;
}

function keysOf(policy: TemplateResource, template: Template, target: string): ReadonlySet<string> {
  const keys = variantsOf(policy, template)
    .flatMap((properties) => listOf(properties[target]))
    .flatMap((value) => {
      if (typeof value === 'string') return [nameKey(value)];
      const { logicalIds, outputs } = referencesIn(value);
      return [...[...logicalIds].map(idKey), ...[...outputs].map(outputKey)];
    });
  return new Set(keys);
}

function idKey(logicalId: string): string {
  return `id ${logicalId}`;
}

function outputKey(output: string): string {
  return `output ${output}`;
}

/** Of an ARN or URL, the last part is the name. */
function nameKey(text: string): string {
  return `name ${text.split(/[:/]/).at(-1)}`;
}
