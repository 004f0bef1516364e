import { redact } from '../../../../lambda/shared/redaction/redact';
import { CANARY_FORMS, makeCanary } from './canaries';
import { clinicalText, seededRandom } from './clinical-text';
import { hostileText } from './hostile-text';
import { brokenLaws } from './redaction-laws';

/** A text that broke a law, with what it broke. */
export interface FuzzFailure {
  readonly text: string;
  readonly problem: string;
}

/** Runs `count` hostile texts, every fourth one a note with a planted identifier, and returns those that broke a law. */
export function fuzzRedaction(count: number, seed: number): readonly FuzzFailure[] {
  const random = seededRandom(seed);
  const failures: FuzzFailure[] = [];
  for (let index = 0; index < count; index++) {
    const text = index % 4 === 0 ? '' : hostileText(random);
    const problems = index % 4 === 0 ? plantAndFind(random) : lawsOrCrash(text);
    failures.push(...problems.map((problem) => ({ text, problem })));
  }
  return failures;
}

function lawsOrCrash(text: string): readonly string[] {
  try {
    return brokenLaws(text, redact);
  } catch (error) {
    return [`it threw ${String(error)}`];
  }
}

function plantAndFind(random: () => number): readonly string[] {
  const form = CANARY_FORMS[Math.floor(random() * CANARY_FORMS.length)];
  if (form === undefined) {
    return [];
  }
  const canary = makeCanary(form, random);
  const note = clinicalText(300, Math.floor(random() * 1e9), 0);
  const words = note.split(' ');
  words.splice(Math.floor(random() * words.length), 0, canary.written);
  const { text } = redact(words.join(' '));
  return text.includes(canary.secret) ? [`${canary.written} stayed in ${JSON.stringify(text)}`] : [];
}

/** The full-size run: `node --import tsx test/lambda/shared/redaction/fuzz.ts 100000 [SEED]`. */
if (require.main === module) {
  const [count = '5000', seed = '1'] = process.argv.slice(2);
  const started = Date.now();
  const failures = fuzzRedaction(Number(count), Number(seed));
  for (const { text, problem } of failures.slice(0, 20)) {
    console.log(`${JSON.stringify(text)}: ${problem}`);
  }
  console.log(`${count} hostile strings, ${failures.length} failures, ${Date.now() - started} ms`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
