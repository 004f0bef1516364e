import { isJsonObject, type JsonObject, type Template, type TemplateResource } from '../../checks/template';
import { referencesIn } from '../../checks/template-values/references';
import { MODELLED_TYPES } from './modelled-types';

/** What stands in for a stack. */
export interface StandIn {
  readonly stack: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly outputs: Readonly<Record<string, JsonObject>>;
  /** How many resources the stack itself has. */
  readonly outOf: number;
  /** Outputs that no resource stands behind, since the emulator has none of the kind, with the type that it would be. */
  readonly madeUp: readonly { readonly output: string; readonly type: string }[];
}

/** Names that stand in every stack. */
const PSEUDO = /^AWS::/;

/**
 * Reduces a stack to the resources that the wanted outputs rest on, and each of those to the properties that decide how it
 * behaves.
 *
 * @throws Error where an output is wanted that the stack does not have
 */
export function standIn(stack: string, template: Template, wanted: readonly string[]): StandIn {
  const resources = new Map<string, TemplateResource>();
  const madeUp: { output: string; type: string }[] = [];
  const outputs = wanted.map((name): [string, JsonObject] => {
    const output = template.Outputs[name];
    if (!isJsonObject(output)) {
      throw new Error(`'${stack}' must have the output that is read from it, got: no ${name}`);
    }
    const missing = keep(output.Value, template, resources);
    if (missing === undefined) return [name, output];
    madeUp.push({ output: name, type: missing });
    return [name, { ...output, Value: `stand-in-${name.toLowerCase()}` }];
  });
  return {
    stack,
    resources: Object.fromEntries(resources),
    outputs: Object.fromEntries(outputs),
    outOf: Object.keys(template.Resources).length,
    madeUp,
  };
}

/** Keeps every resource that a value rests on; the first type among them that has no stand-in, if any. */
function keep(value: unknown, template: Template, kept: Map<string, TemplateResource>): string | undefined {
  for (const id of referencesIn(value).logicalIds) {
    if (PSEUDO.test(id) || kept.has(id)) continue;
    const resource = template.Resources[id];
    if (resource === undefined) return id;
    const properties = MODELLED_TYPES[resource.Type];
    if (properties === undefined) return resource.Type;
    const all = resource.Properties ?? {};
    const some = Object.fromEntries(
      properties.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
    );
    const missing = keep(some, template, kept);
    if (missing !== undefined) return missing;
    kept.set(id, { Type: resource.Type, Properties: some });
  }
  return undefined;
}
