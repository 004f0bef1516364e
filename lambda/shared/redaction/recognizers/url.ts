import { isLetter } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** RFC 3986 without the marks that end a sentence or a bracket; those may stand inside. */
const PATH = '(?:[^\\s<>"\'`)\\]}|\\\\]{0,2000}[^\\s<>"\'`)\\]}|\\\\.,;:!?])?';
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/** Endings that no sentence and no abbreviation runs into. */
const ENDINGS =
  'com|org|net|edu|gov|mil|int|info|biz|name|online|site|website|app|dev|cloud|health|care|clinic|hospital|doctor|dental|pharmacy|life|example|test|invalid|localhost|internal|local|onion';

/** Two-letter endings that words run into at a missing space: they count with a path or as a third label. */
const SHORT_ENDINGS = 'io|co|us|uk|ca|de|fr|au|eu|me|tv|ai|nl|es|it|ch|at|jp|cn|in|br|mx|nz|ie|se|no';

const DOMAIN = sticky(
  `\\.(?:${LABEL}\\.){0,8}(?:(?:${ENDINGS})(?![a-z0-9-])|(?:${SHORT_ENDINGS})(?=[/:?]))(?::\\d{1,5})?(?:[/?#]${PATH})?`,
);
const LONG_DOMAIN = sticky(
  `\\.${LABEL}\\.(?:${LABEL}\\.){0,7}(?:${SHORT_ENDINGS})(?![a-z0-9-])(?::\\d{1,5})?(?:[/?#]${PATH})?`,
);
const SPOKEN_DOMAIN = sticky('\\sdot\\s{1,2}(?:com|org|net|edu|gov|info|health)(?![a-z])');

/** Web addresses, with a scheme, with www, or bare. @see 45 CFR 164.514(b)(2)(i)(N) */
export const URL_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'url-scheme',
    type: 'URL',
    description: 'a scheme (also hxxp), a colon, two slashes and what follows without a space',
    by: ['shape'],
    anchors: [
      {
        on: 'word',
        words: ['http', 'https', 'ftp', 'ftps', 'sftp', 'hxxp', 'hxxps', 'ws', 'wss', 'file', 'ssh', 'rtsp'],
      },
    ],
    pattern: `[a-z]{2,5} ?: ?//${PATH}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'url-www',
    type: 'URL',
    description: 'www and a domain',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['www'] }],
    pattern: `www\\d? ?\\. ?[a-z0-9-]${PATH}`,
    confidence: 4,
  }),
  {
    id: 'url-bare-domain',
    type: 'URL',
    description: 'a domain without a scheme, by its ending; a path makes rare endings count',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '.' }],
    find: findBareDomain,
  },
  {
    id: 'url-spoken',
    type: 'URL',
    description: 'a word, "dot" and a common ending',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['dot'] }],
    find: findSpokenDomain,
  },
];

function findBareDomain({ text, at }: Place): Finding | undefined {
  if (!isLetter(text.charCodeAt(at + 1))) {
    return undefined;
  }
  const end = Math.max(matchEnd(DOMAIN, text, at), matchEnd(LONG_DOMAIN, text, at));
  const start = end < 0 ? at : labelStart(text, at);
  return start < at ? { start, end, type: 'URL', confidence: 3 } : undefined;
}

function findSpokenDomain({ text, at }: Place): Finding | undefined {
  const end = matchEnd(SPOKEN_DOMAIN, text, at - 1);
  const start = end < 0 ? at : labelStart(text, at - 1);
  return start < at - 1 && end > 0 ? { start, end, type: 'URL', confidence: 3 } : undefined;
}

function labelStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < 63 && /[a-z0-9_-]/i.test(text.charAt(start - 1))) {
    start--;
  }
  return start;
}
