import path from 'node:path';
import { types } from 'node:util';
import { type ForeignTemplate, foreignTemplate, TemplateError } from '../checks/templates/foreign-template';
import { printable } from '../report/printable';
import { type Surroundings, UsageError } from './command';
import { openInput } from './open-input';

/** The largest template that is read, in bytes; CloudFormation itself takes 1 MiB. */
export const MAX_TEMPLATE_BYTES = 2 * 1024 * 1024;

/**
 * Reads every template that was named; `-` is standard input.
 *
 * @throws UsageError with what is wrong with each of them
 */
export async function readTemplates(
  files: readonly string[],
  surroundings: Pick<Surroundings, 'stdin' | 'projectRoot'>,
): Promise<readonly ForeignTemplate[]> {
  const templates = new Map<string, ForeignTemplate>();
  const problems: string[] = [];
  for (const file of files) {
    const name = nameOf(file, surroundings.projectRoot);
    try {
      if (templates.has(name))
        throw new TemplateError(`'${printable(file)}' must be given once, got: it again`);
      templates.set(name, foreignTemplate(name, await textOf(name, openInput([file], surroundings))));
    } catch (error) {
      problems.push(problemIn(error, name));
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return [...templates.values()];
}

/** A file of the project by its path from there, any other as it was given. */
function nameOf(file: string, projectRoot: string): string {
  if (file === '-') return 'stdin';
  const inside = path.relative(projectRoot, path.resolve(projectRoot, file));
  return inside.startsWith('..') || path.isAbsolute(inside) ? file : inside.split(path.sep).join('/');
}

async function textOf(name: string, chunks: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += part.length;
    if (size > MAX_TEMPLATE_BYTES) {
      throw new TemplateError(
        `'${printable(name)}' must have at most ${MAX_TEMPLATE_BYTES} bytes, got: more`,
      );
    }
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new TemplateError(`'${printable(name)}' must be UTF-8, got: other bytes`);
  }
}

/** What is wrong with one of several files; an error of ours is no such thing. */
function problemIn(error: unknown, name: string): string {
  if (error instanceof TemplateError || error instanceof UsageError) return error.message;
  const code = types.isNativeError(error) && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  return `'${printable(name)}' must be readable, got: ${code}`;
}
