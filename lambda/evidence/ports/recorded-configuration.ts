import type { ResourceKey } from '../domain/compliance';
import type { ConfigurationItem } from '../domain/configuration-item';

/** What AWS Config has recorded. */
export interface RecordedConfiguration {
  /** Every resource of a type that exists, as last recorded. */
  readonly all: (type: string) => Promise<readonly ConfigurationItem[]>;

  /** The last item of a resource up to a time, or undefined when there is none. */
  readonly at: (resource: ResourceKey, time: Date) => Promise<ConfigurationItem | undefined>;
}
