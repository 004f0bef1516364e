import { plainObject } from './intrinsic';
import { listOf } from './scalars';

/**
 * The values at a path in the properties of a resource; `*` stands for each entry of a list. Undefined where nothing stands
 * there; where a function of CloudFormation stands on the way, the function itself: it is all that is known.
 */
export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (step === '*') return listOf(value).flatMap((entry) => valuesAt(entry, rest));
  const object = plainObject(value);
  return object === undefined ? [value] : valuesAt(object[step], rest);
}
