/** A resource in a stack of the environment. */
export interface OwnedResource {
  readonly type: string;
  readonly physicalId: string;
}

/** What the environment's own stacks hold: it exists, and is no obstacle. */
export class OwnedResources {
  private readonly resources: readonly OwnedResource[];

  constructor(resources: readonly OwnedResource[]) {
    this.resources = resources;
  }

  /** How many resources of a type there are. */
  count(type: string): number {
    return this.resources.filter((resource) => resource.type === type).length;
  }

  /** Whether there is one of a type, this one where an id is given. */
  has(type: string, physicalId?: string): boolean {
    return this.resources.some(
      (resource) =>
        resource.type === type && (physicalId === undefined || resource.physicalId === physicalId),
    );
  }
}
