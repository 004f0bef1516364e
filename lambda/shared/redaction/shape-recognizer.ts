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
  /** Whether only the first group counts, which must end the match: what stands before it is a label that stays. @default false */
  readonly coversGroup?: boolean;
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
  const start = row.coversGroup === true ? groupStart(pattern, text, at) : at;
  const sure = checked?.holds(text.slice(at, end)) === true ? checked.confidence : row.confidence;
  return { start, end, type, confidence: sure };
}

function groupStart(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? at : at + match[0].length - (match[1]?.length ?? match[0].length);
}
