import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's root. */
export const PROJECT = join(__dirname, '../..');

/** One measured figure. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '/s' | 'MB/s' | '×' | 'KB';
  readonly median: number;
  /** Smallest and largest sample; absent for a figure that is derived from others. */
  readonly range?: readonly [smallest: number, largest: number];
  readonly samples?: number;
  /** What we promise, in words: `at most 1.3`. */
  readonly goal?: string;
}

/** One benchmark: what it measures, and how. */
export interface Benchmark {
  readonly name: string;
  readonly run: () => Promise<readonly Measurement[]>;
}

/** Median and range of samples. */
export function summarize(
  name: string,
  unit: Measurement['unit'],
  samples: readonly number[],
  goal?: string,
): Measurement {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
  const range = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN] as const;
  return { name, unit, median, range, samples: samples.length, goal };
}

/** Milliseconds of a whole Node process, from start to exit; its assembly goes to a folder that is removed. */
export function timeProcess(
  argumentsFor: readonly string[] | ((outdir: string) => readonly string[]),
  expectedStatus = 0,
): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const args = typeof argumentsFor === 'function' ? argumentsFor(outdir) : argumentsFor;
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: PROJECT,
      encoding: 'utf8',
      env: {
        ...process.env,
        CDK_OUTDIR: outdir,
        CDK_DEFAULT_ACCOUNT: '',
        CDK_DEFAULT_REGION: '',
      },
      maxBuffer: 1e8,
    });
    const elapsed = performance.now() - start;
    if (status !== expectedStatus) {
      throw new Error(`'node ${args.join(' ')}' must end with ${expectedStatus}, got: ${status}\n${stderr}`);
    }
    return elapsed;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
