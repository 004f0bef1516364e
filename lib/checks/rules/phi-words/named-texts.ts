import { isJsonObject, type JsonObject, type Template, type TemplateResource } from '../../template';
import { assembledText } from '../../template-values/assembled-text';
import { intrinsicOf } from '../../template-values/intrinsic';
import { variantsOf } from '../../template-values/variants';

/** A text that everybody sees who may list resources, and where it stands. */
export interface NamedText {
  readonly place: string;
  readonly text: string;
}

/** Properties that name or describe. Those that hold data, such as the endpoint of a subscription, are not among them. */
const NAMING = /(?:Name|Names|Description|Identifier|Alias|Aliases|Comment|Title|Label|Prefix)$/;
const TAGS = /Tags$|^TagSet$/;

/** What the CDK appends to a logical id; it can look like a number. */
const HASH = /[0-9A-F]{8}$/;

/** The names, tags and descriptions of a resource. */
export function textsOfResource(
  logicalId: string,
  resource: TemplateResource,
  template: Template,
): readonly NamedText[] {
  const found: NamedText[] = [{ place: 'The logical id', text: logicalId.replace(HASH, '') }];
  for (const properties of variantsOf(resource, template)) {
    collect(properties, [], template, found);
  }
  return found;
}

/** What a template says of itself, its parameters and its outputs. */
export function textsOfTemplate(template: Template): readonly NamedText[] {
  return [
    { place: "The template's Description", text: template.Description ?? '' },
    ...entries(template.Parameters).flatMap(([name, parameter]) => [
      { place: 'The name of a parameter', text: name },
      ...texts(`Parameters.${name}.Description`, parameter.Description, template),
      ...texts(`Parameters.${name}.Default`, parameter.Default, template),
    ]),
    ...entries(template.Outputs).flatMap(([name, output]) => [
      { place: 'The name of an output', text: name.replace(HASH, '') },
      ...texts(`Outputs.${name}.Description`, output.Description, template),
      ...texts(`Outputs.${name}.Value`, output.Value, template),
      ...texts(`Outputs.${name}.Export`, output.Export, template),
    ]),
  ];
}

function entries(part: JsonObject | undefined): readonly (readonly [string, JsonObject])[] {
  return Object.entries(part ?? {}).flatMap(([name, value]) => (isJsonObject(value) ? [[name, value]] : []));
}

function collect(value: unknown, path: readonly string[], template: Template, found: NamedText[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, path, template, found);
  } else if (isJsonObject(value) && intrinsicOf(value) === undefined) {
    for (const [key, entry] of Object.entries(value)) {
      const place = [...path, key];
      // A map of tags has keys that are texts themselves.
      if (TAGS.test(key))
        found.push(
          ...texts(place.join('.'), entry, template),
          ...texts(place.join('.'), keysOf(entry), template),
        );
      else if (NAMING.test(key) && !isPlainMap(entry)) found.push(...texts(place.join('.'), entry, template));
      else collect(entry, place, template, found);
    }
  }
}

function keysOf(value: unknown): readonly string[] {
  return isJsonObject(value) && intrinsicOf(value) === undefined ? Object.keys(value) : [];
}

function isPlainMap(value: unknown): boolean {
  return isJsonObject(value) && intrinsicOf(value) === undefined;
}

/** Every text of a value; functions of CloudFormation as far as the template tells what comes out. */
function texts(place: string, value: unknown, template: Template): readonly NamedText[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry) => texts(place, entry, template));
  if (!isJsonObject(value)) return [];
  if (intrinsicOf(value) !== undefined) return [{ place, text: assembledText(value, template) }];
  return Object.values(value).flatMap((entry) => texts(place, entry, template));
}
