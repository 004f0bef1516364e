import { RESTRICTED_ZIP_PREFIXES } from '../data/restricted-zip-prefixes';
import { STATE_CODES, STATE_NAMES } from '../data/state-codes';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** Kinds of street; words that mean something else too count with a capital letter only. */
const STREETS = [
  ...[
    'Street',
    'St',
    'Avenue',
    'Ave',
    'Av',
    'Road',
    'Rd',
    'Boulevard',
    'Blvd',
    'Lane',
    'Ln',
    'Drive',
    'Dr',
    'Court',
    'Ct',
  ],
  ...[
    'Way',
    'Place',
    'Pl',
    'Circle',
    'Cir',
    'Terrace',
    'Ter',
    'Parkway',
    'Pkwy',
    'Highway',
    'Hwy',
    'Square',
    'Sq',
  ],
  ...[
    'Trail',
    'Trl',
    'Route',
    'Alley',
    'Plaza',
    'Crescent',
    'Close',
    'Loop',
    'Pike',
    'Turnpike',
    'Commons',
    'Crossing',
  ],
  ...['Heights', 'Run'],
] as const;
const LOWER_STREETS = [
  'street',
  'avenue',
  'boulevard',
  'blvd',
  'ave',
  'road',
  'lane',
  'drive',
  'rd',
  'st',
] as const;
const LOWER_STREET = new Set<string>(LOWER_STREETS);

/** Kinds of facility that patients are found by. */
const FACILITIES = [
  'Hospital',
  'Hospitals',
  'Clinic',
  'Clinics',
  'Center',
  'Centre',
  'Hospice',
  'Infirmary',
  'Home',
] as const;
const STREET_TAIL = sticky(
  '(?:(?:route|highway|hwy|rt) \\d{1,4}|[A-Za-z]{2,9}\\.?)(?: (?:[NSEW]|[NS][EW])(?![A-Za-z]))?(?:,? {0,2}(?:(?:Apt|Apartment|Unit|Suite|Ste|Floor|Fl|Bldg|Building|No)(?![a-z])\\.? ?#?|#) ?(?=[a-z-]{0,5}\\d|[a-z](?![a-z]))[A-Za-z0-9-]{1,6})?',
);

const STREET_HEAD =
  /(?<![A-Za-z0-9])(?:\d{1,6}(?:-\d{1,4}|[A-E])?|One|Two|Three|Four|Five|Ten) {1,2}(?:(?:[NSEW]|[NS][EW])\.? )?(?:(?:[A-Z][A-Za-z'.-]{0,24}|\d{1,3}(?:st|nd|rd|th)) ){1,4}$/;
const NUMBERLESS_HEAD =
  /(?<![A-Za-z0-9.'-])(?:(?!(?:The|On|In|At|From|A|Their|His|Her) )[A-Z][a-z'-]{2,20} ){1,2}$/;
const NUMBERLESS = /^(?:Street|Avenue|Boulevard|Road|Lane)$/;
const LOWER_STREET_HEAD =
  /(?<![a-z0-9])\d{1,5} (?:[nsew]\.? )?(?:(?!(?:mg|ml|on|in|of|from|at|to|the|hours?|days?|weeks?|miles?|blocks?|years?|minutes?|a|for|and|more) )[a-z'.]{2,20} |\d{1,3}(?:st|nd|rd|th) ){1,2}$/i;
const FACILITY_HEAD = /(?:(?:St\.?|[A-Z][A-Za-z'.-]{1,24}) (?:(?:of|and|the|for|&) ){0,2}){1,4}$/;
/** A word that says what kind of facility it is, and not which one. */
const GENERIC_HEAD =
  /^(?:The|This|Our|Your|Any|Outpatient|Inpatient|Emergency|General|Wound|Pain|Walk-in|Community|Local|Primary|Care|Free|Sleep|Eye|Dental|Anticoagulation|Transfer|Discharge|Return|Patient|In|At|To|From|Hospital|Clinic) $/;
const CENTER_KIND =
  /(?:Medical|Health|Healthcare|Cancer|Surgical|Surgery|Care|Heart|Trauma|Rehabilitation|Treatment|Nursing|Birth|Wellness|Diagnostic|Imaging|Dialysis) $/;

const SHORT_ZIP = sticky(
  'zip ?(?:codes?)?(?: (?:area|prefix|is|was|in|starts? with|beginning with))?[ :=#-]{1,3}(\\d{3})(?!\\d)',
);
const CITY = sticky(`, ?(?:${STATE_CODES}|${STATE_NAMES})(?![A-Za-z0-9])`, '');
const CITY_BEFORE_STATE = new RegExp(
  `((?:[A-Z][a-z.'-]{1,20} ){0,2}[A-Z][a-z.'-]{2,20}) (?!ID)(?:${STATE_CODES}) {1,2}$`,
);
const CITY_WORDS = /(?:[A-Z][a-z'.-]{1,20} ){0,2}[A-Z][a-z'-]{1,20}$/;
const STATE_ZIP = new RegExp(
  `(?:(?:^|\\n|, ?|[a-z] )(?!ID)(?:${STATE_CODES})|(?:${STATE_NAMES}))[ ,.-]{1,3}$`,
);

/** Geographic subdivisions smaller than a State, as far as their shape tells. @see 45 CFR 164.514(b)(2)(i)(B) */
export const PLACE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'zip-plus-four',
    type: 'ZIP',
    description: 'five digits, a dash and four digits',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [5], next: '- ', digitFollows: true }],
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
    id: 'city-before-zip',
    type: 'ADDRESS',
    description: 'capitalized words before the postal code of a State and a ZIP code, without a comma',
    by: ['context'],
    anchors: [{ on: 'digits', lengths: [5] }],
    overlaps: true,
    find: findCityBeforeZip,
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
    anchors: [{ on: 'mixed', lengths: [3] }],
    pattern: '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]\\d[ABCEGHJ-NPRSTV-Z]\\d(?![A-Za-z0-9.])',
    confidence: 3,
    caseSensitive: true,
  }),
  {
    id: 'street-address',
    type: 'ADDRESS',
    description: 'a number, one to four words and a kind of street, with its unit',
    by: ['shape'],
    anchors: [{ on: 'word', words: [...STREETS, ...LOWER_STREETS].map((word) => word.toLowerCase()) }],
    find: findStreet,
  },
  {
    id: 'facility',
    type: 'ADDRESS',
    description: 'capitalized words before "Hospital", "Clinic", "Medical Center" and the like',
    by: ['context'],
    anchors: [{ on: 'word', words: FACILITIES.map((word) => word.toLowerCase()) }],
    find: findFacility,
  },
  shapeRecognizer({
    id: 'post-box',
    type: 'ADDRESS',
    description: 'a post office box or rural route',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['p', 'po', 'post', 'rr', 'hc', 'rural'] }],
    pattern:
      '(?:p\\.? ?o\\.? ?|post office )box ?#? ?\\d{1,7}|(?:rr|hc|rural route) ?#? ?\\d{1,3},? box ?\\d{1,5}',
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

function findCityBeforeZip({ text, at }: Place): Finding | undefined {
  const match = isUpper(text.charCodeAt(at - 2))
    ? CITY_BEFORE_STATE.exec(text.slice(Math.max(0, at - MAX_HEAD), at))
    : null;
  const city = match?.[1];
  if (match === null || city === undefined) {
    return undefined;
  }
  const start = at - match[0].length;
  return { start, end: start + city.length, type: 'ADDRESS', confidence: 2 };
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
  const isState = isUpper(text.charCodeAt(at + 1)) || isUpper(text.charCodeAt(at + 2));
  if (!isState || matchEnd(CITY, text, at) < 0) {
    return undefined;
  }
  const words = CITY_WORDS.exec(text.slice(Math.max(0, at - 64), at));
  return words === null
    ? undefined
    : { start: at - words[0].length, end: at, type: 'ADDRESS', confidence: 2 };
}

/** How far back a street or a facility can begin. */
const MAX_HEAD = 80;

function findStreet({ text, at, tokenEnd }: Place): Finding | undefined {
  const word = text.slice(at, tokenEnd);
  const isCapital = word.charCodeAt(0) < 97;
  if (!isCapital && !LOWER_STREET.has(word)) {
    return undefined;
  }
  const before = text.slice(Math.max(0, at - MAX_HEAD), at);
  const head =
    (isCapital ? STREET_HEAD.exec(before) : null) ??
    (NUMBERLESS.test(word) ? NUMBERLESS_HEAD.exec(before) : null) ??
    (LOWER_STREET.has(word.toLowerCase()) ? LOWER_STREET_HEAD.exec(before) : null);
  return head === null
    ? undefined
    : {
        start: at - head[0].length,
        end: Math.max(tokenEnd, matchEnd(STREET_TAIL, text, at)),
        type: 'ADDRESS',
        confidence: 3,
      };
}

function findFacility({ text, at, tokenEnd }: Place): Finding | undefined {
  if (text.charCodeAt(at) > 96) {
    return undefined;
  }
  const word = text.slice(at, tokenEnd);
  const before = text.slice(Math.max(0, at - MAX_HEAD), at);
  const kind = /^(?:Cent|Home)/.test(word) ? CENTER_KIND.exec(before) : /$/.exec(before);
  const head = kind === null ? null : FACILITY_HEAD.exec(before.slice(0, kind.index));
  return kind === null || head === null || GENERIC_HEAD.test(head[0])
    ? undefined
    : {
        start: at - (before.length - kind.index) - head[0].length,
        end: tokenEnd,
        type: 'ADDRESS',
        confidence: 1,
      };
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
