import { WITHHELD } from './identifier-types';
import { placeholder } from './placeholder';
import type { Redaction } from './redaction';

/** Nothing of the text, and one span over all of it. */
export function withholdAll(text: string): Redaction {
  return {
    text: placeholder(WITHHELD),
    spans: text === '' ? [] : [{ start: 0, end: text.length, type: WITHHELD }],
  };
}
