import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction, sourceOf } from '../../lib/constructs/function-code';
import { type Benchmark, type Measurement, summarize } from './measure';

/** Modules below lambda/ that are deployed as functions. */
const ENTRIES = [
  'evidence/handlers/evaluate-rule',
  'breach/handlers/intake',
  'breach/handlers/notifier',
  'breach/handlers/clock',
  'breach/handlers/topic-watch',
  'breach/handlers/containment',
];

const SAMPLES = 9;

/** Loads the bundle as Lambda does before its first call, and prints how long that took, in ms. */
const LOAD =
  'const t=performance.now();require(process.argv[1]);console.log(performance.now()-t);process.exit()';

/** How large a function is, and how long it takes to be there when nothing runs yet. */
export const FUNCTIONS_BENCHMARK: Benchmark = {
  name: 'functions: size and cold import',
  run: async () => ENTRIES.flatMap(measure),
};

function measure(entry: string): readonly Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-function-'));
  try {
    const bundle = join(folder, 'index.js');
    bundleFunction(sourceOf(entry), bundle);
    return [
      { name: `${entry}: bundle`, unit: 'KB', median: statSync(bundle).size / 1000 },
      summarize(
        `${entry}: cold import`,
        'ms',
        Array.from({ length: SAMPLES }, () => load(bundle)),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(bundle: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', LOAD, bundle], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`'bundle' must load, got: ${stderr}`);
  return Number(stdout);
}
