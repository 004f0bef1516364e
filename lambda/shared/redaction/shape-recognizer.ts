import type { IdentifierType } from './identifier-types';
import type { Anchor, Evidence, Place, Recognizer } from './recognizer';
import type { Confidence } from './span';
import { matchEnd, sticky } from './sticky';

/** A recognizer that is one bounded pattern, matched from its anchor on. */
export interface ShapeRow {
  readonly id: string;
  readonly type: IdentifierType;
  readonly description: string;
  readonly by: readonly Evidence[];
  readonly anchors: readonly Anchor[];
  readonly pattern: string;
  readonly confidence: Confidence;
  /** Whether upper and lower case are different. @default false */
  readonly caseSensitive?: boolean;
  /** Whether what the pattern matched counts. @default everything counts */
  readonly accepts?: (match: string, place: Place) => boolean;
  /** The confidence when a check digit is right, in place of `confidence`. */
  readonly checked?: { readonly confidence: Confidence; readonly holds: (match: string) => boolean };
}

/** Makes a recognizer of a row. */
export function shapeRecognizer(row: ShapeRow): Recognizer {
  const pattern = sticky(row.pattern, row.caseSensitive === true ? '' : 'i');
  const { id, type, description, by, anchors } = row;
  return { id, type, description, by, anchors, find: (place) => findShape(row, pattern, place) };
}

function findShape(row: ShapeRow, pattern: RegExp, place: Place): ReturnType<Recognizer['find']> {
  const { text, at } = place;
  const end = matchEnd(pattern, text, at);
  if (end < 0) {
    return undefined;
  }
  const { accepts, checked, type } = row;
  if (accepts !== undefined && !accepts(text.slice(at, end), place)) {
    return undefined;
  }
  const sure = checked?.holds(text.slice(at, end)) === true ? checked.confidence : row.confidence;
  return { start: at, end, type, confidence: sure };
}
