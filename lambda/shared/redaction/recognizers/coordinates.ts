import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

const DEGREE = '(?: ?(?:°|º|deg(?:rees?)?|d))';
const HEMISPHERE = ' ?[NSEW](?![a-z])';
const SEXAGESIMAL = `\\d{1,3}${DEGREE} ?\\d{1,2}(?:\\.\\d{1,6})?(?: ?['m])?(?: ?\\d{1,2}(?:\\.\\d{1,6})? ?(?:"|''|s))?`;

/** Geographic coordinates precise enough to be a place. @see 45 CFR 164.514(b)(2)(i)(B) */
export const COORDINATE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'coordinates-decimal',
    type: 'COORDINATES',
    description: 'two numbers of degrees with three decimals or more',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3], next: '.', digitFollows: true }],
    pattern: `(?:(?<![\\d.])\\d{1,3}\\.\\d{3,15})${DEGREE}?(?:${HEMISPHERE})?(?: ?[,;/] ?| {1,2})[NSEW]?[-+]?\\d{1,3}\\.\\d{3,15}(?!\\d|\\.\\d)${DEGREE}?(?:${HEMISPHERE})?`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'coordinates-sexagesimal',
    type: 'COORDINATES',
    description: 'degrees, minutes and seconds with a hemisphere, or two of them',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3], next: '°dD' }],
    pattern: `(?=\\d{1,3}${DEGREE})${SEXAGESIMAL}(?:${HEMISPHERE}(?:,? ?${SEXAGESIMAL}(?:${HEMISPHERE})?)?|,? ?${SEXAGESIMAL})`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'coordinates-hemisphere',
    type: 'COORDINATES',
    description: 'decimal degrees with a hemisphere each',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3], next: '.', digitFollows: true }],
    pattern: `\\d{1,3}\\.\\d{1,15}${DEGREE}?${HEMISPHERE},? ?\\d{1,3}\\.\\d{1,15}${DEGREE}?${HEMISPHERE}`,
    confidence: 4,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'coordinates-label',
    type: 'COORDINATES',
    description: 'latitude, longitude, GPS or coordinates, and decimal degrees',
    by: ['context'],
    anchors: [
      {
        on: 'word',
        words: ['lat', 'latitude', 'lon', 'long', 'lng', 'longitude', 'gps', 'coordinates', 'coords', 'geo'],
      },
    ],
    pattern:
      '[a-z]{3,11}(?:itude)?["\']?(?: ?[:=(]| (?:is|was|of|at|location)| ){1,3} ?[-+]?\\d{1,3}\\.\\d{1,15}(?:[, /]{1,3}[-+]?\\d{1,3}\\.\\d{1,15})?',
    confidence: 4,
    accepts: (match) => !/^long [a-z]/i.test(match),
  }),
];
