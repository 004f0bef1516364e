import type { IdentifierType, SpanType } from './identifier-types';

/** A piece of the input that is an identifier; offsets in UTF-16 units of the input, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
}

/** How sure a recognizer is of the type (never of whether to redact): the surest names the merged span. */
export type Confidence = 1 | 2 | 3 | 4 | 5;

/** What a recognizer found, in offsets of the text that it was given. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
  readonly confidence: Confidence;
}
