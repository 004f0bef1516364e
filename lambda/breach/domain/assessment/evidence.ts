/** The longest documentation that one field takes, in characters; more belongs in an attachment. */
export const MAX_EVIDENCE = 4000;

/** Words that stand where documentation should: they say that it is still owed. */
const PLACEHOLDERS = new Set([
  'tbd',
  'tba',
  'tbc',
  'todo',
  'to do',
  'unknown',
  'not known',
  'not known yet',
  'not yet known',
  'n a',
  'na',
  'not applicable',
  'pending',
  'open',
  'null',
  'undefined',
  'placeholder',
  'not checked',
  'not yet checked',
  'not assessed',
  'not yet assessed',
  'not documented',
  'not yet documented',
  'not determined',
  'not yet determined',
  'to be determined',
  'to be completed',
  'to be confirmed',
  'to be documented',
  'under investigation',
  'see later',
]);

/** Answers that are a statement about a risk factor, and no evidence of anything. */
const BARE_ANSWERS = new Set(['none', 'no', 'yes', 'nothing', 'no evidence', 'not available', 'missing']);

/** Whether a field documents something: blank text, punctuation and placeholders do not. */
export function isDocumented(text: string | null): text is string {
  const words = text === null ? '' : wordsOf(text);
  return words !== '' && !PLACEHOLDERS.has(words);
}

/** Whether a field is evidence: documented, and more than a bare yes, no or none. */
export function isEvidence(text: string | null): text is string {
  return isDocumented(text) && !BARE_ANSWERS.has(wordsOf(text));
}

function wordsOf(text: string): string {
  return text
    .slice(0, MAX_EVIDENCE)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
