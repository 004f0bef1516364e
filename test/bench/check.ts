import { join } from 'node:path';
import { type Benchmark, type Measurement, PROJECT, summarize, timeProcess } from './measure';

const ROUNDS = 5;
const TSX = ['--import', 'tsx'];

/** A cold check of production beside the same app without our packs, in turns, each in a process of its own. */
export const CHECK_BENCHMARK: Benchmark = {
  name: 'cold check of production',
  run: async () => {
    const check: number[] = [];
    const plain: number[] = [];
    const cli: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      plain.push(timeProcess([...TSX, 'test/bench/default-synth.ts', 'production']));
      check.push(timeProcess([...TSX, 'bin/hipaa.ts', 'check', '--environment', 'production']));
      cli.push(timeProcess(cdkSynthArguments));
    }
    const [ours, default_, withCli] = [
      summarize('hipaa check --environment production', 'ms', check, 'under 10000'),
      summarize('the same app, our packs off, without the CLI', 'ms', plain),
      summarize('cdk synth of the same app, our packs off', 'ms', cli),
    ];
    return [
      ours,
      default_,
      withCli,
      ratio('check / cdk synth', ours, withCli, 'at most 1.3'),
      ratio('check / app alone', ours, default_),
    ];
  },
};

/** Synthesis and judgement of 1, 10 and 50 environments: the time for one more must not grow. */
export const ENVIRONMENTS_BENCHMARK: Benchmark = {
  name: 'synthesis and judgement by number of environments',
  run: async () => {
    const rows = [1, 10, 50].map((count) => {
      const samples = Array.from({ length: 3 }, () =>
        timeProcess([...TSX, 'test/bench/many-environments.ts', `${count}`]),
      );
      return { count, row: summarize(`${count} environments`, 'ms', samples) };
    });
    const slopes = rows.slice(1).map(({ count, row }, index) => {
      const before = rows[index];
      if (before === undefined) throw new Error('a slope must have a row before it');
      const each = (row.median - before.row.median) / (count - before.count);
      return { name: `each more, from ${before.count} to ${count}`, unit: 'ms', median: each } as const;
    });
    return [...rows.map(({ row }) => row), ...slopes];
  },
};

function cdkSynthArguments(outdir: string): string[] {
  const app = 'node --import tsx test/bench/default-synth.ts production';
  return [
    join(PROJECT, 'node_modules/aws-cdk/bin/cdk'),
    'synth',
    '--quiet',
    '--output',
    outdir,
    '--no-notices',
    '--app',
    app,
    'production/*',
  ];
}

function ratio(name: string, a: Measurement, b: Measurement, goal?: string): Measurement {
  return { name, unit: '×', median: a.median / b.median, goal };
}
