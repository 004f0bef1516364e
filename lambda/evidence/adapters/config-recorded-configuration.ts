import {
  BatchGetResourceConfigCommand,
  type ResourceKey as ConfigResourceKey,
  type ConfigServiceClient,
  GetResourceConfigHistoryCommand,
  paginateListDiscoveredResources,
  ResourceNotDiscoveredException,
  type ResourceType,
} from '@aws-sdk/client-config-service';
import type { ResourceKey } from '../domain/compliance';
import { type ConfigurationItem, readConfigurationItem } from '../domain/configuration-item';
import type { RecordedConfiguration } from '../ports/recorded-configuration';
import { batchesOf } from './batches-of';

/** AWS Config takes no more keys at once. */
const BATCH = 100;

/** Times that AWS Config is asked for what it left out. */
const ATTEMPTS = 3;

/**
 * What AWS Config has recorded, read through its own interface. Everything that exists is read or the call fails: a resource
 * that is passed over would look as if it were gone.
 */
export class ConfigRecordedConfiguration implements RecordedConfiguration {
  private readonly client: ConfigServiceClient;

  constructor(client: ConfigServiceClient) {
    this.client = client;
  }

  readonly all = async (type: string): Promise<readonly ConfigurationItem[]> => {
    const resourceType = type as ResourceType;
    const keys: ConfigResourceKey[] = [];
    for await (const page of paginateListDiscoveredResources({ client: this.client }, { resourceType })) {
      for (const { resourceId } of page.resourceIdentifiers ?? []) {
        if (resourceId !== undefined) keys.push({ resourceType, resourceId });
      }
    }
    const items: ConfigurationItem[] = [];
    for (const batch of batchesOf(keys, BATCH)) items.push(...(await this.batch(batch)));
    return items;
  };

  readonly at = async (resource: ResourceKey, time: Date): Promise<ConfigurationItem | undefined> => {
    try {
      const { configurationItems = [] } = await this.client.send(
        new GetResourceConfigHistoryCommand({
          resourceType: resource.type as ResourceType,
          resourceId: resource.id,
          laterTime: time,
          limit: 1,
        }),
      );
      return readConfigurationItem(configurationItems[0]);
    } catch (error) {
      if (error instanceof ResourceNotDiscoveredException) return undefined;
      throw error;
    }
  };

  /** What is discovered and not recorded yet has no item, and is judged once it has one. */
  private async batch(keys: readonly ConfigResourceKey[]): Promise<readonly ConfigurationItem[]> {
    const items: ConfigurationItem[] = [];
    let open = keys;
    for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
      const { baseConfigurationItems = [], unprocessedResourceKeys = [] } = await this.client.send(
        new BatchGetResourceConfigCommand({ resourceKeys: [...open] }),
      );
      items.push(...baseConfigurationItems.flatMap((item) => readConfigurationItem(item) ?? []));
      open = unprocessedResourceKeys;
    }
    if (open.length > 0) throw new Error(`'resourceKeys' must all be processed, got: ${open.length} left`);
    return items;
  }
}
