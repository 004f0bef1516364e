import { spawn } from 'node:child_process';
import type { OwnProcesses } from './own-processes';

/** A program that a drill waits for. */
export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  /** Where it runs. @default here */
  readonly cwd?: string;
  /** Its whole environment. @default that of the caller */
  readonly env?: Readonly<Record<string, string>>;
  /** In ms. */
  readonly timeout: number;
  /** Told of every line that it writes. @default nobody */
  readonly onLine?: (line: string) => void;
}

/** How a program ended. */
export interface ToolResult {
  /** Null where it was not found or did not end by itself. */
  readonly exitCode: number | null;
  /** The end of what it wrote. */
  readonly output: string;
}

/** Of what a program writes, the end is kept, in UTF-16 units. */
const KEPT = 64 * 1024;

/** Runs a program to its end; a program that cannot be started, or that takes too long, has no exit code. */
export async function runTool(tool: Tool, processes: OwnProcesses): Promise<ToolResult> {
  const child = spawn(tool.command, [...tool.args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(tool.cwd !== undefined && { cwd: tool.cwd }),
    ...(tool.env !== undefined && { env: { ...tool.env } }),
  });
  processes.add(child);
  let output = '';
  const hear = (chunk: Buffer): void => {
    const text = chunk.toString('utf8');
    output = (output + text).slice(-KEPT);
    for (const line of text.split(/\r?\n/)) if (line.trim() !== '') tool.onLine?.(line);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const timer = setTimeout(() => void processes.stop(child), tool.timeout);
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  await processes.stop(child);
  return { exitCode, output };
}
