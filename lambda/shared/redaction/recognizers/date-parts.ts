/** A clock time that belongs to the date before it, with seconds, half of day and zone. */
export const ATTACHED_TIME =
  '(?:(?: ?[T,;@-] ?| {1,2}(?:at {1,2})?)(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?|\\d{4} ?(?:hours|hrs?|h)\\b|(?<=(?:@|at) {0,2})[0-2]\\d[0-5]\\d(?!\\d)|(?<=T)\\d{4}(?:\\d{2})?)(?: ?(?:Z\\b|UTC\\b|GMT\\b|[ECMP][SD]?T\\b|[+-]\\d{2}:?\\d{2}\\b))?)?';

/** A year behind a day and month. */
export const YEAR = "(?:(?:19|20)\\d{2}|['`]\\d{2})(?!\\d)";

const UNITS_AND_THINGS =
  'mg|mcg|ug|kg|ml|cc|iu|units?|meq|mmol|%|tab(?:let)?s?|caps?(?:ules?)?|pills?|doses?|drops?|puffs?|cups?|packs?|ppd|cm|mm|inch(?:es)?|ft|lbs?|hours?|hrs?|mins?|minutes?|nodes?|lymph|murmur|quadrants?';

/** Units that make a number before them a measure even where a word before it speaks of a day. */
export const DOSE = `(?:${UNITS_AND_THINGS})\\b`;

/** Units, and words that go on behind a fraction as well as behind a day ("4/5 in all limbs", "on 4/5 in clinic"). */
export const MEASURE = `(?:${UNITS_AND_THINGS}|[glu]|in(?! (?:the|our|your|ed|er|clinic|office|hospital)\\b)|strength|pain|positive|patients|full|of)\\b`;

/** Whether these numbers are a day and a month, in either order. */
export function isDayAndMonth(left: number, right: number): boolean {
  return (
    (left >= 1 && left <= 12 && right >= 1 && right <= 31) ||
    (right >= 1 && right <= 12 && left >= 1 && left <= 31)
  );
}
