import { at } from '../event/json';
import { flagOf, listOf, textOf, textsIn } from '../event/values';
import { ignore, incident, type Judgement, review, worst } from '../judgement';
import type { CallJudge } from './call-judges';

/** Which events a trail records: less than every management event is an incident, fewer data events cannot be told. */
export const selectorsShrink: CallJudge = (call) => {
  const basic = at(call.request, 'eventSelectors');
  const advanced = at(call.request, 'advancedEventSelectors');
  const chosen = listOf(advanced).length > 0 ? judgeAdvanced(listOf(advanced)) : undefined;
  if (chosen !== undefined) {
    return chosen;
  }
  if (basic === undefined && advanced === undefined) {
    return review('requestParameters.eventSelectors is absent');
  }
  const selectors = listOf(basic);
  return selectors.length === 0
    ? incident('requestParameters.eventSelectors is empty')
    : judgeBasic(selectors);
};

/** As {@link selectorsShrink}, for changes that may leave the selectors as they are. */
export const selectorsShrinkIfGiven: CallJudge = (call) =>
  listOf(at(call.request, 'advancedEventSelectors')).length === 0
    ? undefined
    : judgeAdvanced(listOf(at(call.request, 'advancedEventSelectors')));

/** Several selectors add up, so the widest decides. */
function judgeBasic(selectors: readonly unknown[]): Judgement {
  const faults = selectors.map((selector) => {
    if (flagOf(at(selector, 'includeManagementEvents')) === false) {
      return 'includeManagementEvents is false';
    }
    const type = textOf(at(selector, 'readWriteType'));
    if (type !== undefined && type.toLowerCase() !== 'all') {
      return `readWriteType is ${type.toLowerCase() === 'readonly' ? 'ReadOnly' : 'WriteOnly'}`;
    }
    const excluded = listOf(at(selector, 'excludeManagementEventSources')).length;
    return excluded > 0 ? `excludeManagementEventSources names ${excluded}` : undefined;
  });
  const fault = faults.find((one) => one !== undefined);
  if (fault !== undefined && faults.every((one) => one !== undefined)) {
    return incident(`requestParameters.eventSelectors: ${fault}`);
  }
  const everything = selectors.some((selector) =>
    textsIn(at(selector, 'dataResources')).some((value) => /^arn:[\w-]+:s3(:::?)?$/.test(value)),
  );
  return everything
    ? ignore('requestParameters.eventSelectors records every management event and every object')
    : review(
        'requestParameters.eventSelectors records every management event, and not the data events of every bucket',
      );
}

function judgeAdvanced(selectors: readonly unknown[]): Judgement {
  const management = selectors.filter((selector) => categoryOf(selector) === 'management');
  if (management.length === 0) {
    return incident('requestParameters.advancedEventSelectors records no management events');
  }
  const whole = management.some((selector) => listOf(at(selector, 'fieldSelectors')).length === 1);
  return whole
    ? review(
        'requestParameters.advancedEventSelectors records every management event; data events cannot be compared',
      )
    : (worst(
        management.map(() => incident('requestParameters.advancedEventSelectors narrows management events')),
      ) ?? review('requestParameters.advancedEventSelectors is absent'));
}

function categoryOf(selector: unknown): string | undefined {
  for (const field of listOf(at(selector, 'fieldSelectors'))) {
    if (textOf(at(field, 'field'))?.toLowerCase() === 'eventcategory') {
      return textsIn(at(field, 'equals'))[0]?.toLowerCase();
    }
  }
  return undefined;
}
