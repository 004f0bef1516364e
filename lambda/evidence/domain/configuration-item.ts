import type { ResourceKey } from './compliance';
import { type JsonObject, parsedObject, textOf } from './json';

/** What AWS Config recorded of a resource. */
export interface ConfigurationItem {
  readonly resource: ResourceKey;
  /** Whether the resource is gone, or no longer recorded. */
  readonly isGone: boolean;
  /** When it was recorded. */
  readonly capturedAt: Date;
  /** What the resource's service answers of it. */
  readonly configuration: JsonObject;
  /** What further calls of that service answer, by AWS Config's names. */
  readonly supplementary: JsonObject;
}

/** States in which there is nothing to judge. */
const GONE: ReadonlySet<string> = new Set([
  'ResourceDeleted',
  'ResourceDeletedNotRecorded',
  'ResourceNotRecorded',
]);

/** A resource's type, as AWS writes it, and an id without control characters. */
const TYPE = /^AWS::[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}$/;
const ID = /^[^\p{Cc}]{1,768}$/u;

/**
 * Reads an item of an event, of the history or of a batch; undefined when it names no resource or no time.
 */
export function readConfigurationItem(value: unknown): ConfigurationItem | undefined {
  const item = parsedObject(value);
  const resource = item === undefined ? undefined : readResourceKey(item);
  const capturedAt = instantOf(item?.configurationItemCaptureTime);
  if (item === undefined || resource === undefined || capturedAt === undefined) return undefined;
  return {
    resource,
    isGone: GONE.has(textOf(item.configurationItemStatus) ?? ''),
    capturedAt,
    configuration: parsedObject(item.configuration) ?? {},
    supplementary: parsedObject(item.supplementaryConfiguration) ?? {},
  };
}

/** The resource that an item, or the summary of one, is about. */
export function readResourceKey(item: JsonObject): ResourceKey | undefined {
  const { resourceType, resourceId } = item;
  return typeof resourceType === 'string' &&
    TYPE.test(resourceType) &&
    typeof resourceId === 'string' &&
    ID.test(resourceId)
    ? { type: resourceType, id: resourceId }
    : undefined;
}

/** An instant, from a text or from what an SDK made of it. */
export function instantOf(value: unknown): Date | undefined {
  const instant =
    value instanceof Date ? value : typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
