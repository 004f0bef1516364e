import { wordBefore } from '../characters';
import { LAST_CERTAIN_BIRTH_YEAR } from '../data/birth-year';
import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

const OVER_89 = '(?:9\\d|1[0-3]\\d)';
const UNITS = '(?:one|two|three|four|five|six|seven|eight|nine)';
const OVER_89_WORDS = `(?:ninety(?:[ -]${UNITS})?|(?:a|one) hundred(?:(?: and)?[ -](?:${UNITS}|ten|eleven|twelve))?)`;
const YEARS_OLD =
  '(?: ?- ?| )?(?:years?(?:[- ]?old|[- ]of[- ]age)?|yrs?\\.?(?:[- ]?old)?|y\\.? ?[/-]? ?o\\.?|y(?=[ ,.;)]|$)|ans|anos|jahre)(?:(?: |-)?[mf](?:ale)?)?(?![a-z])';

/** "Over 89" is one category that the law allows, when it is written as "90 or older". */
const AGGREGATED = '(?! ?(?:years?)? ?(?:or|and) (?:older|over|above)|\\+)';

/** Ages over 89, and what gives one away. @see 45 CFR 164.514(b)(2)(i)(C) */
export const AGE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'age-years',
    type: 'AGE',
    description: 'a number from 90 to 139 and "years", "y/o" and their like',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [2], first: '9' },
      { on: 'digits', lengths: [3], first: '1' },
    ],
    pattern: `(?<!\\d|\\d/)(?:(?<!\\d\\.)|(?=\\d{2,3}[- ]years?[- ]old))${OVER_89}(?:\\.\\d)?${YEARS_OLD}(?!(?<=y(?:ea)?rs?) (?:survival|follow|history of smoking))`,
    confidence: 4,
    accepts: (match, { text, at }) =>
      !(
        /^90\D/.test(match) &&
        /^ ?(?:or|and) (?:older|over|above)\b/i.test(text.slice(at + match.length, at + match.length + 12))
      ),
  }),
  shapeRecognizer({
    id: 'age-sex',
    type: 'AGE',
    description: 'a number from 90 to 139 and M or F, as notes begin',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [2], first: '9' },
      { on: 'digits', lengths: [3], first: '1' },
    ],
    pattern: `(?<!\\d|\\d[./])${OVER_89} ?(?:yo|[mf]|male|female|man|woman|lady|gentleman)(?= (?:with|w/|who|presents?|presenting|admitted|h/o|hx|c/o|s/p|pt|patient|was|has|had|is|in|from)\\b|,|$)`,
    confidence: 3,
    accepts: (_match, { text, at }) => !/temp|fever|tmax|\bt$/.test(wordBefore(text, at)),
  }),
  shapeRecognizer({
    id: 'age-label',
    type: 'AGE',
    description: 'age, aged or turned, and a number from 90 to 139',
    by: ['context'],
    anchors: [{ on: 'word', words: ['age', 'aged', 'ages', 'turned', 'turning', 'turns', 'edad'] }],
    pattern: `(?:aged?|ages|turn(?:ed|ing|s)|edad)(?:[ :=-]{1,3}(?:is |was |of |at |about |now )?|[ (]{1,2})((?:${OVER_89}|${OVER_89_WORDS}(?![a-z])))(?!\\d|[.]\\d|[/%]| ?(?:months?|mos?|weeks?|wks?|days?|hours?)\\b)${AGGREGATED}`,
    confidence: 4,
    coversGroup: true,
  }),
  shapeRecognizer({
    id: 'age-of-person',
    type: 'AGE',
    description: 'somebody who is or was a number from 90 to 139, with nothing measured',
    by: ['context'],
    anchors: [{ on: 'word', words: ['he', 'she', 'patient', 'pt', 'who'] }],
    pattern: `(?:s?he|patient|pt|who)(?:'s| is| was)(?: now| only| already| almost)? (${OVER_89})(?= (?:and|with|who|now)\\b|[,;](?!\\d)|\\.(?:\\s|$)|$)`,
    confidence: 3,
    coversGroup: true,
  }),
  shapeRecognizer({
    id: 'age-words',
    type: 'AGE',
    description: 'ninety to a hundred and twelve in words, and "years old"; nonagenarian and its like',
    by: ['shape'],
    anchors: [
      {
        on: 'word',
        words: ['ninety', 'one', 'a', 'nonagenarian', 'centenarian', 'supercentenarian', 'nonagenarians'],
      },
    ],
    pattern: `(?:${OVER_89_WORDS}${YEARS_OLD}|(?:nonagenarian|(?:super)?centenarian)s?(?![a-z]))`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'age-decade',
    type: 'AGE',
    description: 'somebody in their nineties; a ninetieth or later birthday',
    by: ['shape'],
    anchors: [
      { on: 'word', words: ['her', 'his', 'their', 'early', 'mid', 'late', 'ninetieth', 'hundredth'] },
      { on: 'digits', lengths: [2, 3], first: '19', next: 'tsnr' },
    ],
    pattern: `(?:(?:her|his|their|early|mid|late)[ -](?:(?:early|mid|late)[ -])?(?:90'?s|nineties)(?![a-z])|(?:${OVER_89}(?:th|st|nd|rd)|ninetieth|hundredth) birthday)`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'birth-year',
    type: 'AGE',
    description: 'a year of birth that makes somebody 90 or older',
    by: ['context'],
    anchors: [{ on: 'word', words: ['born', 'birth', 'yob', 'dob', 'b'] }],
    pattern:
      '(?:born|birth(?: year)?|yob|dob|b\\.)[ :=,]{1,3}(?:in |of |year |is |was )?(1[89]\\d{2})(?![\\d/-])',
    confidence: 3,
    coversGroup: true,
    accepts: (match) => Number(match.slice(-4)) <= LAST_CERTAIN_BIRTH_YEAR,
  }),
];
