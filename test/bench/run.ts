import { cpus } from 'node:os';
import { AUDIT_CHAIN_BENCHMARK } from './audit-chain';
import { CHECK_BENCHMARK, ENVIRONMENTS_BENCHMARK } from './check';
import { DRILL_BENCHMARK } from './drill';
import { FUNCTIONS_BENCHMARK } from './functions';
import type { Benchmark, Measurement } from './measure';
import { RECORDS_BENCHMARK } from './records';
import { RECORDS_LOAD_BENCHMARK } from './records-load';
import { REDACTION_BENCHMARK } from './redaction';
import { TEMPLATES_BENCHMARK } from './templates';
import { TRIAGE_BENCHMARK } from './triage';

/** Every benchmark of the project, in the order in which they run. */
const BENCHMARKS: readonly Benchmark[] = [
  CHECK_BENCHMARK,
  ENVIRONMENTS_BENCHMARK,
  TEMPLATES_BENCHMARK,
  TRIAGE_BENCHMARK,
  REDACTION_BENCHMARK,
  FUNCTIONS_BENCHMARK,
  DRILL_BENCHMARK,
  AUDIT_CHAIN_BENCHMARK,
  RECORDS_BENCHMARK,
  RECORDS_LOAD_BENCHMARK,
];

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, maximumSignificantDigits: 4 });

function line({ name, unit, median, range, samples, goal }: Measurement): string {
  const spread = range && `${number.format(range[0])}–${number.format(range[1])}, n=${samples}`;
  const notes = [spread, goal && `goal: ${goal}`].filter(Boolean).join('; ');
  return `  ${name.padEnd(52)} ${`${number.format(median)} ${unit}`.padStart(14)}${notes && `  (${notes})`}`;
}

async function main(names: readonly string[]): Promise<void> {
  const chosen = BENCHMARKS.filter(
    ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
  );
  if (chosen.length === 0) {
    throw new Error(
      `the name must be part of one of: ${BENCHMARKS.map(({ name }) => name).join('; ')}, got: ${names}`,
    );
  }
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); medians, smallest–largest`,
  );
  for (const { name, run } of chosen) {
    console.log(`\n${name}`);
    for (const measurement of await run()) console.log(line(measurement));
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
