import { isJsonObject, type JsonObject, type Template, type TemplateResource } from '../../template';
import { assembledText } from '../../template-values/assembled-text';
import { intrinsicOf, plainObject } from '../../template-values/intrinsic';
import { variantsOf } from '../../template-values/variants';

/** A text that everybody sees who may list resources, and where it stands. */
export interface NamedText {
  readonly place: string;
  readonly text: string;
  /** What the text is called, where that is free to choose; it can make an identifier of a number (`mrn`). */
  readonly label?: string;
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
      ...texts(`Parameters.${name}.Default`, parameter.Default, template, name),
    ]),
    ...entries(template.Outputs).flatMap(([name, output]) => [
      { place: 'The name of an output', text: name.replace(HASH, '') },
      ...texts(`Outputs.${name}.Description`, output.Description, template),
      ...texts(`Outputs.${name}.Value`, output.Value, template, name),
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
      if (TAGS.test(key)) found.push(...tagTexts(place.join('.'), entry, template));
      else if (NAMING.test(key) && plainObject(entry) === undefined)
        found.push(...texts(place.join('.'), entry, template));
      else collect(entry, place, template, found);
    }
  }
}

/** Tags are a list of keys with values, or a map; either holds texts of whoever wrote the template. */
function tagTexts(place: string, value: unknown, template: Template): readonly NamedText[] {
  if (Array.isArray(value)) return value.flatMap((entry) => tagTexts(place, entry, template));
  const tag = plainObject(value);
  if (tag === undefined) return texts(place, value, template);
  const pairs = tag.Key === undefined ? Object.entries(tag) : [[tag.Key, tag.Value] as const];
  return pairs.flatMap(([key, entry]) => [
    ...texts(place, key, template),
    ...texts(place, entry, template, assembledText(key, template)),
  ]);
}

/** Every text of a value; functions of CloudFormation as far as the template tells what comes out. */
function texts(place: string, value: unknown, template: Template, label?: string): readonly NamedText[] {
  const called = label === undefined ? {} : { label };
  if (typeof value === 'string' || typeof value === 'number')
    return [{ place, text: String(value), ...called }];
  if (Array.isArray(value)) return value.flatMap((entry) => texts(place, entry, template, label));
  if (!isJsonObject(value)) return [];
  if (intrinsicOf(value) !== undefined) return [{ place, text: assembledText(value, template), ...called }];
  return Object.values(value).flatMap((entry) => texts(place, entry, template, label));
}
