import type { Template } from '../template';
import type { LocatedResource } from './references';

const indexes = new WeakMap<Template, ReadonlyMap<string, readonly LocatedResource[]>>();

/** The resources of a type, found without reading the whole template again for every rule and resource. */
export function resourcesOfType(template: Template, type: string): readonly LocatedResource[] {
  const known = indexes.get(template);
  if (known !== undefined) return known.get(type) ?? [];
  const index = new Map<string, LocatedResource[]>();
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    const sameType = index.get(resource.Type) ?? [];
    sameType.push({ logicalId, resource, template });
    index.set(resource.Type, sameType);
  }
  indexes.set(template, index);
  return index.get(type) ?? [];
}
