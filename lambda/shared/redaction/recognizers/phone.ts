import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { countDigits } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

const PART = '[ .\\-/_]{0,3}';

/** What may follow any number: an extension, or the last four digits of the next one (`-0143`, `/0143`). */
const EXTENSION =
  '(?:[ ,;]{0,3}(?:ext(?:ension)?|x|#)[ .:#]{0,3}\\d{1,6}(?![0-9])|(?:(?:,| or| and|,? ?&)? ?-|/)\\d{4}(?![0-9/-]))?';

/** Countries whose national writing (0 and an area code) counts where it is a number in use there, by its digits. */
const REGIONS_BY_DIGITS: ReadonlyMap<number, readonly CountryCode[]> = new Map([
  [10, ['GB', 'FR', 'DE', 'AU', 'IE', 'NL', 'IT']],
  [11, ['GB', 'DE', 'IT', 'IN']],
  [12, ['DE']],
] as const);

const INTERNATIONAL = sticky(`\\+ ?\\d(?:[ ().\\-/]{0,3}\\d){6,14}(?!\\d)${EXTENSION}`);
const NATIONAL_HEAD = sticky('0\\d{1,4}');
const NATIONAL_GROUP = sticky('[ ./-]{1,3}\\(?\\d{2,8}(?!\\d)\\)?');

/** Numbers with a 0 before them have ten digits or more where that is read; shorter ones are dates or amounts. */
const SHORTEST_NATIONAL = 10;
const LONGEST_NATIONAL = 16;

/** The prefixes with which a number abroad is dialled from most countries, and from North America. */
const ABROAD = /^(?:00|011)[ .-]?[1-9]/;

/** Units of measure behind two numbers that are a range of doses and not a telephone number. */
const UNIT =
  /^ ?(?:mg|mcg|g|kg|ml|l|iu|units?|u|meq|mmol|cells?|copies|kcal|cal|calories|steps|ft|m|cm|mm|lbs?)\b/i;

/** Telephone numbers by their shape; a label makes them fax numbers. @see 45 CFR 164.514(b)(2)(i)(D) */
export const PHONE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'phone-nanp',
    type: 'PHONE',
    description: 'three, three and four digits, parted; country code and extension included',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [3], next: ')-./_ ', digitFollows: true },
      { on: 'digits', lengths: [1], first: '1', next: '-. (/', digitFollows: true },
    ],
    pattern: `(?:1${PART}\\(?)?\\d{3}(?:\\) ?[.\\-/]? ?|[ .\\-/_]{1,3}|-\\r?\\n)\\d{3}(?:[ .\\-_]{1,3}|-\\r?\\n)\\d{4}(?!\\d)${EXTENSION}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'phone-nanp-part-joined',
    type: 'PHONE',
    description:
      'the same with one of its breaks missing: (202)5550143, 202-5550143, 202 5550143, 202555-0143',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [3], next: ')-. ', digitFollows: true },
      { on: 'digits', lengths: [6], next: '-.', digitFollows: true },
    ],
    pattern: `(?:\\d{3}(?:\\) ?|[.-])\\d{7}|(?<![\\d.,/-])[2-9]\\d{2} [2-9]\\d{6}|\\d{6}[.-]\\d{4})(?!\\d)${EXTENSION}`,
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'phone-marks',
    type: 'PHONE',
    description: 'three, three and four digits, parted by the same mark of another kind',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [3], next: '/*~:+=|', digitFollows: true }],
    pattern: `(?<![\\d/*~:+=|])[2-9]\\d{2}([/*~:+=|])\\d{3}\\1\\d{4}(?![\\d/*~:+=|])`,
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'phone-parenthesis',
    type: 'PHONE',
    description: 'an area code in parentheses or brackets and seven digits, those in parentheses or not',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '([' }],
    pattern: `[([] ?\\d{3} ?[)\\]]${PART}(?:\\d{3}${PART}\\d{4}(?!\\d)|\\(\\d{3}\\)${PART}\\(?\\d{4}(?:\\)|(?!\\d)))${EXTENSION}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'phone-joined',
    type: 'PHONE',
    description: 'ten digits that the North American plan allows, or eleven that begin with 1',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [10, 11] }],
    pattern: `1?[2-9]\\d{2}[2-9]\\d{6}(?![0-9A-Za-z])${EXTENSION}`,
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'phone-local',
    type: 'PHONE',
    description:
      'three and four digits parted by a dash or dot, unless they are a range of round figures or a dose',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [3], next: '-.', digitFollows: true }],
    pattern: `(?<![\\d.-])[2-9]\\d{2}[.-]\\d{4}(?![-.]?\\d)${EXTENSION}`,
    confidence: 2,
    accepts: (match, place) => !isRange(match, place),
  }),
  shapeRecognizer({
    id: 'phone-vanity',
    type: 'PHONE',
    description: 'a toll-free code and letters: 1-800-EXAMPLE',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [1], first: '1', next: '-. ', digitFollows: true },
      { on: 'digits', lengths: [3], first: '8', next: '-. ' },
      { on: 'character', characters: '(' },
    ],
    pattern:
      '(?:1[-. ])?\\(?8(?:00|88|77|66|55|44|33)\\)?[-. ](?=[0-9-]{0,4}[A-Z])[A-Z0-9]{3}[- ]?[A-Z0-9]{4,9}(?![a-z])',
    confidence: 4,
    caseSensitive: true,
  }),
  {
    id: 'phone-international',
    type: 'PHONE',
    description: '+ and seven to fifteen digits in any grouping',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '+' }],
    find: findInternational,
  },
  {
    id: 'phone-national',
    type: 'PHONE',
    description:
      '0 and an area code, where it is a number in use in one of some countries; 00 and 011 dial abroad',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [2, 3, 4, 5], first: '0', next: ' ./-', digitFollows: true }],
    find: findNational,
  },
];

function isRange(match: string, { text, at }: Place): boolean {
  const [low = 0, high = 0] = match.split(/[-.]/).map(Number);
  const areRound = low % 50 === 0 && high % 100 === 0 && high > low;
  return areRound || UNIT.test(text.slice(at + match.length, at + match.length + 12));
}

function findInternational({ text, at }: Place): Finding | undefined {
  const end = matchEnd(INTERNATIONAL, text, at);
  if (end < 0) {
    return undefined;
  }
  const known = parsePhoneNumberFromString(text.slice(at, end))?.isPossible() === true;
  return { start: at, end, type: 'PHONE', confidence: known ? 4 : 3 };
}

function findNational({ text, at }: Place): Finding | undefined {
  let end = matchEnd(NATIONAL_HEAD, text, at);
  let digits = end - at;
  while (end > 0 && digits < SHORTEST_NATIONAL) {
    const next = matchEnd(NATIONAL_GROUP, text, end);
    digits += countDigits(text, end, next);
    end = next;
  }
  return end > 0 && isDialled(text.slice(at, end), digits)
    ? { start: at, end, type: 'PHONE', confidence: 2 }
    : undefined;
}

/** Dialled abroad it is a number by its shape; at home the library knows which area codes there are. */
function isDialled(written: string, digits: number): boolean {
  return (
    (digits <= LONGEST_NATIONAL && ABROAD.test(written)) ||
    (REGIONS_BY_DIGITS.get(digits) ?? []).some(
      (region) => parsePhoneNumberFromString(written, region)?.isValid() === true,
    )
  );
}
