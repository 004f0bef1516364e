import { RESTRICTED_ZIP_PREFIXES } from '../data/restricted-zip-prefixes';
import { STATE_CODES, STATE_NAMES } from '../data/state-codes';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

const STREET =
  'Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Circle|Cir|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Square|Sq|Trail|Trl|Route|Alley|Plaza|Crescent|Close|Loop|Pike|Turnpike|Row|Commons|Crossing|Heights|Run';
const UNIT =
  '(?:,? {0,2}(?:Apt|Apartment|Unit|Suite|Ste|Floor|Fl|Bldg|Building|#|No)\\.? ?#? ?[A-Za-z0-9-]{1,6})?';
const LOWER_STREET = 'street|avenue|boulevard|blvd|ave';

const SHORT_ZIP = sticky(
  'zip ?(?:codes?)?(?: (?:area|prefix|is|was|in|starts? with|beginning with))?[ :=#-]{1,3}(\\d{3})(?!\\d)',
);
const CITY = sticky(`, ?(?:${STATE_CODES})(?![A-Za-z0-9])`, '');
const CITY_WORDS = /(?:[A-Z][a-z'.-]{1,20} ){0,2}[A-Z][a-z'-]{1,20}$/;
const STATE_ZIP = new RegExp(`(?:, ?|[a-z] )(?:${STATE_CODES}|${STATE_NAMES})[ ,.-]{1,3}$`);

/** Geographic subdivisions smaller than a State, as far as their shape tells. @see 45 CFR 164.514(b)(2)(i)(B) */
export const PLACE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'zip-plus-four',
    type: 'ZIP',
    description: 'five digits, a dash and four digits',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [5], next: '- ' }],
    pattern: '(?<![\\d-])\\d{5} ?- ?\\d{4}(?![\\d-])',
    confidence: 3,
  }),
  {
    id: 'zip-state',
    type: 'ZIP',
    description: 'five digits behind a State',
    by: ['context'],
    anchors: [{ on: 'digits', lengths: [5] }],
    find: findStateZip,
  },
  {
    id: 'zip-three-digits',
    type: 'ZIP',
    description: 'the first three digits of a ZIP code, where 20,000 people or fewer live',
    by: ['context'],
    anchors: [{ on: 'word', words: ['zip'] }],
    find: findShortZip,
  },
  shapeRecognizer({
    id: 'postal-code-canada',
    type: 'ZIP',
    description: 'letter digit letter, digit letter digit, as in Canada',
    by: ['shape'],
    anchors: [{ on: 'mixed' }],
    pattern: '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]\\d[ABCEGHJ-NPRSTV-Z]\\d(?![A-Za-z0-9.])',
    confidence: 3,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'street-address',
    type: 'ADDRESS',
    description: 'a number, one to five words and a kind of street, with its unit',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3, 4, 5, 6], next: ' -ABCDE' }],
    pattern: `\\d{1,6}(?:-\\d{1,4}|[A-E])? (?:(?:[NSEW]|[NS][EW])\\.? )?(?:(?:[A-Z][A-Za-z'.-]{0,24}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${STREET})(?![A-Za-z])\\.?(?: (?:[NSEW]|[NS][EW])(?![A-Za-z]))?${UNIT}`,
    confidence: 3,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'street-address-lower-case',
    type: 'ADDRESS',
    description: 'the same in any case for kinds of street that are nothing else',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3, 4, 5], next: ' ' }],
    pattern: `\\d{1,5} (?:[a-z'.]{1,20} |\\d{1,3}(?:st|nd|rd|th) ){1,3}(?:${LOWER_STREET})(?![a-z])\\.?${UNIT}`,
    confidence: 2,
    accepts: (match) =>
      !/ (?:mg|ml|on|in|of|from|at|to|the|hours|days|weeks|miles|blocks|years|minutes) /i.test(match),
  }),
  shapeRecognizer({
    id: 'post-box',
    type: 'ADDRESS',
    description: 'a post office box or rural route',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['p', 'po', 'post', 'rr', 'hc'] }],
    pattern: '(?:p\\.? ?o\\.? ?|post office )box ?#? ?\\d{1,7}|(?:rr|hc) ?#? ?\\d{1,3},? box ?\\d{1,5}',
    confidence: 3,
  }),
  {
    id: 'city-and-state',
    type: 'ADDRESS',
    description: 'capitalized words before a comma and the postal code of a State; the State stays',
    by: ['shape'],
    anchors: [{ on: 'character', characters: ',' }],
    find: findCity,
  },
];

function findStateZip({ text, at, tokenEnd }: Place): Finding | undefined {
  const isZip = tokenEnd === at + 5 && STATE_ZIP.test(text.slice(Math.max(0, at - 24), at));
  return isZip ? { start: at, end: tokenEnd, type: 'ZIP', confidence: 3 } : undefined;
}

function findShortZip({ text, at }: Place): Finding | undefined {
  SHORT_ZIP.lastIndex = at;
  const prefix = SHORT_ZIP.exec(text)?.[1];
  const end = SHORT_ZIP.lastIndex;
  return prefix !== undefined && RESTRICTED_ZIP_PREFIXES.has(prefix)
    ? { start: end - 3, end, type: 'ZIP', confidence: 3 }
    : undefined;
}

function findCity({ text, at }: Place): Finding | undefined {
  if (matchEnd(CITY, text, at) < 0) {
    return undefined;
  }
  const words = CITY_WORDS.exec(text.slice(Math.max(0, at - 64), at));
  return words === null
    ? undefined
    : { start: at - words[0].length, end: at, type: 'ADDRESS', confidence: 2 };
}
