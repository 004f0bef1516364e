import { isJsonObject, type JsonObject } from '../template';

/** The functions of CloudFormation whose names do not begin with `Fn::`. */
const UNPREFIXED = ['Ref', 'Condition'];

/** The one function that an object stands for, and its argument; undefined for an object that means itself. */
export function intrinsicOf(value: unknown): readonly [name: string, argument: unknown] | undefined {
  if (!isJsonObject(value)) return undefined;
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0) return undefined;
  return entry[0].startsWith('Fn::') || UNPREFIXED.includes(entry[0]) ? entry : undefined;
}

/** A JSON object that means itself; undefined for a function of CloudFormation, a list, a text … */
export function plainObject(value: unknown): JsonObject | undefined {
  return isJsonObject(value) && intrinsicOf(value) === undefined ? value : undefined;
}
