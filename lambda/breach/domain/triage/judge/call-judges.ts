import type { ApiCall } from '../event/api-call';
import { at, firstAt } from '../event/json';
import { showCode } from '../event/show';
import { ignore, incident, type Judge, type Judgement, review } from '../judgement';
import type { Severity } from '../verdict';
import type { ValueTest } from './value-tests';

/** Judges a CloudTrail record as if it had succeeded: what became of it is weighed afterwards. */
export type CallJudge = Judge<ApiCall>;

/** That the call completed is all there is to know. */
export const done: CallJudge = (call) => incident(`eventName is ${showCode(call.name)}`);

/** A change that is worth a look whatever it says. */
export const watched: CallJudge = (call) => review(`eventName is ${showCode(call.name)}`);

/** A change that takes access or danger away. */
export const tightens: CallJudge = (call) => ignore(`eventName is ${showCode(call.name)}, which tightens`);

/**
 * A change of settings: only what the request names was changed. A field that is not named says nothing; a request
 * that was not recorded leaves the question open.
 */
export function turns(paths: readonly string[], test: ValueTest, severity?: Severity): CallJudge {
  return (call) => changed(call, paths, test, (reason) => incident(reason, severity));
}

/** As {@link turns}, for settings that are looked at by day. */
export function turnsToReview(paths: readonly string[], test: ValueTest): CallJudge {
  return (call) => changed(call, paths, test, (reason) => review(reason));
}

function changed(
  call: ApiCall,
  paths: readonly string[],
  test: ValueTest,
  found: (reason: string) => Judgement,
): Judgement | undefined {
  if (call.request === undefined) {
    return review('requestParameters is absent');
  }
  let harmless: string | undefined;
  for (const path of paths) {
    const value = at(call.request, path);
    if (value === undefined || value === null) {
      continue;
    }
    if (test.matches(value)) {
      return found(`requestParameters.${path} is ${test.shown(value)}`);
    }
    harmless ??= path;
  }
  return harmless === undefined ? undefined : ignore(`requestParameters.${harmless} is not of concern`);
}

/**
 * A creation or restore: the resulting state counts, which the answer tells better than the request. Where neither
 * names the field, the question is open.
 */
export function results(paths: readonly string[], test: ValueTest, severity?: Severity): CallJudge {
  return (call) => {
    const [place, value] = stateOf(call, paths);
    if (value === undefined) {
      return review(`${paths[0]} is absent from requestParameters and responseElements`);
    }
    return test.matches(value)
      ? incident(`${place} is ${test.shown(value)}`, severity)
      : ignore(`${place} is not of concern`);
  };
}

/** As {@link results}, for a state that is looked at by day and means nothing where it is absent. */
export function resultsToReview(paths: readonly string[], test: ValueTest): CallJudge {
  return (call) => {
    const [place, value] = stateOf(call, paths);
    return value !== undefined && test.matches(value)
      ? review(`${place} is ${test.shown(value)}`)
      : undefined;
  };
}

/** The same judgement, except that what these AWS services do in their routine is none of it. */
export function exceptRoutineOf(services: readonly string[], judge: CallJudge): CallJudge {
  return (call) => {
    const caller = call.actor.invokedBy?.toLowerCase() ?? '';
    return services.some((service) => caller.startsWith(`${service}.`))
      ? ignore(`userIdentity.invokedBy is ${showCode(call.actor.invokedBy)}, in its routine`)
      : judge(call);
  };
}

/** The value of the first path that the request names. */
export function requested(call: ApiCall, ...paths: readonly string[]): unknown {
  return firstAt(call.request, paths);
}

function stateOf(call: ApiCall, paths: readonly string[]): readonly [string, unknown] {
  for (const path of paths) {
    for (const [place, holder] of [
      ['responseElements', call.response],
      ['requestParameters', call.request],
    ] as const) {
      const value = at(holder, path);
      if (value !== undefined && value !== null) {
        return [`${place}.${path}`, value];
      }
    }
  }
  return ['', undefined];
}
