import { isJsonObject, type JsonObject } from '../template';

/** The most UTF-16 units that the texts of a template may come to once parameters and mappings are filled in. */
const MOST_UNITS = 32 * 1024 * 1024;

/**
 * Whether a template, small as it is, may become a text that fills the memory: many places into which one long default or mapping is
 * filled, or texts that are filled into each other.
 */
export function expandsTooFar(json: JsonObject): boolean {
  return unitsOf(json, longestText([json.Parameters, json.Mappings])) > MOST_UNITS;
}

/** At most what a value comes to when everything in it stands for a text of that length. */
function unitsOf(value: unknown, longest: number): number {
  if (typeof value === 'string') return value.length + (variablesIn(value) + 1) * longest;
  if (typeof value !== 'object' || value === null) return 1;
  const [text, variables] = Array.isArray(value) ? [] : substitution(value);
  // Each part once: what is nested would otherwise be counted again at every level.
  if (typeof text === 'string') {
    return unitsOf(text, longest) + Math.max(variablesIn(text), 1) * unitsOf(variables, longest);
  }
  return Object.values(value).reduce((sum: number, entry: unknown) => sum + unitsOf(entry, longest), 0);
}

/** The text and the variables of an `Fn::Sub` that brings variables of its own. */
function substitution(value: object): readonly unknown[] {
  const argument: unknown = Reflect.get(value, 'Fn::Sub');
  return Array.isArray(argument) ? argument : [];
}

function variablesIn(text: string): number {
  return text.split('${').length - 1;
}

/** The most values that the ways in which a resource may turn out come to, all together. */
const MOST_VALUES_IN_WAYS = 4_000_000;

/** Whether a resource has so many conditions that judging every way in which it may turn out would not end. */
export function turnsOutTooManyWays(resource: unknown): boolean {
  const conditions = new Set<string>();
  let values = 0;
  for (const value of valuesIn(resource)) {
    values += 1;
    const choice = isJsonObject(value) ? value['Fn::If'] : undefined;
    if (Array.isArray(choice)) conditions.add(String(choice[0]));
  }
  // As `variantsOf` has them: few conditions in every combination, of many each alone and all but it.
  const ways = conditions.size <= 6 ? 2 ** conditions.size : 2 + 2 * conditions.size;
  return ways * values > MOST_VALUES_IN_WAYS;
}

/** The most UTF-16 units that are read in search of where the variables of all texts end. */
const MOST_UNITS_SEARCHED = 20_000_000;

/** Whether texts open so many variables, `${`, without closing them that looking for their ends would not end. */
export function opensTooManyVariables(json: JsonObject): boolean {
  let searched = 0;
  for (const value of valuesIn(json)) {
    if (typeof value === 'string') searched += unitsSearched(value);
  }
  return searched > MOST_UNITS_SEARCHED;
}

/** From each `${` to the next `}`, or to the end where there is none. */
function unitsSearched(text: string): number {
  let searched = 0;
  let end = text.indexOf('}');
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start + 2)) {
    if (end >= 0 && end < start) end = text.indexOf('}', start);
    searched += (end < 0 ? text.length : end) - start;
  }
  return searched;
}

function longestText(values: readonly unknown[]): number {
  let longest = 0;
  for (const value of valuesIn(values))
    if (typeof value === 'string') longest = Math.max(longest, value.length);
  return longest;
}

function* valuesIn(root: unknown): Generator<unknown> {
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    yield value;
    if (Array.isArray(value) || isJsonObject(value)) {
      for (const entry of Object.values(value)) waiting.push(entry);
    }
  }
}
