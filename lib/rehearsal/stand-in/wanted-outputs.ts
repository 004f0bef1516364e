import { isJsonObject } from '../../checks/template';

/** An output of one stack that another one's template reads. */
export interface WantedOutput {
  readonly stack: string;
  readonly output: string;
}

/**
 * Every output of other stacks that a template reads, each once, in the order in which they stand there.
 *
 * @throws Error where it reads one that has no plain name: what stands in for it cannot be found
 */
export function wantedOutputs(template: unknown): readonly WantedOutput[] {
  const found = new Map<string, WantedOutput>();
  for (const reference of references(template, 'Fn::GetStackOutput')) {
    const { StackName: stack, OutputName: output } = isJsonObject(reference) ? reference : {};
    if (typeof stack !== 'string' || typeof output !== 'string') {
      throw new Error(`'Fn::GetStackOutput' must name stack and output, got: ${JSON.stringify(reference)}`);
    }
    found.set(`${stack}.${output}`, { stack, output });
  }
  return [...found.values()];
}

/** Names under which a template imports from whatever stack exports them, each once. */
export function wantedExports(template: unknown): readonly string[] {
  const names = references(template, 'Fn::ImportValue').map((name) => {
    if (typeof name !== 'string') {
      throw new Error(`'Fn::ImportValue' must be a plain name, got: ${JSON.stringify(name)}`);
    }
    return name;
  });
  return [...new Set(names)];
}

function references(value: unknown, intrinsic: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => references(entry, intrinsic));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    name === intrinsic ? [entry] : references(entry, intrinsic),
  );
}
