import { redact } from '../../lambda/shared/redaction/redact';
import { CANARY_FORMS, makeCanary } from '../lambda/shared/redaction/canaries';
import { clinicalText, seededRandom } from '../lambda/shared/redaction/clinical-text';
import { type Benchmark, type Measurement, summarize } from './measure';
import { type NamedRedaction, otherPackages } from './redaction-packages';

const OURS = 'hipaa redact';
const SAMPLES = 5;
const NOTE_LENGTH = 2000;
const NOTES = 100;

/** No package is given longer than this in one sample, in milliseconds. */
const PATIENCE_MS = 1500;

/** Texts of 4 KB that keep recognizers busy: pieces of identifiers, labels without a value, marks without an end. */
const WORST_SHAPES: readonly string[] = [
  ...[
    '1',
    '1 ',
    '1-',
    '1.',
    '1/1-',
    '12/12 ',
    '123-45-',
    '202-555-',
    '020 ',
    '011 44 ',
    '1234 ',
    'a1',
    'a-1',
  ],
  ...[
    'a@',
    'a@a',
    'a.com',
    'a:',
    '::',
    'http://',
    'MRN ',
    'MRN-',
    'her mrn ',
    'ID#',
    'id ',
    'fax 1 ',
    'March ',
    '1 March ',
  ],
  ...[
    'Aa, MA ',
    '1 Aa Aa St ',
    'one ',
    '\u00ad',
    '\u0301',
    '½',
    '&#',
    '[SSN] MRN ',
    'GB82 ',
    '1/1/2020T10:10:10.',
  ],
];

/** Redaction side by side with the other packages that are installed: throughput, recall on planted identifiers, worst case. */
export const REDACTION_BENCHMARK: Benchmark = { name: 'redaction', run: benchRedaction };

/** Measures throughput on generated clinical text, what is found of planted identifiers, and the slowest 4 KB. */
async function benchRedaction(): Promise<readonly Measurement[]> {
  const { installed, missing } = await otherPackages();
  const candidates: readonly NamedRedaction[] = [
    { name: OURS, redact: (text) => redact(text).text },
    ...installed,
  ];
  const measurements: Measurement[] = [];
  for (const candidate of candidates) {
    measurements.push(await throughput(candidate));
  }
  for (const name of missing) {
    console.log(`  ${name}: not installed`);
  }
  return [...measurements, worstCase()];
}

/** Megabytes a second, and in the name the share of planted identifiers that the same package covers. */
async function throughput({ name, redact: run }: NamedRedaction): Promise<Measurement> {
  const notes = Array.from({ length: NOTES }, (_, index) => clinicalText(NOTE_LENGTH, index));
  const covered = await coveredForms(run);
  await megabytesPerSecond(notes, run);
  const rates: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    rates.push(await megabytesPerSecond(notes, run));
  }
  const goal = name === OURS ? 'at least 10 MB/s, every form' : undefined;
  return summarize(`${name} (covers ${covered} of ${CANARY_FORMS.length} forms)`, 'MB/s', rates, goal);
}

/** Goes through the notes until half a second or the patience is over; a slow package gets through a part of them. */
async function megabytesPerSecond(notes: readonly string[], run: NamedRedaction['redact']): Promise<number> {
  const started = performance.now();
  let size = 0;
  let elapsed = 0;
  while (elapsed < PATIENCE_MS / 3) {
    for (const note of notes) {
      await run(note);
      size += note.length;
      elapsed = performance.now() - started;
      if (elapsed > PATIENCE_MS) {
        break;
      }
    }
  }
  return size / 1e6 / (elapsed / 1000);
}

/** Of how many planted identifiers, one of each form in a sentence of its own, nothing stays. */
async function coveredForms(run: NamedRedaction['redact']): Promise<number> {
  const random = seededRandom(5);
  let covered = 0;
  for (const form of CANARY_FORMS) {
    const { written, secret } = makeCanary(form, random);
    const text = await run(`The patient was seen again, ${written}, and went home.`);
    covered += Number(!text.includes(secret));
  }
  return covered;
}

function worstCase(): Measurement {
  const times = WORST_SHAPES.map((shape) => {
    const text = shape.repeat(Math.ceil(4096 / shape.length)).slice(0, 4096);
    const runs = Array.from({ length: SAMPLES }, () => {
      const started = performance.now();
      redact(text);
      return performance.now() - started;
    });
    return Math.min(...runs.slice(1));
  });
  const name = `slowest 4 KB of ${WORST_SHAPES.length} hostile shapes`;
  return { name, unit: 'ms', median: Math.max(...times), goal: 'at most 50 ms, aim 5' };
}

/** Alone: `npx tsx test/bench/redaction.ts`. */
async function main(): Promise<void> {
  for (const { name, unit, median, range } of await benchRedaction()) {
    const spread = range === undefined ? '' : ` (${range.map((value) => value.toFixed(1)).join('–')})`;
    console.log(`  ${name.padEnd(64)} ${median.toFixed(1)} ${unit}${spread}`);
  }
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
