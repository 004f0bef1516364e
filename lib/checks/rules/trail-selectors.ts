import type { JsonObject } from '../template';
import { plainObject } from '../template-values/intrinsic';
import { isTrue, listOf } from '../template-values/scalars';

/** Fields of an advanced selector that leave only some of the calls over. */
const PARTIAL_FIELDS = [
  'readOnly',
  'eventName',
  'eventSource',
  'eventType',
  'userIdentity.arn',
  'sessionCredentialFromConsole',
];

/** Whether the selectors of a trail take every management event: without selectors that is so. */
export function recordsManagementEvents({ EventSelectors, AdvancedEventSelectors }: JsonObject): boolean {
  const advanced = objectsIn(AdvancedEventSelectors);
  if (advanced.length > 0)
    return advanced.some((selector) => isWhole(selector) && selects(selector, 'eventCategory', 'Management'));
  if (EventSelectors === undefined) return true;
  return objectsIn(EventSelectors).some(
    (selector) =>
      takesAll(selector) &&
      (selector.IncludeManagementEvents === undefined || isTrue(selector.IncludeManagementEvents)) &&
      listOf(selector.ExcludeManagementEventSources).length === 0,
  );
}

/** Whether some selector of a trail takes reads and writes of S3 objects, of some buckets at least. */
export function recordsObjectEvents({ EventSelectors, AdvancedEventSelectors }: JsonObject): boolean {
  return (
    objectsIn(AdvancedEventSelectors).some(
      (selector) =>
        isWhole(selector) &&
        selects(selector, 'eventCategory', 'Data') &&
        selects(selector, 'resources.type', 'AWS::S3::Object'),
    ) ||
    objectsIn(EventSelectors).some(
      (selector) =>
        takesAll(selector) &&
        objectsIn(selector.DataResources).some(
          ({ Type, Values }) => Type === 'AWS::S3::Object' && listOf(Values).length > 0,
        ),
    )
  );
}

function takesAll({ ReadWriteType }: JsonObject): boolean {
  return ReadWriteType === undefined || ReadWriteType === 'All';
}

function isWhole(selector: JsonObject): boolean {
  return !objectsIn(selector.FieldSelectors).some(({ Field }) =>
    PARTIAL_FIELDS.some((partial) => partial === Field),
  );
}

function selects(selector: JsonObject, field: string, value: string): boolean {
  return objectsIn(selector.FieldSelectors).some(
    ({ Field, Equals }) => Field === field && listOf(Equals).includes(value),
  );
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return listOf(value)
    .map(plainObject)
    .filter((entry) => entry !== undefined);
}
