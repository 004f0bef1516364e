import { isJsonObject, type Template } from '../template';
import { intrinsicOf } from './intrinsic';
import { parameterValue } from './parameter-value';

/** What stands for a piece of text that a template does not tell. */
const UNKNOWN = placeholder('Unknown');

/**
 * A text as far as the template tells it. What only a deployment knows is `${Name}` or `${Name.Attribute}`, without colons or
 * slashes, so that the text can be taken apart like an ARN: `arn:${AWS.Partition}:iam::${AWS.AccountId}:root`. What comes out of
 * another stack is `${Output.Name}`, and what cannot be read at all `${Unknown}`.
 */
export function assembledText(value: unknown, template: Template): string {
  if (typeof value === 'string') return withPlaceholders(value, template, {});
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const [name, argument] = intrinsicOf(value) ?? [];
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? named(argument, template) : UNKNOWN;
    case 'Fn::GetAtt':
      return placeholder(attributeName(argument) ?? 'Unknown');
    case 'Fn::Join':
      return joined(argument, template);
    case 'Fn::Sub':
      return substituted(argument, template);
    case 'Fn::ImportValue':
      return output(argument);
    case 'Fn::GetStackOutput':
      return output(isJsonObject(argument) ? argument.OutputName : undefined);
    default:
      return UNKNOWN;
  }
}

/** What `Fn::GetAtt` names, as `Name.Attribute`; undefined where it cannot be read. */
export function attributeName(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  return Array.isArray(argument) && argument.every((part) => typeof part === 'string')
    ? argument.join('.')
    : undefined;
}

function output(name: unknown): string {
  return placeholder(typeof name === 'string' ? `Output.${name}` : 'Output');
}

function joined(argument: unknown, template: Template): string {
  const [separator, parts] = Array.isArray(argument) ? argument : [];
  if (typeof separator !== 'string' || !Array.isArray(parts)) return UNKNOWN;
  return parts.map((part) => assembledText(part, template)).join(separator);
}

function substituted(argument: unknown, template: Template): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument];
  return typeof text === 'string'
    ? withPlaceholders(text, template, isJsonObject(variables) ? variables : {})
    : UNKNOWN;
}

function withPlaceholders(
  text: string,
  template: Template,
  variables: Readonly<Record<string, unknown>>,
): string {
  return text.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) =>
    Object.hasOwn(variables, name) ? assembledText(variables[name], template) : named(name, template),
  );
}

function named(name: string, template: Template): string {
  const value = parameterValue(name, template);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder(name);
}

function placeholder(name: string): string {
  return `\${${name.replace(/\W+/g, '.')}}`;
}
