import { isJsonObject, type Template, type TemplateResource } from '../template';

/** What a value takes from elsewhere, however deep inside a Join or a Sub. */
export interface References {
  /** Logical ids of the same template: of resources, parameters and pseudo parameters. */
  readonly logicalIds: ReadonlySet<string>;
  /** Names of outputs and exports of other templates. */
  readonly outputs: ReadonlySet<string>;
}

/** A resource and the template that it is in. */
export interface LocatedResource {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  readonly template: Template;
}

/** Everything that a value names: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::ImportValue` and `Fn::GetStackOutput`. */
export function referencesIn(value: unknown): References {
  const found = { logicalIds: new Set<string>(), outputs: new Set<string>() };
  collect(value, found);
  return found;
}

/** Whether a value names a resource: directly where both are in one template, otherwise through an output. */
export function refersTo(value: unknown, from: Template, { logicalId, template }: Place): boolean {
  const { logicalIds, outputs } = referencesIn(value);
  if (from === template && logicalIds.has(logicalId)) return true;
  return outputsThatName(logicalId, template).some((output) => outputs.has(output));
}

/**
 * The resources that a value of one template names, in that template and through outputs in the others. Outputs are matched by
 * name, because a template does not say what its stack is called: two stacks with the same output give two resources.
 */
export function resourcesBehind(
  value: unknown,
  from: Template,
  templates: readonly Template[],
): readonly LocatedResource[] {
  const { logicalIds, outputs } = referencesIn(value);
  return [
    ...[...logicalIds].flatMap((logicalId) => locate(logicalId, from)),
    ...templates.flatMap((template) =>
      [...outputs].flatMap((output) =>
        (outputIndex(template).resources.get(output) ?? []).flatMap((logicalId) =>
          locate(logicalId, template),
        ),
      ),
    ),
  ];
}

/** Outputs, and the names under which they are exported, through which another stack can take a resource. */
export function outputsThatName(logicalId: string, template: Template): readonly string[] {
  return outputIndex(template).outputs.get(logicalId) ?? [];
}

type Place = Pick<LocatedResource, 'logicalId' | 'template'>;

function locate(logicalId: string, template: Template): readonly LocatedResource[] {
  const resource = Object.hasOwn(template.Resources, logicalId) ? template.Resources[logicalId] : undefined;
  return resource === undefined ? [] : [{ logicalId, resource, template }];
}

interface OutputIndex {
  /** Output or export → the logical ids that its value names. */
  readonly resources: ReadonlyMap<string, readonly string[]>;
  /** Logical id → the outputs and exports whose values name it. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<Template, OutputIndex>();

/** Made once for each template: every resource asks. */
function outputIndex(template: Template): OutputIndex {
  const known = indexes.get(template);
  if (known !== undefined) return known;
  const resources = new Map<string, string[]>();
  const outputs = new Map<string, string[]>();
  for (const [output, logicalId] of Object.entries(template.Outputs).flatMap(namedResources)) {
    append(resources, output, logicalId);
    append(outputs, logicalId, output);
  }
  const index = { resources, outputs };
  indexes.set(template, index);
  return index;
}

/** Each name under which an output is known, with each resource that its value names. */
function namedResources([name, output]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  if (!isJsonObject(output)) return [];
  const exported = isJsonObject(output.Export) ? output.Export.Name : undefined;
  const names = typeof exported === 'string' ? [name, exported] : [name];
  const { logicalIds } = referencesIn(output.Value);
  return [...logicalIds].flatMap((logicalId) => names.map((each) => [each, logicalId] as const));
}

function append(lists: Map<string, string[]>, key: string, entry: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}

interface Collected {
  readonly logicalIds: Set<string>;
  readonly outputs: Set<string>;
}

function collect(value: unknown, found: Collected): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, found);
  } else if (isJsonObject(value)) {
    for (const [key, entry] of Object.entries(value)) collectFrom(key, entry, found);
  }
}

function collectFrom(key: string, entry: unknown, found: Collected): void {
  switch (key) {
    case 'Ref':
      add(entry, found.logicalIds);
      break;
    case 'Fn::GetAtt':
      add(attributeOwner(entry), found.logicalIds);
      break;
    case 'Fn::Sub':
      collectFromSub(entry, found);
      break;
    case 'Fn::GetStackOutput':
      add(isJsonObject(entry) ? entry.OutputName : undefined, found.outputs);
      break;
    case 'Fn::ImportValue':
      add(entry, found.outputs);
      collect(entry, found);
      break;
    default:
      collect(entry, found);
  }
}

function add(name: unknown, names: Set<string>): void {
  if (typeof name === 'string') names.add(name);
}

function attributeOwner(entry: unknown): unknown {
  const target = Array.isArray(entry) ? entry[0] : entry;
  return typeof target === 'string' ? target.split('.')[0] : undefined;
}

function collectFromSub(entry: unknown, found: Collected): void {
  const [text, variables] = Array.isArray(entry) ? entry : [entry];
  const own = isJsonObject(variables) ? variables : {};
  collect(Object.values(own), found);
  if (typeof text !== 'string') return;
  for (const [, name = ''] of text.matchAll(/\$\{([^!}][^}]*)\}/g)) {
    if (!Object.hasOwn(own, name)) found.logicalIds.add(name.split('.')[0] ?? name);
  }
}
