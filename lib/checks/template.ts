/** A JSON object whose values nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One resource of a CloudFormation template, as plain JSON. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly Metadata?: JsonObject;
}

/** A CloudFormation template, as plain JSON: what would be deployed, whatever code wrote it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: JsonObject;
  readonly Description?: string;
  readonly Metadata?: JsonObject;
  readonly Parameters?: JsonObject;
  readonly Mappings?: JsonObject;
}

/** Parts of a template that may be left out; the checks read what a value stands for in them. */
const OPTIONAL_PARTS = ['Metadata', 'Parameters', 'Mappings'] as const;

/** Whether a value is a JSON object, and neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a template out of parsed JSON.
 *
 * @throws Error when a part that the checks rely on has another shape: what cannot be read cannot be judged
 */
export function parseTemplate(json: unknown): Template {
  if (!isJsonObject(json)) throw new Error(`a template must be a JSON object, got: ${describe(json)}`);
  const { Resources: resources = {}, Outputs: outputs = {} } = json;
  if (!isJsonObject(resources)) throw new Error(`'Resources' must be an object, got: ${describe(resources)}`);
  if (!isJsonObject(outputs)) throw new Error(`'Outputs' must be an object, got: ${describe(outputs)}`);
  for (const [logicalId, resource] of Object.entries(resources)) {
    const problem = resourceProblem(logicalId, resource);
    if (problem !== undefined) throw new Error(problem);
  }
  return { Resources: resources as Template['Resources'], Outputs: outputs, ...optionalParts(json) };
}

/** Why an entry of 'Resources' cannot be read as a resource; undefined when it can. */
export function resourceProblem(logicalId: string, resource: unknown): string | undefined {
  const name = `'Resources.${logicalId}`;
  if (!isJsonObject(resource)) return `${name}' must be an object, got: ${describe(resource)}`;
  if (typeof resource.Type !== 'string') {
    return `${name}.Type' must be a string, got: ${describe(resource.Type)}`;
  }
  const part = (['Properties', 'Metadata'] as const).find(
    (candidate) => resource[candidate] !== undefined && !isJsonObject(resource[candidate]),
  );
  return part === undefined
    ? undefined
    : `${name}.${part}' must be an object, got: ${describe(resource[part])}`;
}

function optionalParts(json: JsonObject): Omit<Template, 'Resources' | 'Outputs'> {
  const parts = OPTIONAL_PARTS.flatMap((name): [string, JsonObject][] => {
    const part = json[name];
    if (part === undefined) return [];
    if (!isJsonObject(part)) throw new Error(`'${name}' must be an object, got: ${describe(part)}`);
    return [[name, part]];
  });
  const { Description: description } = json;
  return {
    ...Object.fromEntries(parts),
    ...(typeof description === 'string' ? { Description: description } : {}),
  };
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
