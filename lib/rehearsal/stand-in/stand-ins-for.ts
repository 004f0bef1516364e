import type { Template } from '../../checks/template';
import { type StandIn, standIn } from './stand-in';
import { wantedExports, wantedOutputs } from './wanted-outputs';

/** A stack of a cloud assembly. */
export interface SynthesizedStack {
  /** As CloudFormation knows it. */
  readonly name: string;
  readonly template: Template;
}

/**
 * What stands in for every stack that one of them reads from.
 *
 * @throws Error where it reads from a stack, or imports a name, that none of them has
 */
export function standInsFor(
  stack: SynthesizedStack,
  others: readonly SynthesizedStack[],
): readonly StandIn[] {
  const wanted = new Map<string, Set<string>>();
  const want = (name: string, output: string): void => {
    wanted.set(name, (wanted.get(name) ?? new Set()).add(output));
  };
  for (const { stack: name, output } of wantedOutputs(stack.template)) want(name, output);
  for (const exported of wantedExports(stack.template)) {
    const found = exporterOf(exported, others);
    want(found.stack, found.output);
  }
  return [...wanted].map(([name, outputs]) => {
    const other = others.find((candidate) => candidate.name === name);
    if (other === undefined)
      throw new Error(`'${stack.name}' must read from stacks of its environment, got: ${name}`);
    return standIn(name, other.template, [...outputs]);
  });
}

function exporterOf(
  exported: string,
  others: readonly SynthesizedStack[],
): { readonly stack: string; readonly output: string } {
  for (const { name, template } of others) {
    const output = Object.entries(template.Outputs).find(
      ([, value]) => JSON.stringify(nameOf(value)) === JSON.stringify(exported),
    );
    if (output !== undefined) return { stack: name, output: output[0] };
  }
  throw new Error(`'Fn::ImportValue' must be exported by a stack of the environment, got: ${exported}`);
}

function nameOf(output: unknown): unknown {
  const { Export: exported } = output as { readonly Export?: { readonly Name?: unknown } };
  return exported?.Name;
}
