import { isJsonObject, type Template } from '../template';
import { intrinsicOf } from './intrinsic';
import { parameterValue } from './parameter-value';

/** Whether each condition of a template holds; one that is not named does not. */
export type ConditionsThatHold = ReadonlySet<unknown>;

/**
 * A value with its conditions, parameters and mappings filled in. What a template does not decide stays as it is written;
 * what is `AWS::NoValue` is gone.
 */
export function decide(value: unknown, holding: ConditionsThatHold, template: Template): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => decide(entry, holding, template)).filter((entry) => entry !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic !== undefined) return decideIntrinsic(value, intrinsic, holding, template);
  const entries = Object.entries(value).map(
    ([key, entry]) => [key, decide(entry, holding, template)] as const,
  );
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

function decideIntrinsic(
  value: unknown,
  [name, argument]: readonly [string, unknown],
  holding: ConditionsThatHold,
  template: Template,
): unknown {
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? undefined : (parameterValue(argument, template) ?? value);
    case 'Fn::If': {
      if (!Array.isArray(argument) || argument.length !== 3) return value;
      const [condition, then, otherwise] = argument;
      return decide(holding.has(condition) ? then : otherwise, holding, template);
    }
    case 'Fn::FindInMap':
      return lookUp(decide(argument, holding, template), template) ?? value;
    case 'Fn::Join':
      return join(decide(argument, holding, template)) ?? value;
    case 'Fn::Sub':
      return typeof argument === 'string' ? (substitute(argument, template) ?? value) : value;
    default:
      return value;
  }
}

function lookUp(keys: unknown, { Mappings }: Template): unknown {
  if (!Array.isArray(keys)) return undefined;
  return keys.slice(0, 3).reduce<unknown>((level, key) => {
    return isJsonObject(level) && typeof key === 'string' && Object.hasOwn(level, key)
      ? level[key]
      : undefined;
  }, Mappings);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function join(argument: unknown): string | undefined {
  const [separator, parts] = Array.isArray(argument) ? argument : [];
  return typeof separator === 'string' && isTexts(parts) ? parts.join(separator) : undefined;
}

/** The text with its parameters filled in; undefined when anything in it is no parameter, or one without a default. */
function substitute(text: string, template: Template): string | undefined {
  let decided = true;
  const filled = text.replace(/\$\{([^!}][^}]*)\}/g, (whole, name: string) => {
    const value = parameterValue(name, template);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    decided = false;
    return whole;
  });
  return decided ? filled.replaceAll('${!', '${') : undefined;
}
