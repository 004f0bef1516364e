/** The longest documentation that one field takes, in characters; more belongs in an attachment. */
export const MAX_EVIDENCE = 4000;

/** Words that say only when, and fall out before a text is weighed: `unknown at this time` is `unknown`. */
const WHEN = /\b(?:yet|still|so far|for now|currently|as of now|at present|at this (?:time|point|stage))\b/g;

/** Words that promise documentation instead of being it, whatever follows: `to be determined by counsel`. */
const PROMISES =
  /^(?:todo|pending|awaiting|in progress|under (?:investigation|review)|(?:to|will|shall) be (?:[a-z]+ed|done|shown|written))\b|\btbd\b/;

/** Words that stand where documentation should: they say that it is still owed. */
const PLACEHOLDERS = new Set([
  'tba',
  'tbc',
  'to do',
  'unknown',
  'not known',
  'n a',
  'na',
  'not applicable',
  'open',
  'null',
  'undefined',
  'placeholder',
  'not checked',
  'not assessed',
  'not documented',
  'not determined',
  'see later',
]);

/** Answers that are a statement about a risk factor, and no evidence of anything. */
const BARE_ANSWERS = new Set(['none', 'no', 'yes', 'nothing', 'no evidence', 'not available', 'missing']);

/** Whether a field documents something: blank text, punctuation and placeholders do not. */
export function isDocumented(text: string | null): text is string {
  const words = text === null ? '' : wordsOf(text);
  return words !== '' && !PLACEHOLDERS.has(words) && !PROMISES.test(words);
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
    .replace(WHEN, '')
    .replace(/ +/g, ' ')
    .trim();
}
