import { isAlphanumeric } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';
import type { LabelRow } from './label-row';
import { findNextValue, findValue, type ValueRange } from './label-value';
import { findValueBefore } from './value-before';

/** The most values behind one label; a longer list is found by the shapes of its numbers. */
const MOST_VALUES = 20;

/** Makes a recognizer of a label: it finds the value behind the label, and the label itself stays. */
export function labelRecognizer(row: LabelRow): Recognizer {
  const label = sticky(`(?:${row.pattern})(?!(?<=[a-z])[a-z])`);
  const { id, type, description, words } = row;
  return {
    id,
    type,
    description,
    by: ['context'],
    anchors: [{ on: 'word', words }],
    overlaps: true,
    find: (place) => findLabelled(row, label, place),
  };
}

function findLabelled(row: LabelRow, label: RegExp, { text, at }: Place): Finding | undefined {
  const labelEnd = isAlphanumeric(text.charCodeAt(at - 1)) ? -1 : matchEnd(label, text, at);
  if (labelEnd < 0) {
    return undefined;
  }
  const first = findValue(text, labelEnd, row);
  const range = first === undefined ? findValueBefore(text, at, row) : toListEnd(text, first, row);
  return range === undefined ? undefined : { ...range, type: row.type, confidence: row.isStrong ? 5 : 3 };
}

function toListEnd(text: string, first: ValueRange, row: LabelRow): ValueRange {
  let { end } = first;
  for (let count = 1; count < MOST_VALUES; count++) {
    const next = findNextValue(text, end, row);
    if (next === undefined) {
      break;
    }
    end = next.end;
  }
  return { start: first.start, end };
}
