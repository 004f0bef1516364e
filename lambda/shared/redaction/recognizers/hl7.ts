import { countDigits } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** The longest component that is looked at. */
const LONGEST = 40;

/** An identifier with an empty check digit and scheme before the authority that gave it out (CX). */
const AUTHORITY = sticky('\\^\\^\\^');
const IDENTIFIER_BEFORE = /(?<![^|~&\r\n])[A-Za-z0-9._-]{1,40}$/;

/** City, State and ZIP code of an address (XAD). */
const CITY_STATE_ZIP = sticky("\\^[A-Z][A-Za-z .'-]{1,40}\\^[A-Z]{2}\\^\\d{5}(?:-?\\d{4})?(?!\\d)", '');

/** Family name and given names of a person (XPN), in a field of their own. */
const GIVEN_NAMES = sticky("\\^[A-Z][A-Za-z'.-]{0,30}(?:\\^[A-Za-z'.-]{0,30}){0,5}(?=[|~\\r\\n]|$)", '');
const FAMILY_BEFORE = /(?<=[|~])[A-Z][A-Za-z' -]{1,39}$/;

/** What only the carets of HL7 version 2 give away: numbers, names and addresses in components. */
export const HL7_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'hl7-identifier',
    type: 'ID',
    description: 'a component with a digit before ^^^ and an authority',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '^' }],
    find: (place) => findBehind(place, AUTHORITY, IDENTIFIER_BEFORE, 'ID'),
  },
  {
    id: 'hl7-address',
    type: 'ADDRESS',
    description: 'city, State and ZIP code in components',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '^' }],
    find: ({ text, at }) => {
      const end = matchEnd(CITY_STATE_ZIP, text, at);
      return end < 0 ? undefined : { start: at + 1, end, type: 'ADDRESS', confidence: 3 };
    },
  },
  {
    id: 'hl7-name',
    type: 'NAME',
    description: 'family name and given names in components that fill a field',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '^' }],
    find: (place) => findBehind(place, GIVEN_NAMES, FAMILY_BEFORE, 'NAME'),
  },
];

/** What stands before the caret, and for a name what follows it. */
function findBehind(
  { text, at }: Place,
  follows: RegExp,
  stands: RegExp,
  type: 'ID' | 'NAME',
): Finding | undefined {
  const end = matchEnd(follows, text, at);
  const before = end < 0 ? null : stands.exec(text.slice(Math.max(0, at - LONGEST - 1), at));
  if (before === null) {
    return undefined;
  }
  const start = at - before[0].length;
  return type === 'ID' && countDigits(text, start, at) === 0
    ? undefined
    : { start, end: type === 'ID' ? at : end, type, confidence: 2 };
}
