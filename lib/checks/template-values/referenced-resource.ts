import { isJsonObject, type Template, type TemplateResource } from '../template';
import { intrinsicOf } from './intrinsic';

/** A resource, and the template that it is in. */
export interface PlacedResource {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  readonly template: Template;
}

interface Place {
  readonly template: Template;
  readonly templates: readonly Template[];
}

/** Outputs may pass a value on from stack to stack; nobody does so more often. */
const MOST_STEPS = 8;

/**
 * The resources that a `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::ImportValue` or `Fn::GetStackOutput` may stand for. Templates do
 * not know the names of their stacks, so that several may have an output of the name; a rule must hold for every one.
 * Empty when it stands for nothing that is in the templates.
 */
export function referencedResources(value: unknown, place: Place): readonly PlacedResource[] {
  return follow(value, place, MOST_STEPS);
}

function follow(value: unknown, place: Place, steps: number): readonly PlacedResource[] {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === undefined || steps === 0) return [];
  switch (name) {
    case 'Ref':
      return inTemplate(String(argument), place.template);
    case 'Fn::GetAtt':
      return inTemplate(
        String(Array.isArray(argument) ? argument[0] : argument).split('.')[0],
        place.template,
      );
    case 'Fn::Sub':
      return inTemplate(/^\$\{([0-9A-Za-z]+)(?:\.[^}]*)?\}$/.exec(String(argument))?.[1], place.template);
    case 'Fn::ImportValue':
      return outputs(place, (_, output) => isExportedAs(output, argument), steps);
    case 'Fn::GetStackOutput':
      return outputs(place, (id) => isJsonObject(argument) && argument.OutputName === id, steps);
    default:
      return [];
  }
}

function inTemplate(logicalId: string | undefined, template: Template): readonly PlacedResource[] {
  if (logicalId === undefined || !Object.hasOwn(template.Resources, logicalId)) return [];
  const resource = template.Resources[logicalId];
  return resource === undefined ? [] : [{ logicalId, resource, template }];
}

function outputs(
  { templates }: Place,
  isIt: (id: string, output: unknown) => boolean,
  steps: number,
): readonly PlacedResource[] {
  return templates.flatMap((template) =>
    Object.entries(template.Outputs).flatMap(([id, output]) =>
      isJsonObject(output) && isIt(id, output)
        ? follow(output.Value, { template, templates }, steps - 1)
        : [],
    ),
  );
}

function isExportedAs(output: unknown, name: unknown): boolean {
  const exported = isJsonObject(output) && isJsonObject(output.Export) ? output.Export.Name : undefined;
  return exported !== undefined && JSON.stringify(exported) === JSON.stringify(name);
}
